package lab.tinynet.chart.stage;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lab.tinynet.chart.Palette;
import lab.tinynet.chart.Texts;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish.UnitPlace;

/// Shows the network live. Three layers lie over each other: the picture ([StageImage]), which
/// changes with every frame; the words, which are written again only when one of them changes; and
/// what follows the pointer.
///
/// Either call [#show(Frame, PointCloud)], which paints at once, or let a [StageWorker] paint by
/// [#plan] and hand the result to [#show(StageImage)]. JavaFX thread only.
public final class StageView extends Region {
  /// Pixels within which the pointer is taken to rest.
  private static final double STILL = 2;

  private static final PixelFormat<IntBuffer> FORMAT = PixelFormat.getIntArgbPreInstance();

  private final ImageView picture = new ImageView();
  private final Canvas words = new Canvas();
  private final Canvas overlay = new Canvas();
  private Palette palette;
  private Texts texts;
  private FontWidth fonts;
  private Optional<StageImage> shown = Optional.empty();
  private Optional<PixelBuffer<IntBuffer>> pixels = Optional.empty();
  private Optional<Point2D> pointer = Optional.empty();
  private OptionalInt spokenOf = OptionalInt.empty();
  private List<Label> labels = List.of();
  private boolean surfaceOnly;
  private long paintings;
  private Optional<StageHand> hand = Optional.empty();
  private Optional<UnitPlace> focusedUnit = Optional.empty();
  private Optional<UnitPlace> openUnit = Optional.empty();
  private boolean followed;

  /// Where a click opened something: until the pointer has left there, it is not read out, so that
  /// nothing lies over what was opened.
  private Optional<Point2D> quietAt = Optional.empty();

  /// Whether the keys have walked over the units since the last click.
  private boolean walked;

  public StageView(Palette palette, Texts texts) {
    this.palette = palette;
    this.texts = texts;
    this.fonts = new FontWidth(palette.fontFamily());
    getStyleClass().add("stage");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    picture.setManaged(false);
    // A pixel of the picture is one of the screen: filtering would only cost time.
    picture.setSmooth(false);
    words.setManaged(false);
    overlay.setManaged(false);
    overlay.setMouseTransparent(true);
    getChildren().addAll(picture, words, overlay);
    setOnMouseMoved(event -> pointAt(Optional.of(new Point2D(event.getX(), event.getY()))));
    setOnMouseDragged(event -> pointAt(Optional.of(new Point2D(event.getX(), event.getY()))));
    setOnMousePressed(_ -> walked = false);
    setOnMouseExited(_ -> pointAt(Optional.empty()));
    setOnMouseClicked(this::clicked);
    setOnKeyPressed(this::pressed);
    focusedProperty().subscribe(_ -> drawOverlay());
    focusVisibleProperty()
        .subscribe(
            visible -> {
              walked |= visible;
              drawOverlay();
            });
  }

  /// Lets a person open units and follow inputs; without, the stage is only looked at.
  public void setHand(StageHand newHand) {
    hand = Optional.of(newHand);
    setFocusTraversable(true);
  }

  /// Rings the unit that is being looked at closely; empty for none.
  public void setOpen(Optional<UnitPlace> unit) {
    openUnit = unit;
    drawOverlay();
  }

  /// Where a unit is on the stage, if it is shown.
  public Optional<Box> place(UnitPlace unit) {
    return shown
        .flatMap(image -> image.layout().column(unit.layer()))
        .filter(column -> unit.unit() < column.shown())
        .map(column -> column.tile(unit.unit()));
  }

  private void clicked(MouseEvent event) {
    if (hand.isEmpty()
        || shown.isEmpty()
        || !event.isStillSincePress()
        || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    requestFocus();
    StageImage image = shown.get();
    Point2D at = new Point2D(event.getX(), event.getY());
    Pointing.at(image, at.getX(), at.getY())
        .ifPresent(
            target -> {
              if (!(target instanceof Target.Legend || target instanceof Target.Weight)) {
                quietAt = Optional.of(at);
              }
              act(image, target, event.isShiftDown() ? -1 : 1, hand.get());
            });
    pointAt(pointer);
  }

  private void act(StageImage image, Target target, int way, StageHand act) {
    switch (target) {
      case Target.Unit(int layer, int unit) -> open(new UnitPlace(layer, unit), act);
      case Target.Bias(int layer, int unit) -> open(new UnitPlace(layer, unit), act);
      case Target.Surface(double x1, double x2) -> {
        if (image.frame().forward().filter(Frame.Forward::wished).isPresent()) {
          act.letGo();
        } else {
          act.follow(Pointing.point(image, x1, x2));
        }
      }
      case Target.Input _ -> {
        if (!image.layout().maps()) {
          act.followNext(way);
        }
      }
      case Target.Weight _, Target.Legend _ -> {}
    }
  }

  private void open(UnitPlace unit, StageHand act) {
    focusedUnit = Optional.of(unit);
    act.open(unit);
  }

  private void pressed(KeyEvent event) {
    if (hand.isEmpty() || shown.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> walk(UnitWalk.Arrow.UP, event);
      case DOWN -> walk(UnitWalk.Arrow.DOWN, event);
      case LEFT -> walk(UnitWalk.Arrow.LEFT, event);
      case RIGHT -> walk(UnitWalk.Arrow.RIGHT, event);
      case ENTER ->
          focusedUnit.ifPresent(
              unit -> {
                event.consume();
                open(unit, hand.get());
              });
      default -> {}
    }
  }

  private void walk(UnitWalk.Arrow arrow, KeyEvent event) {
    event.consume();
    walked = true;
    focusedUnit = UnitWalk.next(shown.orElseThrow().layout(), focusedUnit, arrow);
    drawOverlay();
  }

  /// Shows the decision surface alone, for where there is no room for the network.
  public void setSurfaceOnly(boolean alone) {
    if (alone != surfaceOnly) {
      surfaceOnly = alone;
      repaint();
    }
  }

  public void setPalette(Palette newPalette) {
    if (!newPalette.equals(palette)) {
      palette = newPalette;
      fonts = new FontWidth(palette.fontFamily());
      repaint();
    }
  }

  /// Changes the language.
  public void setTexts(Texts newTexts) {
    texts = newTexts;
    labels = List.of();
    shown.ifPresent(this::write);
    drawOverlay();
  }

  /// Paints a frame at once.
  public void show(Frame frame, PointCloud cloud) {
    show(plan().paint(frame, cloud, new int[0]));
  }

  /// How a worker is to paint the next picture.
  public StagePlan plan() {
    StageScales previous = shown.map(StageImage::scales).orElse(StageScales.NONE);
    return new StagePlan(getWidth(), getHeight(), pixelScale(), palette, previous, surfaceOnly);
  }

  /// Shows a picture painted by [#plan]. A picture of another size than the stage has by now is
  /// painted again. Its pixels are copied.
  public void show(StageImage image) {
    paintings++;
    StageImage fitting =
        image.layout().width() == getWidth()
                && image.layout().height() == getHeight()
                && image.layout().alone() == (surfaceOnly && image.layout().maps())
            ? image
            : plan().paint(image.frame(), image.cloud(), new int[0]);
    copy(fitting);
    shown = Optional.of(fitting);
    write(fitting);
    if (pointer.isPresent()
        || spokenOf.isPresent()
        || openUnit.isPresent()
        || isFocused()
        || followed != isFollowing(fitting)) {
      drawOverlay();
    }
    followed = isFollowing(fitting);
  }

  private static boolean isFollowing(StageImage image) {
    return image.frame().forward().filter(Frame.Forward::wished).isPresent();
  }

  /// How often a picture has been shown: stands still while nobody can see it.
  public long paintings() {
    return paintings;
  }

  /// The picture that is shown, if there is one. Its pixels may be in use for another by now.
  public Optional<StageImage> shown() {
    return shown;
  }

  /// What is at a point of the stage.
  public Optional<ReadOut> at(double x, double y) {
    return shown.flatMap(
        image ->
            Pointing.at(image, x, y).map(target -> new Explanation(image, texts).of(target, x, y)));
  }

  /// Rings a layer in the accent, because it is being spoken of; empty for none.
  public void speakOf(OptionalInt layer) {
    spokenOf = layer;
    drawOverlay();
  }

  /// The stage in words.
  public String caption() {
    return shown.map(image -> StageCaption.of(image.frame(), texts)).orElse("");
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? caption()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected void layoutChildren() {
    if (words.getWidth() != getWidth() || words.getHeight() != getHeight()) {
      for (Canvas canvas : List.of(words, overlay)) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
      }
      repaint();
    }
  }

  private void repaint() {
    labels = List.of();
    shown.ifPresent(image -> show(image.frame(), image.cloud()));
    drawOverlay();
  }

  private double pixelScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : Math.max(1, getScene().getWindow().getOutputScaleX());
  }

  private void copy(StageImage image) {
    int width = image.pixelWidth();
    int height = image.pixelHeight();
    PixelBuffer<IntBuffer> buffer =
        pixels
            .filter(old -> old.getWidth() == width && old.getHeight() == height)
            .orElseGet(() -> newBuffer(width, height));
    buffer.updateBuffer(
        into -> {
          into.getBuffer().put(0, image.pixels());
          return null;
        });
    picture.setFitWidth(width / image.pixelScale());
    picture.setFitHeight(height / image.pixelScale());
  }

  private PixelBuffer<IntBuffer> newBuffer(int width, int height) {
    PixelBuffer<IntBuffer> buffer =
        new PixelBuffer<>(width, height, IntBuffer.allocate(width * height), FORMAT);
    picture.setImage(new WritableImage(buffer));
    pixels = Optional.of(buffer);
    return buffer;
  }

  private void write(StageImage image) {
    List<Label> wanted = StageWords.of(image, texts, fonts);
    if (!wanted.equals(labels)) {
      labels = wanted;
      WordPainter.paint(words.getGraphicsContext2D(), labels, palette, fonts);
    }
  }

  private void pointAt(Optional<Point2D> point) {
    quietAt = quietAt.filter(at -> point.map(now -> now.distance(at) < STILL).orElse(true));
    pointer = point.filter(_ -> quietAt.isEmpty());
    drawOverlay();
  }

  private boolean anythingPointedAt(StageImage image) {
    return spokenOf.isPresent()
        || openUnit.isPresent()
        || focusedUnit.isPresent()
        || pointer.isPresent()
        || image.frame().forward().filter(Frame.Forward::wished).isPresent();
  }

  private void drawOverlay() {
    GraphicsContext g = overlay.getGraphicsContext2D();
    g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
    boolean needed = shown.isPresent() && anythingPointedAt(shown.get());
    // An empty canvas of this size costs as much at every frame as a full one.
    overlay.setVisible(needed);
    if (!needed) {
      return;
    }
    StageImage image = shown.get();
    PointerPainter painter = new PointerPainter(g, palette, fonts);
    spokenOf.ifPresent(
        layer ->
            image
                .layout()
                .column(layer)
                .ifPresent(column -> painter.speakOf(image.layout(), column)));
    painter.follow(image);
    openUnit.ifPresent(unit -> painter.ring(image, unit.layer(), unit.unit()));
    focusedUnit
        .filter(_ -> isFocused() && walked && hand.isPresent())
        .ifPresent(unit -> painter.focus(image, unit.layer(), unit.unit()));
    pointer.ifPresent(
        point ->
            at(point.getX(), point.getY())
                .ifPresent(
                    readOut -> {
                      painter.lift(image, readOut.target());
                      painter.readOut(image, readOut, point.getX(), point.getY());
                    }));
  }
}
