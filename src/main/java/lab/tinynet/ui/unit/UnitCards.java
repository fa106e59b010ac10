package lab.tinynet.ui.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.chart.stage.Box;
import lab.tinynet.chart.stage.Column;
import lab.tinynet.chart.stage.PointCloud;
import lab.tinynet.chart.stage.StageHand;
import lab.tinynet.chart.stage.StageImage;
import lab.tinynet.chart.stage.StageLayout;
import lab.tinynet.chart.stage.StageView;
import lab.tinynet.session.Examples;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.telemetry.ProbePoint;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;

/// Opens the card of a unit beside it, keeps it up to date, and follows inputs through the network:
/// what a person does to the stage ends up here.
public final class UnitCards implements StageHand {
  /// Pulses between two looks: ten a second at most.
  private static final int QUICK = 6;

  /// Pulses between two readings of the log.
  private static final int SLOW = 12;

  private final LabModel model;
  private final I18n i18n;
  private final StageView stage;
  private final UnitCard card;
  private Optional<UnitPlace> open = Optional.empty();
  private Optional<UnitHistory> history = Optional.empty();
  private Optional<DeathCause> cause = Optional.empty();
  private Optional<Frame> drawn = Optional.empty();
  private int beats;

  public UnitCards(LabModel model, I18n i18n, ThemeTokens tokens, StageView stage) {
    this.model = model;
    this.i18n = i18n;
    this.stage = stage;
    this.card = new UnitCard(i18n, tokens, this::close);
    card.setManaged(false);
    card.setVisible(false);
    card.setOnWeightTyped(model::set);
    stage.setHand(this);
    model.logProperty().subscribe(this::runChanged);
    i18n.languageProperty().subscribe(_ -> drawn = Optional.empty());
    tokens.paletteBinding().subscribe(_ -> drawn = Optional.empty());
  }

  /// The card: stands unmanaged in the pane that fills the window.
  public UnitCard card() {
    return card;
  }

  @Override
  public void open(UnitPlace unit) {
    if (open.equals(Optional.of(unit))) {
      close();
      return;
    }
    open = Optional.of(unit);
    history = Optional.of(new UnitHistory(model.logProperty().get(), unit));
    history.ifPresent(UnitHistory::follow);
    cause = Optional.of(new DeathCause(model::killingUpdate, unit));
    model.watch(open);
    stage.setOpen(open);
    drawn = Optional.empty();
    card.setVisible(true);
    card.toFront();
    show();
  }

  @Override
  public void follow(ProbePoint point) {
    model.follow(Optional.of(point));
  }

  @Override
  public void followNext(int by) {
    Examples examples = model.state().examples();
    int count = examples.trainX().rows() + examples.testX().rows();
    int now = model.followed().map(UnitCards::index).orElse(0);
    if (count > 0) {
      follow(new ProbePoint.Example(Math.floorMod(now + by, count)));
    }
  }

  private static int index(ProbePoint point) {
    return switch (point) {
      case ProbePoint.Example(int index) -> index;
      case ProbePoint.Plane _ -> 0;
    };
  }

  @Override
  public void letGo() {
    model.follow(Optional.empty());
  }

  /// Leaves what is open innermost: the card, then the input that is followed.
  ///
  /// @return whether there was something
  public boolean leave() {
    if (open.isPresent()) {
      close();
      return true;
    }
    boolean following = model.followed().isPresent();
    letGo();
    return following;
  }

  private void close() {
    open = Optional.empty();
    model.watch(open);
    stage.setOpen(open);
    card.setVisible(false);
    stage.requestFocus();
  }

  private void runChanged(RunLog log) {
    drawn = Optional.empty();
    boolean exists =
        open.map(
                unit ->
                    unit.layer() < log.layers().size()
                        && unit.unit() < log.layers().get(unit.layer()).units())
            .orElse(false);
    if (exists) {
      history = open.map(unit -> new UnitHistory(log, unit));
      cause = open.map(unit -> new DeathCause(model::killingUpdate, unit));
    } else if (open.isPresent() && !log.layers().isEmpty()) {
      close();
    }
  }

  /// Follows the run; called by the pulse.
  public void beat() {
    beats++;
    if (open.isEmpty() || beats % QUICK != 0) {
      return;
    }
    if (beats % SLOW == 0) {
      history.ifPresent(UnitHistory::follow);
    }
    show();
  }

  private void show() {
    Optional<Frame> frame = model.frameProperty().get();
    UnitPlace unit = open.orElseThrow();
    Optional<UnitInputs> inputs =
        frame.flatMap(now -> UnitInputs.of(now, unit, model.state().experiment()));
    if (inputs.isPresent() && history.isPresent()) {
      if (!frame.equals(drawn) || beats % SLOW == 0) {
        drawn = frame;
        PointCloud cloud = stage.shown().map(StageImage::cloud).orElse(PointCloud.NONE);
        card.show(inputs.get(), cloud, history.get());
      }
      card.showDeath(
          cause.flatMap(
              why -> why.words(history.get().deadSpans(), inputs.get(), i18n.messages())));
    }
    place(unit);
  }

  /// Puts the card where it leaves free the unit, what can be clicked on for another point, and
  /// the timeline; over the tutor rather than over the network.
  private void place(UnitPlace unit) {
    Optional<StageLayout> layout = stage.shown().map(StageImage::layout);
    Optional<Box> tile = stage.place(unit);
    if (tile.isEmpty() || layout.isEmpty() || !(card.getParent() instanceof Pane whole)) {
      return;
    }
    card.applyCss();
    double width = card.prefWidth(-1);
    double gap = 0.9 * width / 25;
    double top = inWhole(whole, new Box(0, 0, 1, 1)).y();
    double bottom =
        Optional.ofNullable(whole.lookup(".timeline"))
            .map(strip -> whole.sceneToLocal(strip.localToScene(strip.getLayoutBounds())).getMinY())
            .filter(y -> y > top)
            .orElse(whole.getHeight());
    Box room = new Box(gap, top, whole.getWidth() - 2 * gap, bottom - gap - top);
    List<Box> dear = new ArrayList<>(List.of(inWhole(whole, layout.get().side())));
    List<Box> others = new ArrayList<>();
    for (Column column : layout.get().columns()) {
      boolean read = column.layer() == Column.INPUTS && !layout.get().maps();
      (read ? dear : others).add(inWhole(whole, column.block()));
    }
    CardPlace place = new CardPlace(room, gap, inWhole(whole, tile.get()), dear, others);
    Box at = place.of(width, card.prefHeight(width), card.minHeight(width));
    card.resizeRelocate(Math.rint(at.x()), Math.rint(at.y()), at.width(), at.height());
  }

  private Box inWhole(Pane whole, Box box) {
    Point2D at = whole.sceneToLocal(stage.localToScene(box.x(), box.y()));
    return new Box(at.getX(), at.getY(), box.width(), box.height());
  }
}
