package lab.tinynet.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import lab.tinynet.session.Branch;
import lab.tinynet.session.Command;
import lab.tinynet.session.Deeds;
import lab.tinynet.session.Examples;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.RunState.Phase;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.Session;
import lab.tinynet.session.SessionProblems;
import lab.tinynet.session.StopRule;
import lab.tinynet.session.Timeline;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.Validation;
import lab.tinynet.spec.WeightEdit;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish;
import lab.tinynet.telemetry.KillingUpdate;
import lab.tinynet.telemetry.RunLog;

/// A running experiment on a trainer thread of its own. Fields marked so belong to that thread.
final class EngineSession implements Session {
  private static final System.Logger LOG = System.getLogger(EngineSession.class.getName());
  private static final long CLOSE_WAIT_MILLIS = 5_000;

  /// How long the trainer goes on towards another step before it looks for commands again.
  private static final long STRETCH_NANOS = 4_000_000;

  /// How often it shows where it is on a long way.
  private static final long SIGN_OF_LIFE_NANOS = 250_000_000;

  private final Thread thread;
  private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
  private final Observers observers = new Observers();
  private final FrameDesk frames = new FrameDesk();
  private final DeathQuestions deaths = new DeathQuestions();
  private volatile boolean closing;
  private volatile Published published;

  // The trainer thread's own.
  private final Pacing pacing = new Pacing();
  private final DeedStack deeds = new DeedStack();

  /// The session before the command that is being applied, which may have to wait in between.
  private Optional<SavedSession> before = Optional.empty();

  private Experiment experiment;
  private int changesSeen;
  private TimelineRun run;
  private Phase phase = Phase.PAUSED;
  private Optional<Problem> problem = Optional.empty();
  private StopRule stop = StopRule.NONE;
  private Optional<StopRule.Reason> stopped = Optional.empty();
  private long stepsToGo;
  private long lastSign;

  EngineSession(SavedSession saved) {
    this.experiment = saved.timeline().currentBranch().experimentAt(saved.position());
    Matrix none = Matrix.empty(0);
    this.published =
        Published.at(
            new RunState(
                experiment,
                Phase.PAUSED,
                0,
                new RunLog(List.of()),
                new Examples(none, none, none, none),
                Pace.UNLIMITED,
                Optional.empty(),
                saved.timeline(),
                Deeds.NONE,
                StopRule.NONE,
                Optional.empty(),
                Optional.empty(),
                0),
            true);
    this.thread = new Thread(() -> run(saved), "trainer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void submit(Command command) {
    commands.add(command);
    LockSupport.unpark(thread);
  }

  @Override
  public RunState state() {
    return published.state();
  }

  @Override
  public Optional<Frame> takeFrame(int resolution) {
    return takeFrame(FrameWish.maps(resolution));
  }

  @Override
  public Optional<Frame> takeFrame(FrameWish wished) {
    Optional<Frame> ready = frames.take(wished);
    RunState now = published.base();
    if (now.phase() != Phase.TRAINING || !now.pace().unlimited()) {
      LockSupport.unpark(thread);
    }
    return ready;
  }

  @Override
  public CompletableFuture<Optional<KillingUpdate>> killingUpdate(int layer, int unit, long found) {
    CompletableFuture<Optional<KillingUpdate>> answer = deaths.ask(layer, unit, found);
    LockSupport.unpark(thread);
    return answer;
  }

  @Override
  public AutoCloseable observe(Runnable observer) {
    return observers.add(observer);
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    try {
      thread.join(CLOSE_WAIT_MILLIS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    observers.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // --- the trainer thread ---

  private void run(SavedSession saved) {
    BackgroundThread.begin();
    try {
      begin(saved);
      while (!closing) {
        applyCommands();
        if (run == null) {
          LockSupport.park(this);
          continue;
        }
        if (run.underWay()) {
          goOn();
          continue;
        }
        deaths.answer(run);
        frames.serve(run.trainer());
        if (phase != Phase.TRAINING && stepsToGo == 0) {
          LockSupport.park(this);
        } else if (pacing.due()) {
          frames.giveWay();
          trainOneStep();
        } else {
          pacing.await(this);
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "the trainer stopped: " + e);
      fail(e);
    } finally {
      if (run != null) {
        run.close();
      }
    }
  }

  /// What cannot be built (its data files may be gone) is told, and another experiment awaited.
  private void begin(SavedSession saved) {
    try {
      take(new TimelineRun(saved), false);
    } catch (InvalidInput e) {
      stop(e.problem());
    }
  }

  private void fail(Throwable e) {
    stop(SessionProblems.trainerFailed(e));
  }

  private void stop(Problem why) {
    RunState last = state();
    published =
        Published.at(
            new RunState(
                last.experiment(),
                Phase.PAUSED,
                last.step(),
                last.log(),
                last.examples(),
                last.pace(),
                last.divergence(),
                last.timeline(),
                deeds.deeds(),
                stop,
                stopped,
                Optional.of(why),
                0),
            published.atEnd());
    observers.tell();
  }

  private void trainOneStep() {
    boolean goesOn = run.step();
    long done = run.trainer().stepsDone();
    boolean edited = run.trainer().changes() != changesSeen;
    look();
    boolean known = !published.atEnd();
    if (known) {
      published.position().set(done);
    }
    boolean reachedEnd = known && done == run.log().length();
    if (stepsToGo > 0) {
      stepsToGo--;
    }
    if (!goesOn) {
      stepsToGo = 0;
      phase = Phase.DIVERGED;
    }
    boolean stops = phase == Phase.TRAINING && stops(done);
    if (!goesOn || stops || edited || reachedEnd || (stepsToGo == 0 && phase != Phase.TRAINING)) {
      publish(goesOn ? published.base().stepsPerSecond() : 0);
    }
    pacing.stepped();
    if (phase == Phase.TRAINING) {
      pacing.speed(done).ifPresent(speed -> published = snapshot(speed));
    }
  }

  /// Pauses where the rule says so.
  private boolean stops(long done) {
    stopped = stop.reached(run.log(), done);
    if (stopped.isPresent()) {
      phase = Phase.PAUSED;
    }
    return stopped.isPresent();
  }

  /// Goes on towards another step for a while.
  private void goOn() {
    boolean arrived = run.goOn(STRETCH_NANOS);
    if (arrived) {
      arrive();
    } else if (System.nanoTime() - lastSign > SIGN_OF_LIFE_NANOS) {
      lastSign = System.nanoTime();
      look();
      publish(0);
    }
  }

  private void arrive() {
    look();
    if (phase != Phase.TRAINING) {
      phase = run.trainer().divergence().isPresent() ? Phase.DIVERGED : Phase.PAUSED;
    }
    frames.forget();
    pacing.hurry();
    pacing.startSpeedWindow(run.trainer().stepsDone());
    publish(0);
  }

  /// Takes note of the experiment as the trainer has it.
  private void look() {
    experiment = run.trainer().experiment();
    changesSeen = run.trainer().changes();
  }

  private void applyCommands() {
    for (Command command = commands.peek(); command != null; command = commands.peek()) {
      problem = Optional.empty();
      stopped = Optional.empty();
      if (before.isEmpty() && run != null && DeedStack.counts(command)) {
        before = Optional.of(now());
      }
      boolean applied = run == null ? applyWithoutRun(command) : applyOrRefuse(command);
      if (!applied) {
        return;
      }
      commands.remove();
      if (problem.isEmpty() && before.isPresent()) {
        deeds.did(command, before.get(), System.nanoTime());
      }
      before = Optional.empty();
      if (run != null) {
        publish(phase == Phase.TRAINING ? published.base().stepsPerSecond() : 0);
      }
    }
  }

  /// The session as it stands; on its way to a step it counts as arrived.
  private SavedSession now() {
    Timeline timeline = run.timeline();
    return new SavedSession(
        new Timeline(timeline.branches(), timeline.current(), OptionalLong.empty()),
        timeline.goingTo().orElse(run.trainer().stepsDone()));
  }

  private boolean applyOrRefuse(Command command) {
    try {
      return apply(command);
    } catch (InvalidInput e) {
      problem = Optional.of(e.problem());
      return true;
    }
  }

  /// Where there is nothing to be trained, nothing can be done but open something.
  private boolean applyWithoutRun(Command command) {
    try {
      if (command instanceof Command.Open(Experiment other, boolean train)) {
        open(other, train);
      } else if (command instanceof Command.Restore(SavedSession session)) {
        restore(session);
      }
    } catch (InvalidInput e) {
      stop(e.problem());
    }
    return true;
  }

  /// @return false if the command has to wait until the run has arrived where it is going
  private boolean apply(Command command) {
    switch (command) {
      case Command.Train() -> {
        stepsToGo = 0;
        if (phase != Phase.TRAINING) {
          phase = Phase.TRAINING;
          pacing.hurry();
          pacing.startSpeedWindow(run.trainer().stepsDone());
        }
      }
      case Command.Pause() -> pause();
      case Command.Step(long count) -> {
        phase = Phase.PAUSED;
        if (stepsToGo == 0) {
          pacing.hurry();
        }
        long room = Long.MAX_VALUE - stepsToGo;
        stepsToGo += Math.clamp(count, 0, room);
      }
      case Command.Reset() -> {
        run.restart(experiment);
        startAgain(false);
      }
      case Command.Open(Experiment other, boolean train) -> open(other, train);
      case Command.Restore(SavedSession session) -> restore(session);
      case Command.Change(Experiment changed) -> {
        return change(changed);
      }
      case Command.SetWeights(List<WeightEdit> weights) -> {
        return set(weights);
      }
      case Command.Undo() -> deeds.undo(now()).ifPresent(this::goBackTo);
      case Command.Redo() -> deeds.redo(now()).ifPresent(this::goBackTo);
      case Command.SetPace(Pace other) -> pacing.set(other);
      case Command.SetStop(StopRule rule) -> stop = rule;
      case Command.GoTo(long step) -> {
        run.goTo(step);
        leave();
      }
      case Command.BeginBranch(String name) -> {
        if (run.underWay()) {
          return false;
        }
        run.beginBranch(acceptable(name));
        leave();
      }
      case Command.RenameBranch(int number, String name) -> run.rename(number, acceptable(name));
      case Command.SwitchTo(int number) -> {
        run.switchTo(number);
        leave();
      }
    }
    return true;
  }

  private void pause() {
    stepsToGo = 0;
    if (phase == Phase.TRAINING) {
      phase = Phase.PAUSED;
    }
  }

  private static String acceptable(String name) {
    if (name.length() > Branch.MOST_NAME) {
      throw SessionProblems.branchNameTooLong(Branch.MOST_NAME).refused();
    }
    return name.strip();
  }

  private void open(Experiment other, boolean train) {
    refuseInvalid(other);
    take(new TimelineRun(other), train);
  }

  private void restore(SavedSession session) {
    session.timeline().branches().forEach(branch -> refuseInvalid(branch.start()));
    take(new TimelineRun(session), false);
  }

  private void take(TimelineRun other, boolean train) {
    if (run != null) {
      run.close();
    }
    run = other;
    startAgain(train);
  }

  private void startAgain(boolean train) {
    stepsToGo = 0;
    phase = train ? Phase.TRAINING : Phase.PAUSED;
    lastSign = System.nanoTime();
    arriveUnlessUnderWay();
  }

  /// After the run has set out for another place.
  private void leave() {
    pause();
    lastSign = System.nanoTime();
    arriveUnlessUnderWay();
  }

  private void arriveUnlessUnderWay() {
    frames.forget();
    look();
    if (!run.underWay()) {
      arrive();
    }
  }

  /// @throws InvalidInput with the first problem of an experiment that cannot be built
  static void refuseInvalid(Experiment experiment) {
    List<Problem> problems = Validation.check(experiment);
    if (!problems.isEmpty()) {
      throw problems.getFirst().refused();
    }
  }

  private boolean change(Experiment changed) {
    refuseInvalid(changed);
    if (run.underWay()) {
      return false;
    }
    Experiment restarted =
        changed
            .withName(experiment.name())
            .withOptimizer(experiment.optimizer())
            .withClip(experiment.clip())
            .withPenalty(experiment.penalty());
    if (!restarted.equals(experiment)) {
      throw SessionProblems.needsRestart().refused();
    }
    return edit(changed, List.of());
  }

  private boolean set(List<WeightEdit> weights) {
    if (run.underWay()) {
      return false;
    }
    Weights now = run.trainer().weights();
    for (WeightEdit edit : weights) {
      now = edit.in(now);
    }
    return edit(experiment, weights);
  }

  /// Makes an edit at the present step, on a branch of its own if steps come after it.
  private boolean edit(Experiment changed, List<WeightEdit> weights) {
    if (run.beforeEnd()) {
      run.beginBranch("");
      if (run.underWay()) {
        return false;
      }
    }
    run.edit(changed, weights);
    look();
    long done = run.trainer().stepsDone();
    frames.edited(phase == Phase.TRAINING && weights.isEmpty() ? done + 1 : done);
    if (phase == Phase.DIVERGED) {
      phase = Phase.PAUSED;
    }
    return true;
  }

  /// Makes the session what it was.
  private void goBackTo(SavedSession then) {
    if (run.knows(then)) {
      run.become(then);
      leave();
    } else {
      take(new TimelineRun(then), false);
    }
  }

  private void publish(double speed) {
    published = snapshot(speed);
    observers.tell();
  }

  private Published snapshot(double speed) {
    RunLog log = run.log();
    RunState last = published.base();
    Examples examples = last.examples();
    if (last.log().layers().isEmpty() || last.log() != log) {
      examples = run.trainer().examples();
    }
    long done = run.trainer().stepsDone();
    return Published.at(
        new RunState(
            experiment,
            phase,
            done,
            log,
            examples,
            pacing.pace(),
            run.trainer().divergence(),
            run.timeline(),
            deeds.deeds(),
            stop,
            stopped,
            problem,
            phase == Phase.TRAINING ? speed : 0),
        done == log.length());
  }
}
