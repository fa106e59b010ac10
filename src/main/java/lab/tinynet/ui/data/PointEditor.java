package lab.tinynet.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lab.tinynet.chart.Palette;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Problem;
import lab.tinynet.ui.action.Overlay;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import org.controlsfx.control.SegmentedButton;

/// Points drawn by hand: a click adds one of the chosen class, dragging moves one, a right click
/// takes it away. They become the data when one says so.
public final class PointEditor {
  /// Side of the board in sizes of small text, and how much of the window's height it may take.
  private static final double SIDE = 32;

  private static final double MOST_OF_WINDOW = 0.5;

  /// In sizes of small text.
  private static final double GRAB = 0.75;

  private static final double RADIUS = 0.4;

  private final LabModel model;
  private final Overlay overlay;
  private final Canvas canvas = new Canvas();
  private final ThemeTokens tokens;
  private final ObjectProperty<DrawnPoints> points =
      new SimpleObjectProperty<>(this, "points", DrawnPoints.NONE);
  private final ToggleButton positive = new ToggleButton();
  private final Button use;
  private final ObjectProperty<Optional<Problem>> refusal =
      new SimpleObjectProperty<>(this, "refusal", Optional.empty());
  private OptionalInt held = OptionalInt.empty();
  private double side;

  /// @param tokens those of the window
  public PointEditor(LabModel model, I18n i18n, ThemeTokens tokens) {
    this.model = model;
    this.tokens = tokens;
    Label title = Actions.label(i18n.bound("ui.draw.title"), "sheet-title");
    Label how = Actions.wrapped(i18n.bound("ui.draw.how"), "caption");
    positive.setId("draw-positive");
    positive.textProperty().bind(i18n.bound("ui.draw.positive"));
    ToggleButton negative = new ToggleButton();
    negative.setId("draw-negative");
    negative.textProperty().bind(i18n.bound("ui.draw.negative"));
    SegmentedButton classes = new SegmentedButton(positive, negative);
    classes.getStyleClass().add("segments");
    positive.setSelected(true);
    positive.setOnAction(_ -> positive.setSelected(true));
    negative.setOnAction(_ -> negative.setSelected(true));
    Label count =
        Actions.label(
            i18n.bound("ui.draw.count", "count", points.map(now -> now.points().size())),
            "caption");
    Button clear = Actions.plain(i18n.bound("ui.draw.clear"), () -> points.set(DrawnPoints.NONE));
    clear.setId("draw-clear");
    Button cancel = Actions.plain(i18n.bound("ui.draw.cancel"), this::leave);
    use = Actions.plain(i18n.bound("ui.draw.use"), this::use);
    use.setId("draw-use");
    use.getStyleClass().add("accent");
    use.disableProperty().bind(points.map(now -> !now.trainable()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(classes, count);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("draw-row");
    HBox bottom = new HBox(clear, gap, cancel, Tips.explained(use, i18n.bound("ui.draw.use.tip")));
    bottom.getStyleClass().add("draw-row");
    canvas.setId("draw-canvas");
    StackPane board = new StackPane(canvas);
    board.getStyleClass().add("draw-board");
    VBox sheet = new VBox(title, how, top, board, refused(i18n), bottom);
    sheet.getStyleClass().add("draw-sheet");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    overlay = new Overlay("draw-layer", sheet);
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseDragged(this::dragged);
    canvas.setOnMouseReleased(_ -> held = OptionalInt.empty());
    points.subscribe(
        _ -> {
          refusal.set(Optional.empty());
          paint();
        });
    tokens.paletteBinding().subscribe(_ -> fit());
    overlay.heightProperty().subscribe(_ -> fit());
  }

  /// Why the points cannot be learnt as things are.
  private Label refused(I18n i18n) {
    Label words = new Label();
    words.setId("draw-refused");
    words.getStyleClass().add("complaint");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.maxWidthProperty().bind(canvas.widthProperty());
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> refusal.get().map(i18n::sentence).orElse(""),
                refusal,
                i18n.languageProperty()));
    words.visibleProperty().bind(words.textProperty().isNotEmpty());
    words.managedProperty().bind(words.visibleProperty());
    return words;
  }

  /// The board grows with the text and leaves room for what stands around it.
  private void fit() {
    double text = tokens.palette().fontSize();
    double window = overlay.getHeight();
    side = Math.rint(window > 0 ? Math.min(SIDE * text, MOST_OF_WINDOW * window) : SIDE * text);
    canvas.setWidth(side);
    canvas.setHeight(side);
    paint();
  }

  public Overlay overlay() {
    return overlay;
  }

  /// Opens with the points of the experiment, where those were drawn by hand.
  public void open() {
    boolean own = model.experiment().data() instanceof DataSpec.Inline;
    points.set(own ? DrawnPoints.of(model.state().examples()) : DrawnPoints.NONE);
    overlay.show(canvas);
  }

  private void leave() {
    overlay.leave();
  }

  private void use() {
    DrawnPoints drawn = points.get();
    refusal.set(model.edit(drawn::in));
    if (refusal.get().isEmpty()) {
      leave();
    }
  }

  private void pressed(MouseEvent event) {
    OptionalInt hit = at(event);
    if (event.getButton() == MouseButton.SECONDARY) {
      hit.ifPresent(index -> points.set(points.get().without(index)));
    } else if (hit.isPresent()) {
      held = hit;
    } else {
      points.set(
          points
              .get()
              .with(
                  new DrawnPoints.Point(
                      plane(event.getX()), -plane(event.getY()), positive.isSelected())));
      held = OptionalInt.of(points.get().points().size() - 1);
    }
  }

  private void dragged(MouseEvent event) {
    held.ifPresent(
        index -> points.set(points.get().moved(index, plane(event.getX()), -plane(event.getY()))));
  }

  /// Numbers along both axes, and the names of the inputs at their ends.
  private void ticks(GraphicsContext pen, Palette palette) {
    double text = palette.fontSize();
    pen.setFont(Font.font(palette.fontFamily(), text));
    pen.setFill(palette.muted());
    double middle = side / 2;
    for (int tick = -4; tick <= 4; tick += 2) {
      if (tick != 0) {
        String number = tick < 0 ? "−" + -tick : String.valueOf(tick);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(number, pixel(tick), middle + 1.2 * text);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(number, middle - 0.4 * text, pixel(-tick) + 0.35 * text);
      }
    }
    pen.fillText("x₁", side - 0.4 * text, middle - 0.5 * text);
    pen.setTextAlign(TextAlignment.LEFT);
    pen.fillText("x₂", middle + 0.4 * text, 1.2 * text);
  }

  private OptionalInt at(MouseEvent event) {
    List<DrawnPoints.Point> all = points.get().points();
    for (int i = all.size() - 1; i >= 0; i--) {
      double dx = pixel(all.get(i).x()) - event.getX();
      double dy = pixel(-all.get(i).y()) - event.getY();
      if (Math.hypot(dx, dy) <= GRAB * tokens.palette().fontSize()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private double plane(double pixel) {
    double share = Math.clamp(pixel / side, 0, 1);
    return Math.rint((2 * share - 1) * DrawnPoints.REACH * 100) / 100;
  }

  private double pixel(double plane) {
    return (plane / DrawnPoints.REACH + 1) / 2 * side;
  }

  private void paint() {
    Palette palette = tokens.palette();
    double radius = RADIUS * palette.fontSize();
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.setFill(palette.ground());
    pen.fillRect(0, 0, side, side);
    pen.setStroke(palette.grid());
    pen.setLineWidth(1);
    for (int line = (int) -DrawnPoints.REACH; line <= DrawnPoints.REACH; line++) {
      double at = Math.rint(pixel(line)) + 0.5;
      pen.strokeLine(at, 0, at, side);
      pen.strokeLine(0, at, side, at);
    }
    pen.setStroke(palette.hairline());
    pen.strokeLine(side / 2, 0, side / 2, side);
    pen.strokeLine(0, side / 2, side, side / 2);
    ticks(pen, palette);
    for (DrawnPoints.Point point : points.get().points()) {
      Color color = point.positive() ? palette.positive() : palette.negative();
      double x = pixel(point.x());
      double y = pixel(-point.y());
      pen.setFill(color);
      pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
      pen.setStroke(palette.ground());
      pen.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }
}
