package lab.tinynet.ui.lanes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.tinynet.session.Command;
import lab.tinynet.session.Lanes;
import lab.tinynet.session.LanesFactory;
import lab.tinynet.session.LanesState;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Problem;
import lab.tinynet.telemetry.Frame;

/// The lanes that are open, if any, as the views see them: their state, read once a pulse. Belongs
/// to the JavaFX application thread; asks the lanes, never waits for them.
public final class LanesModel {
  private final LanesFactory factory;
  private final Consumer<LanesState> ended;
  private final ReadOnlyObjectWrapper<Optional<LanesState>> state =
      new ReadOnlyObjectWrapper<>(this, "state", Optional.empty());
  private final ReadOnlyObjectWrapper<RunState.Phase> phase =
      new ReadOnlyObjectWrapper<>(this, "phase", RunState.Phase.PAUSED);
  private final ReadOnlyObjectWrapper<Pace> pace =
      new ReadOnlyObjectWrapper<>(this, "pace", Pace.UNLIMITED);
  private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(this, "step");
  private final ReadOnlyDoubleWrapper stepsPerSecond = new ReadOnlyDoubleWrapper(this, "speed");
  private Optional<Lanes> lanes = Optional.empty();

  /// @param ended is told where lanes stood when they were closed
  public LanesModel(LanesFactory factory, Consumer<LanesState> ended) {
    this.factory = factory;
    this.ended = ended;
  }

  /// Opens lanes in place of those that are open.
  ///
  /// @return why they cannot be opened; then those that are open stay
  Optional<Problem> open(List<Experiment> experiments, Pace newPace) {
    Lanes opened;
    try {
      opened = factory.open(experiments);
    } catch (InvalidInput e) {
      return Optional.of(e.problem());
    }
    close();
    opened.submit(new Command.SetPace(newPace));
    lanes = Optional.of(opened);
    look();
    return Optional.empty();
  }

  /// Ends the lanes, off this thread.
  public void close() {
    lanes.ifPresent(open -> ended.accept(open.state()));
    lanes.ifPresent(open -> Thread.ofPlatform().name("lanes closing").start(open::close));
    lanes = Optional.empty();
    state.set(Optional.empty());
  }

  /// Looks at the lanes once.
  void look() {
    if (lanes.isPresent()) {
      LanesState now = lanes.get().state();
      state.set(Optional.of(now));
      phase.set(now.phase());
      pace.set(now.pace());
      step.set(now.step());
      stepsPerSecond.set(now.stepsPerSecond());
    }
  }

  /// See [Lanes#takeFrame].
  Optional<Frame> takeFrame(int lane, int resolution) {
    return lanes.flatMap(open -> open.takeFrame(lane, resolution));
  }

  /// Submits a command to all lanes.
  public void submit(Command command) {
    lanes.ifPresent(open -> open.submit(command));
  }

  public void trainOrPause() {
    submit(phase.get() == RunState.Phase.TRAINING ? new Command.Pause() : new Command.Train());
  }

  /// The lanes; empty while none are open.
  public ReadOnlyObjectProperty<Optional<LanesState>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<RunState.Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Pace> paceProperty() {
    return pace.getReadOnlyProperty();
  }

  ReadOnlyLongProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return stepsPerSecond.getReadOnlyProperty();
  }
}
