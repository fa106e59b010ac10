package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import lab.tinynet.telemetry.RunLog;

/// A chart's card: title left, what is drawn right (the whole definition on hover), the plot below.
/// Style classes `chart-card`, `chart-title`, `chart-summary`; pseudo-class `:ringed` while the
/// tutor speaks of it.
public final class ChartView extends Region {
  private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");
  private static final double GAP = 6;
  private static final double DRAG = 4;
  private static final double FAR = 10;
  private static final double ZOOM = 1.25;
  private static final double TOOLTIP_WIDTH = 420;
  private static final double LEAST_PLOT = 110;

  private final List<ChartPainter> faces;
  private final ChartGestures gestures;
  private final MenuButton title = new MenuButton();
  private final MenuButton more = new MenuButton();
  private final Label summary = new Label();
  private final Tooltip definition = new Tooltip();
  private final Canvas canvas = new Canvas();
  private final ReadOutBox box = new ReadOutBox();
  private Optional<Moment> painted = Optional.empty();
  private Optional<PlotFrame> frame = Optional.empty();
  private boolean resized = true;
  private ChartPainter painter;
  private double dragStart = Double.NaN;
  private boolean dragged;
  private long paintings;

  /// All that a picture depends on, beside the log's new rows.
  ///
  /// @param log the run shown
  /// @param axis the steps shown
  /// @param pointer the step under the pointer, on whichever chart it is
  /// @param markers lines through all charts
  /// @param palette the theme
  /// @param texts the words
  /// @param language counts the changes of language
  /// @param shared value ranges of other runs
  /// @param pinned a step whose values stay in view
  record Moment(
      RunLog log,
      StepAxis axis,
      OptionalLong pointer,
      List<StepMarker> markers,
      Palette palette,
      Texts texts,
      int language,
      SharedRanges shared,
      OptionalLong pinned) {
    /// The step at which the run stands, where that is not its end.
    OptionalLong here() {
      return markers.stream()
          .filter(marker -> marker.kind() == StepMarker.Kind.HERE)
          .mapToLong(StepMarker::step)
          .findFirst();
    }
  }

  /// @param faces the charts that can stand in this card, the usual one first
  ChartView(ChartGestures gestures, ChartPainter... faces) {
    this.faces = List.of(faces);
    this.painter = faces[0];
    this.gestures = gestures;
    getStyleClass().add("chart-card");
    title.getStyleClass().add("chart-title");
    title.setMinWidth(USE_PREF_SIZE);
    title.setDisable(faces.length < 2);
    more.getStyleClass().add("chart-more");
    more.setText("⋯");
    summary.getStyleClass().add("chart-summary");
    definition.setWrapText(true);
    definition.setMaxWidth(TOOLTIP_WIDTH);
    definition.setShowDelay(Duration.millis(250));
    definition.setShowDuration(Duration.INDEFINITE);
    title.setTooltip(definition);
    summary.setTooltip(definition);
    getChildren().addAll(title, summary, more, canvas);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    more.setOnShowing(_ -> painted.ifPresent(this::fillMenu));
    canvas.setOnContextMenuRequested(
        event -> {
          painted.ifPresent(this::fillMenu);
          more.show();
          event.consume();
        });
    canvas.setOnMouseMoved(event -> gestures.point(stepUnder(event)));
    canvas.setOnMousePressed(
        event -> {
          dragStart = event.getX();
          dragged = false;
        });
    canvas.setOnMouseDragged(this::drag);
    canvas.setOnMouseExited(_ -> gestures.point(OptionalLong.empty()));
    canvas.setOnMouseClicked(this::clicked);
    canvas.setOnScroll(this::scrolled);
    setFocusTraversable(true);
    setOnKeyPressed(this::pressed);
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                gestures.point(OptionalLong.empty());
              }
            });
  }

  /// What the mouse does, by keys: the arrows move the line of the step, + and − zoom around it,
  /// Home shows all, Enter pins.
  private void pressed(KeyEvent event) {
    if (painted.isEmpty() || frame.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    Moment now = painted.get();
    long step = now.pointer().orElse(Math.min(now.axis().to(), now.log().length()));
    double steps = now.axis().to() - now.axis().from();
    long stride =
        Math.max(1, event.isShiftDown() ? Math.round(FAR / frame.get().width() * steps) : 1);
    switch (event.getCode()) {
      case LEFT -> pointAt(now, step - (now.pointer().isPresent() ? stride : 0));
      case RIGHT -> pointAt(now, step + (now.pointer().isPresent() ? stride : 0));
      case PLUS, EQUALS, ADD -> gestures.zoom(step, 1 / ZOOM);
      case MINUS, SUBTRACT -> gestures.zoom(step, ZOOM);
      case HOME -> gestures.showAll();
      case ENTER -> gestures.pin(step);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void pointAt(Moment now, long step) {
    long last = Math.min(now.axis().to(), now.log().length());
    gestures.point(OptionalLong.of(Math.clamp(step, now.axis().from(), last)));
  }

  private void drag(MouseEvent event) {
    if (!event.isPrimaryButtonDown() || frame.isEmpty() || painted.isEmpty()) {
      return;
    }
    double by = event.getX() - dragStart;
    if (dragged || Math.abs(by) > DRAG) {
      dragged = true;
      StepAxis axis = painted.get().axis();
      long steps = Math.round(by / frame.get().width() * (axis.to() - axis.from()));
      if (steps != 0) {
        gestures.pan(-steps);
        dragStart = event.getX();
      }
    }
  }

  private void clicked(MouseEvent event) {
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY || dragged) {
      return;
    }
    if (event.getClickCount() == 2) {
      gestures.showAll();
    } else {
      stepUnder(event).ifPresent(gestures::pin);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (frame.isPresent() && painted.isPresent() && event.getDeltaY() != 0) {
      double position = (event.getX() - frame.get().left()) / frame.get().width();
      long step = painted.get().axis().stepAt(Math.clamp(position, 0, 1));
      gestures.zoom(step, event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM);
      event.consume();
    }
  }

  /// The keys of the faces, such as `chart.gradients`.
  List<String> faces() {
    return faces.stream().map(ChartPainter::key).toList();
  }

  /// Shows another face.
  public void show(String key) {
    faces.stream()
        .filter(face -> face.key().equals(key))
        .findFirst()
        .ifPresent(
            face -> {
              painter = face;
              resized = true;
              painted.ifPresent(now -> setWords(now.texts()));
            });
  }

  private void fillMenu(Moment now) {
    Texts texts = now.texts();
    List<MenuItem> items = new ArrayList<>();
    if (painter.scalable()) {
      items.add(
          item(
              texts.text(painter.linear() ? "chart.menu.log" : "chart.menu.linear"),
              () -> {
                painter.setLinear(!painter.linear());
                resized = true;
              }));
    }
    if (painter.countable()) {
      items.add(
          item(
              texts.text(painter.fractions() ? "chart.menu.counts" : "chart.menu.fractions"),
              () -> {
                faces.forEach(face -> face.setFractions(!painter.fractions()));
                resized = true;
              }));
    }
    items.add(item(texts.text("chart.menu.all"), gestures::showAll));
    if (now.pinned().isPresent()) {
      long step = now.pinned().getAsLong();
      items.add(
          item(
              texts.text("chart.menu.goto", "step", NumberText.whole(step)),
              () -> gestures.goTo(step)));
      items.add(item(texts.text("chart.menu.unpin"), () -> gestures.pin(step)));
    }
    items.add(new SeparatorMenuItem());
    MenuItem enlarge = item(texts.text("chart.menu.enlarge"), () -> gestures.enlarge(this));
    enlarge.setId("chart-enlarge");
    items.add(enlarge);
    items.add(item(texts.text("chart.menu.picture"), () -> gestures.copyPicture(this)));
    items.add(item(texts.text("chart.menu.words"), () -> gestures.copyText(caption())));
    items.add(
        item(
            texts.text("chart.menu.csv"),
            () ->
                gestures.exportTable(
                    painter.key().substring(painter.key().indexOf('.') + 1) + ".csv", csv())));
    more.getItems().setAll(items);
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// The exact values of the steps shown, as a table.
  public String csv() {
    return painted
        .map(
            now ->
                CsvTable.of(
                    now.log(),
                    gestures.shown(now.log()),
                    now.texts().text("chart.step"),
                    painter.columns(now.log(), now.texts())))
        .orElse("");
  }

  /// Lights the card up, or no more.
  public void setRinged(boolean ringed) {
    pseudoClassStateChanged(RINGED, ringed);
  }

  /// The chart in words, computed when asked for.
  public String caption() {
    return painted
        .map(now -> painter.caption(now.axis(), now.texts()))
        .orElseGet(() -> title.getText());
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? caption()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /// Reads what is new and paints if anything has changed.
  ///
  /// @return whether it painted
  boolean pulse(Moment now) {
    if (getScene() == null || !isVisible() || canvas.getWidth() < 1 || canvas.getHeight() < 1) {
      return false;
    }
    painter.stand(now.here());
    boolean fresh = painter.update(now.log(), now.axis(), columns(now.palette()));
    boolean same = painted.isPresent() && painted.get().equals(now);
    if (!fresh && same && !resized) {
      return false;
    }
    if (painted.isEmpty() || !sameWords(painted.get(), now)) {
      setWords(now.texts());
    }
    painted = Optional.of(now);
    resized = false;
    paint(now);
    paintings++;
    return true;
  }

  /// How often it has been painted: stands still while nobody can see it.
  public long paintings() {
    return paintings;
  }

  /// The chart's key, and what its value axes hold of the run by itself.
  Map.Entry<String, List<ValueRange>> ranges() {
    return Map.entry(painter.key(), painter.ranges());
  }

  /// How finely the steps are to be told apart: lines that are thicker want fewer points.
  private double columns(Palette palette) {
    return canvas.getWidth() * Math.min(0.6, 1.05 / palette.lineWidth());
  }

  private static boolean sameWords(Moment one, Moment other) {
    return one.language() == other.language() && one.texts().equals(other.texts());
  }

  private void setWords(Texts texts) {
    title.setText(texts.text(painter.key() + ".title"));
    summary.setText(texts.text(painter.summaryKey()));
    definition.setText(texts.text(painter.key() + ".definition"));
    more.setAccessibleText(texts.text("chart.menu"));
    more.setTooltip(new Tooltip(texts.text("chart.menu")));
    title
        .getItems()
        .setAll(
            faces.stream()
                .map(face -> item(texts.text(face.key() + ".title"), () -> show(face.key())))
                .toList());
  }

  private void paint(Moment now) {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Pen pen = new Pen(graphics, now.palette());
    Optional<String> empty = painter.emptyKey();
    if (empty.isPresent()) {
      frame = Optional.empty();
      pen.paragraph(
          now.texts().text(empty.get()),
          canvas.getWidth() / 2,
          canvas.getHeight() / 2,
          canvas.getWidth() * 0.8,
          now.palette().muted());
      return;
    }
    double em = pen.em();
    PlotFrame area = new PlotFrame(0, 0, canvas.getWidth() - 0.2 * em, canvas.getHeight());
    Plot plot =
        new Plot(
            pen,
            now.axis(),
            now.markers(),
            now.texts(),
            now.shared().of(painter.key()),
            now.shared().marked());
    PlotFrame steps = painter.paint(plot, area);
    frame = painter.overSteps() ? Optional.of(steps) : Optional.empty();
    OptionalLong told = now.pointer().isPresent() ? now.pointer() : now.pinned();
    if (painter.overSteps()
        && told.isPresent()
        && told.getAsLong() >= now.axis().from()
        && told.getAsLong() <= now.axis().to()) {
      long step = told.getAsLong();
      StepLine.paintCross(pen, steps, now.axis(), step);
      box.paint(
          pen,
          painter.readOut(step, now.palette(), now.texts()),
          steps.x(now.axis(), (double) step),
          steps.top(),
          canvas.getWidth(),
          now.texts());
    }
  }

  private OptionalLong stepUnder(MouseEvent event) {
    if (frame.isEmpty() || painted.isEmpty()) {
      return OptionalLong.empty();
    }
    PlotFrame at = frame.get();
    double position = (event.getX() - at.left()) / at.width();
    if (position < -0.02 || position > 1.02) {
      return OptionalLong.empty();
    }
    Moment now = painted.get();
    return OptionalLong.of(Math.min(now.axis().stepAt(position), now.log().length()));
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double left = snapPositionX(insets.getLeft());
    double top = snapPositionY(insets.getTop());
    double width = Math.max(0, getWidth() - left - insets.getRight());
    double titleWidth = Math.min(width, snapSizeX(title.prefWidth(-1)));
    double header = snapSizeY(Math.max(title.prefHeight(-1), summary.prefHeight(-1)));
    double moreWidth = snapSizeX(more.prefWidth(-1));
    double room = Math.max(0, width - titleWidth - moreWidth - 2 * GAP);
    double summaryWidth = Math.min(room, snapSizeX(summary.prefWidth(-1)));
    double wanted = snapSizeX(summary.prefWidth(-1));
    boolean beside = wanted <= room;
    double under = snapSizeY(summary.prefHeight(-1));
    double below = getHeight() - top - header - GAP - insets.getBottom();
    // Without it nothing says what the value axis is: where the title leaves no room it stands over
    // the plot. Half a summary says nothing.
    boolean row = !beside && wanted <= width && below - under >= LEAST_PLOT;
    summary.setVisible(beside || row);
    title.resizeRelocate(left, top, titleWidth, header);
    if (row) {
      summary.resizeRelocate(left, top + header, wanted, under);
    } else {
      summary.resizeRelocate(
          left + width - moreWidth - GAP - summaryWidth, top, summaryWidth, header);
    }
    more.resizeRelocate(left + width - moreWidth, top, moreWidth, header);
    double head = header + (row ? under : GAP);
    canvas.relocate(left, top + head);
    double canvasWidth = Math.floor(width);
    double canvasHeight = Math.max(0, Math.floor(getHeight() - top - head - insets.getBottom()));
    if (canvasWidth != canvas.getWidth() || canvasHeight != canvas.getHeight()) {
      canvas.setWidth(canvasWidth);
      canvas.setHeight(canvasHeight);
      resized = true;
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 340;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 240;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 180;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 120;
  }
}
