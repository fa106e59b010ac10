package lab.tinynet.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.tinynet.session.Command;
import lab.tinynet.session.Deeds;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;
import lab.tinynet.session.Timeline;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.telemetry.KillingUpdate;
import lab.tinynet.telemetry.ProbePoint;
import lab.tinynet.telemetry.RunLog;

/// What the views know of the run: the session's state, read once a pulse and kept in properties.
/// Belongs to the JavaFX application thread; asks the session, never waits for it.
public final class LabModel implements ExperimentEditor {
  /// Pulses after an edit during which its effect is looked for at each.
  private static final int HURRY = 10;

  private final Session session;
  private final Function<Experiment, Optional<Problem>> validation;
  private final ReadOnlyObjectWrapper<RunState> state;
  private final ReadOnlyObjectWrapper<Experiment> experiment;
  private final ReadOnlyObjectWrapper<RunState.Phase> phase;
  private final ReadOnlyObjectWrapper<RunLog> log;
  private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(this, "step");
  private final ReadOnlyLongWrapper end = new ReadOnlyLongWrapper(this, "end");
  private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper(this, "position");
  private final ReadOnlyObjectWrapper<Deeds> deeds;
  private final ReadOnlyObjectWrapper<List<BranchName>> branches;
  private final ReadOnlyDoubleWrapper stepsPerSecond = new ReadOnlyDoubleWrapper(this, "speed");
  private final ReadOnlyObjectWrapper<Optional<Frame>> frame =
      new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
  private final ReadOnlyObjectWrapper<Pace> pace;
  private Optional<Experiment> submitted = Optional.empty();
  private Optional<ProbePoint> followed = Optional.empty();
  private Optional<UnitPlace> watched = Optional.empty();
  private int hurry;

  /// @param validation what is wrong with an experiment, if anything
  public LabModel(Session session, Function<Experiment, Optional<Problem>> validation) {
    this.session = session;
    this.validation = validation;
    RunState now = session.state();
    state = new ReadOnlyObjectWrapper<>(this, "state", now);
    experiment = new ReadOnlyObjectWrapper<>(this, "experiment", now.experiment());
    phase = new ReadOnlyObjectWrapper<>(this, "phase", now.phase());
    log = new ReadOnlyObjectWrapper<>(this, "log", now.log());
    pace = new ReadOnlyObjectWrapper<>(this, "pace", now.pace());
    deeds = new ReadOnlyObjectWrapper<>(this, "deeds", now.deeds());
    branches = new ReadOnlyObjectWrapper<>(this, "branches", BranchName.all(now.timeline()));
    end.set(now.timeline().currentBranch().end());
    position.set(now.timeline().goingTo().orElse(now.step()));
    step.set(now.step());
  }

  /// A branch without what changes from step to step.
  ///
  /// @param current whether the run is on it
  /// @param edits how many changes it has
  public record BranchName(int number, String name, boolean current, int edits) {
    static List<BranchName> all(Timeline timeline) {
      return timeline.branches().stream()
          .map(
              branch ->
                  new BranchName(
                      branch.number(),
                      branch.name(),
                      branch.number() == timeline.current(),
                      branch.edits().size()))
          .toList();
    }
  }

  /// Looks at the session once.
  ///
  /// @param resolution side of the maps of the next frame, in cells; 0 to leave the frame for a
  ///     later look, which saves the trainer from making one that nobody would see
  public void look(int resolution) {
    RunState now = session.state();
    if (now.log() != log.get()) {
      frame.set(Optional.empty());
    }
    state.set(now);
    log.set(now.log());
    phase.set(now.phase());
    step.set(now.step());
    stepsPerSecond.set(now.stepsPerSecond());
    end.set(Math.max(now.step(), now.timeline().currentBranch().end()));
    position.set(now.timeline().goingTo().orElse(now.step()));
    deeds.set(now.deeds());
    branches.set(BranchName.all(now.timeline()));
    pace.set(now.pace());
    hurry = Math.max(0, hurry - 1);
    if (resolution > 0) {
      session
          .takeFrame(new FrameWish(resolution, followed, watched))
          .ifPresent(fresh -> frame.set(Optional.of(fresh)));
    }
    adopt(now);
  }

  /// Whether an edit is so fresh that its effect should be looked for at every pulse.
  public boolean hurrying() {
    return hurry > 0;
  }

  /// Follows an input through the network from the next frame on; empty to let it go.
  public void follow(Optional<ProbePoint> point) {
    followed = point;
  }

  /// The input that is followed, if somebody chose one.
  public Optional<ProbePoint> followed() {
    return followed;
  }

  /// Has a unit measured in the frames; empty for none.
  public void watch(Optional<UnitPlace> unit) {
    watched = unit;
  }

  /// Finds the update that killed a unit, see [Session#killingUpdate].
  public CompletableFuture<Optional<KillingUpdate>> killingUpdate(int layer, int unit, long found) {
    return session.killingUpdate(layer, unit, found);
  }

  /// The newest state and, until the session has caught up with an edit, the experiment as edited:
  /// otherwise a field would jump back to its old value while its owner types in the next.
  private void adopt(RunState now) {
    boolean settled =
        submitted.isEmpty()
            || submitted.get().equals(now.experiment())
            || now.problem().isPresent();
    if (settled) {
      submitted = Optional.empty();
      experiment.set(now.experiment());
    }
  }

  /// Sets a parameter by hand, see [HandEdits#of].
  public void set(int layer, int row, int unit, double value) {
    HandEdits.of(experiment.get(), layer, row, unit, value)
        .ifPresent(edit -> session.submit(new Command.SetWeights(List.of(edit))));
  }

  public void train() {
    session.submit(new Command.Train());
  }

  public void pause() {
    session.submit(new Command.Pause());
  }

  public void trainOrPause() {
    if (phase.get() == RunState.Phase.TRAINING) {
      pause();
    } else {
      train();
    }
  }

  public void step(long count) {
    session.submit(new Command.Step(count));
  }

  public void reset() {
    session.submit(new Command.Reset());
  }

  public void setPace(Pace newPace) {
    session.submit(new Command.SetPace(newPace));
  }

  @Override
  public Optional<Problem> check(UnaryOperator<Experiment> edit) {
    return validation.apply(edit.apply(experiment.get()));
  }

  /// Changes the experiment: live where the network can go on, else by a start at step 0.
  ///
  /// @return what is wrong with it; then the last valid one goes on
  @Override
  public Optional<Problem> edit(UnaryOperator<Experiment> edit) {
    Experiment before = experiment.get();
    Experiment after = edit.apply(before);
    if (after.equals(before)) {
      return Optional.empty();
    }
    Optional<Problem> problem = validation.apply(after);
    if (problem.isPresent()) {
      return problem;
    }
    if (ExperimentEdits.keepsRunning(before, after)) {
      session.submit(new Command.Change(after));
    } else {
      session.submit(new Command.Open(after, phase.get() == RunState.Phase.TRAINING));
    }
    expect(after);
    return Optional.empty();
  }

  /// Opens another experiment at step 0, paused or training.
  public void open(Experiment other, boolean training) {
    session.submit(new Command.Open(other, training));
    expect(other);
  }

  /// Submits a command made elsewhere, such as a remedy of the tutor.
  public void submit(Command command) {
    session.submit(command);
    switch (command) {
      case Command.Open open -> expect(open.experiment());
      case Command.Restore(var other) ->
          expect(other.timeline().currentBranch().experimentAt(other.position()));
      case Command.Change change -> expect(change.experiment());
      case Command.Train() -> {}
      case Command.Pause() -> {}
      case Command.Reset() -> {}
      case Command.Step step -> {}
      case Command.SetPace pace -> {}
      case Command.SetStop _ -> {}
      case Command.SetWeights _ -> {}
      case Command.BeginBranch begin -> {}
      case Command.RenameBranch rename -> {}
      case Command.Undo _, Command.Redo _, Command.GoTo _, Command.SwitchTo _ ->
          // An edit that is taken back at once is never seen.
          submitted = Optional.empty();
    }
  }

  private void expect(Experiment edited) {
    submitted = Optional.of(edited);
    hurry = HURRY;
    experiment.set(edited);
  }

  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public RunState state() {
    return state.get();
  }

  @Override
  public ReadOnlyObjectProperty<Experiment> experimentProperty() {
    return experiment.getReadOnlyProperty();
  }

  @Override
  public Experiment experiment() {
    return experiment.get();
  }

  public ReadOnlyObjectProperty<RunState.Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /// The log of the run; another object after a reset.
  public ReadOnlyObjectProperty<RunLog> logProperty() {
    return log.getReadOnlyProperty();
  }

  public ReadOnlyLongProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// The last known step of the branch.
  public ReadOnlyLongProperty endProperty() {
    return end.getReadOnlyProperty();
  }

  /// Where the run stands, or is going.
  public ReadOnlyLongProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /// What can be undone and done again.
  public ReadOnlyObjectProperty<Deeds> deedsProperty() {
    return deeds.getReadOnlyProperty();
  }

  /// The branches; does not change with the steps.
  public ReadOnlyObjectProperty<List<BranchName>> branchesProperty() {
    return branches.getReadOnlyProperty();
  }

  public ReadOnlyDoubleProperty stepsPerSecondProperty() {
    return stepsPerSecond.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Pace> paceProperty() {
    return pace.getReadOnlyProperty();
  }

  /// The newest picture of the network of this run; empty until there is one.
  public ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
    return frame.getReadOnlyProperty();
  }
}
