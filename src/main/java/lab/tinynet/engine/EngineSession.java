package lab.tinynet.engine;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import lab.tinynet.session.Command;
import lab.tinynet.session.Examples;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.RunState.Phase;
import lab.tinynet.session.Session;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.Validation;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.RunLog;

/// A running experiment on a trainer thread of its own. Fields marked so belong to that thread.
final class EngineSession implements Session {
  private static final System.Logger LOG = System.getLogger(EngineSession.class.getName());
  private static final int STEPS_BETWEEN_CLOCK_READS = 32;
  private static final long SPEED_WINDOW_NANOS = 300_000_000;
  private static final long CLOSE_WAIT_MILLIS = 5_000;
  private static final double LONGEST_INTERVAL_NANOS = 1e15;

  private final Thread thread;
  private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
  private final List<Runnable> observers = new CopyOnWriteArrayList<>();
  private final AtomicReference<Frame> frameSlot = new AtomicReference<>();
  private volatile int wantedResolution;
  private volatile boolean closing;
  private volatile Published published;

  // The trainer thread's own.
  private Experiment experiment;
  private Trainer trainer;
  private Phase phase = Phase.PAUSED;
  private Pace pace = Pace.UNLIMITED;
  private Optional<Problem> problem = Optional.empty();
  private long stepsToGo;
  private long nextDue;
  private long framedStep = -1;
  private int framedResolution;
  private long speedSince;
  private long speedFrom;

  /// What [#state] is made of, but for the step, which is read off the log.
  private record Published(
      Experiment experiment,
      Phase phase,
      RunLog log,
      Examples examples,
      Pace pace,
      Optional<Divergence> divergence,
      Optional<Problem> problem,
      double stepsPerSecond) {}

  EngineSession(Experiment experiment) {
    this.experiment = experiment;
    Matrix none = Matrix.empty(0);
    this.published =
        new Published(
            experiment,
            Phase.PAUSED,
            new RunLog(List.of()),
            new Examples(none, none, none, none),
            pace,
            Optional.empty(),
            Optional.empty(),
            0);
    this.thread = new Thread(this::run, "trainer");
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
    Published now = published;
    return new RunState(
        now.experiment(),
        now.phase(),
        now.log().length(),
        now.log(),
        now.examples(),
        now.pace(),
        now.divergence(),
        now.problem(),
        now.stepsPerSecond());
  }

  @Override
  public Optional<Frame> takeFrame(int resolution) {
    Frame ready = frameSlot.getAndSet(null);
    wantedResolution = resolution;
    Published now = published;
    if (now.phase() != Phase.TRAINING || !now.pace().unlimited()) {
      LockSupport.unpark(thread);
    }
    return Optional.ofNullable(ready);
  }

  @Override
  public AutoCloseable observe(Runnable observer) {
    observers.add(observer);
    return () -> observers.remove(observer);
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
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      open(experiment, false);
      while (!closing) {
        applyCommands();
        makeFrame();
        if (phase != Phase.TRAINING && stepsToGo == 0) {
          LockSupport.park(this);
        } else if (pace.unlimited() || nextDue - System.nanoTime() <= 0) {
          trainOneStep();
        } else {
          LockSupport.parkNanos(this, nextDue - System.nanoTime());
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "the trainer stopped: " + e);
      fail(e);
    } finally {
      if (trainer != null) {
        trainer.close();
      }
    }
  }

  private void fail(Throwable e) {
    Published last = published;
    published =
        new Published(
            last.experiment(),
            Phase.PAUSED,
            last.log(),
            last.examples(),
            last.pace(),
            last.divergence(),
            Optional.of(Problem.of("", "trainer-failed", "detail", e)),
            0);
    tellObservers();
  }

  private void trainOneStep() {
    boolean updated = trainer.step();
    if (stepsToGo > 0 && --stepsToGo == 0) {
      publish(0);
    }
    if (!updated) {
      stepsToGo = 0;
      phase = Phase.DIVERGED;
      publish(0);
      return;
    }
    if (!pace.unlimited()) {
      nextDue = Math.max(nextDue + interval(), System.nanoTime() - interval());
    }
    boolean readClock = trainer.stepsDone() % STEPS_BETWEEN_CLOCK_READS == 0 || !pace.unlimited();
    if (phase == Phase.TRAINING && readClock) {
      measureSpeed();
    }
  }

  /// Nanoseconds between two steps.
  private long interval() {
    return (long) Math.min(1e9 / pace.stepsPerSecond(), LONGEST_INTERVAL_NANOS);
  }

  private void measureSpeed() {
    long now = System.nanoTime();
    if (now - speedSince < SPEED_WINDOW_NANOS) {
      return;
    }
    double speed = (trainer.stepsDone() - speedFrom) * 1e9 / (now - speedSince);
    startSpeedWindow();
    published = snapshot(speed);
  }

  private void startSpeedWindow() {
    speedSince = System.nanoTime();
    speedFrom = trainer.stepsDone();
  }

  private void applyCommands() {
    for (Command command = commands.poll(); command != null; command = commands.poll()) {
      problem = Optional.empty();
      try {
        apply(command);
      } catch (InvalidInput e) {
        problem = Optional.of(e.problem());
      }
      publish(phase == Phase.TRAINING ? published.stepsPerSecond() : 0);
    }
  }

  private void apply(Command command) {
    switch (command) {
      case Command.Train() -> {
        stepsToGo = 0;
        if (phase != Phase.TRAINING) {
          phase = Phase.TRAINING;
          nextDue = System.nanoTime();
          startSpeedWindow();
        }
      }
      case Command.Pause() -> {
        stepsToGo = 0;
        if (phase == Phase.TRAINING) {
          phase = Phase.PAUSED;
        }
      }
      case Command.Step(long count) -> {
        phase = Phase.PAUSED;
        if (stepsToGo == 0) {
          nextDue = System.nanoTime();
        }
        long room = Long.MAX_VALUE - stepsToGo;
        stepsToGo += Math.clamp(count, 0, room);
      }
      case Command.Reset() -> open(experiment, false);
      case Command.Open(Experiment other, boolean train) -> open(other, train);
      case Command.Change(Experiment changed) -> change(changed);
      case Command.SetPace(Pace other) -> {
        pace = other;
        nextDue = Math.min(nextDue, System.nanoTime() + interval());
      }
    }
  }

  private void open(Experiment other, boolean train) {
    refuseInvalid(other);
    Trainer fresh = Trainer.of(other);
    if (trainer != null) {
      trainer.close();
    }
    trainer = fresh;
    experiment = fresh.experiment();
    stepsToGo = 0;
    phase = train ? Phase.TRAINING : Phase.PAUSED;
    nextDue = System.nanoTime();
    framedStep = -1;
    frameSlot.set(null);
    startSpeedWindow();
    publish(0);
  }

  /// @throws InvalidInput with the first problem of an experiment that cannot be built
  static void refuseInvalid(Experiment experiment) {
    List<Problem> problems = Validation.check(experiment);
    if (!problems.isEmpty()) {
      throw problems.getFirst().refused();
    }
  }

  private void change(Experiment changed) {
    refuseInvalid(changed);
    Experiment restarted =
        changed
            .withName(experiment.name())
            .withOptimizer(experiment.optimizer())
            .withClip(experiment.clip())
            .withPenalty(experiment.penalty());
    if (!restarted.equals(experiment)) {
      throw Problem.of("", "needs-restart").refused();
    }
    trainer.change(changed);
    experiment = changed;
    framedStep = -1;
    if (phase == Phase.DIVERGED) {
      phase = Phase.PAUSED;
    }
  }

  private void makeFrame() {
    int resolution = wantedResolution;
    if (resolution == 0 || trainer == null) {
      return;
    }
    boolean stale = framedStep != trainer.stepsDone() || framedResolution != resolution;
    if (stale && frameSlot.get() == null) {
      wantedResolution = 0;
      framedStep = trainer.stepsDone();
      framedResolution = resolution;
      frameSlot.set(trainer.frame(resolution));
    }
  }

  private void publish(double speed) {
    published = snapshot(speed);
    tellObservers();
  }

  /// In a way that lets observers come and go meanwhile, on this thread and on others.
  private void tellObservers() {
    List<Runnable> failed = observers.stream().filter(EngineSession::fails).toList();
    observers.removeAll(failed);
  }

  /// Tells one observer. One that throws is told no more, which is how it is reported only once.
  private static boolean fails(Runnable observer) {
    try {
      observer.run();
      return false;
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "an observer failed and is told no more: " + e);
      return true;
    }
  }

  private Published snapshot(double speed) {
    Examples examples =
        published.log() == trainer.log() ? published.examples() : trainer.examples();
    return new Published(
        experiment,
        phase,
        trainer.log(),
        examples,
        pace,
        trainer.divergence(),
        problem,
        phase == Phase.TRAINING ? speed : 0);
  }
}
