package lab.tinynet.ui.tour;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import lab.tinynet.ui.action.FocusTrap;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;

/// Six places of the window, one sentence each: the place stays bright, the rest is dimmed. Arrow
/// buttons go on and back, Esc or "skip" ends it at any time.
public final class Tour extends Pane implements FocusTrap.InFront {
  private final FocusTrap trap;
  private static final List<Stop> STOPS =
      List.of(
          new Stop("preset", "ui.tour.preset"),
          new Stop("train", "ui.tour.train"),
          new Stop("stage", "ui.tour.stage"),
          new Stop(
              List.of(
                  "chart-activations", "chart-gradient-norms", "chart-dead-units", "chart-loss"),
              "ui.tour.charts"),
          new Stop("timeline", "ui.tour.timeline"),
          new Stop("tutor", "ui.tour.tutor"));

  /// @param ids of the nodes to be looked at
  /// @param text key of the sentence
  private record Stop(List<String> ids, String text) {
    Stop(String id, String text) {
      this(List.of(id), text);
    }
  }

  private final I18n i18n;
  private final Function<String, Optional<Node>> find;
  private final Runnable ended;
  private final Pane shade = new Pane();
  private final Rectangle ring = new Rectangle();
  private final Label words = new Label();
  private final Label count = new Label();
  private final Button skip;
  private final Button back;
  private final Button next;
  private final VBox card;
  private int at;

  /// @param find finds a node of the window by its id, if it is showing
  /// @param ended is told when the tour is over, however it ended
  public Tour(I18n i18n, Function<String, Optional<Node>> find, Runnable ended) {
    this.i18n = i18n;
    this.find = find;
    this.ended = ended;
    getStyleClass().add("tour");
    setId("tour");
    ring.getStyleClass().add("tour-ring");
    ring.setMouseTransparent(true);
    words.setWrapText(true);
    words.getStyleClass().add("tour-words");
    count.getStyleClass().add("caption");
    back = Actions.plain(i18n.bound("ui.tour.back"), () -> show(at - 1));
    back.setId("tour-back");
    next = new Button();
    next.setId("tour-next");
    next.getStyleClass().add("accent");
    trap = new FocusTrap(this, () -> next);
    next.setOnAction(_ -> forward());
    skip = Actions.plain(i18n.bound("ui.tour.skip"), this::leave);
    skip.setId("tour-skip");
    skip.getStyleClass().add("flat");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(count, gap, skip, back, next);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons.getStyleClass().add("tour-buttons");
    card = new VBox(words, buttons);
    card.getStyleClass().addAll("sheet", "tour-card");
    getChildren().addAll(shade, ring, card);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    i18n.languageProperty().subscribe(_ -> write());
    widthProperty().subscribe(_ -> requestLayout());
    heightProperty().subscribe(_ -> requestLayout());
  }

  /// Begins at the first place.
  public void begin() {
    setVisible(true);
    toFront();
    show(0);
    trap.close();
  }

  /// Ends it.
  ///
  /// @return whether it was going on
  public boolean leave() {
    boolean showing = isVisible();
    trap.open();
    setVisible(false);
    if (showing) {
      ended.run();
    }
    return showing;
  }

  private void forward() {
    if (at + 1 == STOPS.size()) {
      leave();
    } else {
      show(at + 1);
    }
  }

  private void show(int stop) {
    at = Math.clamp(stop, 0, STOPS.size() - 1);
    back.setDisable(at == 0);
    skip.setVisible(at + 1 < STOPS.size());
    write();
    next.requestFocus();
    requestLayout();
  }

  private void write() {
    words.setText(i18n.text(STOPS.get(at).text()));
    count.setText(i18n.text("ui.tour.count", "at", at + 1, "all", STOPS.size()));
    next.setText(i18n.text(at + 1 == STOPS.size() ? "ui.tour.done" : "ui.tour.next"));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    Rectangle all = new Rectangle(width, height);
    Optional<Bounds> place = place(STOPS.get(at));
    double em = next.getFont().getSize();
    if (place.isPresent()) {
      Bounds bounds = place.get();
      double margin = 0.4 * em;
      ring.setX(bounds.getMinX() - margin);
      ring.setY(bounds.getMinY() - margin);
      ring.setWidth(bounds.getWidth() + 2 * margin);
      ring.setHeight(bounds.getHeight() + 2 * margin);
      ring.setArcWidth(1.6 * em);
      ring.setArcHeight(1.6 * em);
      Rectangle hole = new Rectangle(ring.getX(), ring.getY(), ring.getWidth(), ring.getHeight());
      hole.setArcWidth(1.6 * em);
      hole.setArcHeight(1.6 * em);
      Shape dim = Shape.subtract(all, hole);
      dim.getStyleClass().add("tour-shade");
      shade.getChildren().setAll(dim);
    } else {
      all.getStyleClass().add("tour-shade");
      shade.getChildren().setAll(all);
    }
    ring.setVisible(place.isPresent());
    double cardWidth = Math.min(27 * em, width - 4 * em);
    double cardHeight = card.prefHeight(cardWidth);
    double x = (width - cardWidth) / 2;
    double y = (height - cardHeight) / 2;
    if (place.isPresent()) {
      x =
          Math.clamp(
              place.get().getCenterX() - cardWidth / 2, em, Math.max(em, width - cardWidth - em));
      double below = ring.getY() + ring.getHeight() + em;
      double above = ring.getY() - em - cardHeight;
      boolean fitsBelow = below + cardHeight <= height - em;
      boolean fitsAbove = above >= em;
      y = fitsBelow ? below : fitsAbove ? above : y;
      if (!fitsBelow && !fitsAbove) {
        double leftRoom = ring.getX() - 2 * em - cardWidth;
        x =
            leftRoom >= 0
                ? leftRoom + em
                : Math.min(width - cardWidth - em, ring.getX() + ring.getWidth() + em);
      }
    }
    card.resizeRelocate(Math.rint(x), Math.rint(y), cardWidth, cardHeight);
  }

  /// What encloses all that the stop speaks of and that is showing.
  private Optional<Bounds> place(Stop stop) {
    return stop.ids().stream()
        .flatMap(id -> find.apply(id).stream())
        .map(this::place)
        .reduce(Tour::both);
  }

  private static Bounds both(Bounds one, Bounds other) {
    double x = Math.min(one.getMinX(), other.getMinX());
    double y = Math.min(one.getMinY(), other.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.max(one.getMaxX(), other.getMaxX()) - x,
        Math.max(one.getMaxY(), other.getMaxY()) - y);
  }

  private Bounds place(Node node) {
    return sceneToLocal(node.localToScene(node.getBoundsInLocal()));
  }

  /// The sentence that is showing, for those who hear the window.
  public ObservableValue<String> sentence() {
    return words.textProperty();
  }
}
