package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import lab.tinynet.session.Command;
import lab.tinynet.session.Examples;
import lab.tinynet.session.Lanes;
import lab.tinynet.session.LanesState;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.RunState.Phase;
import lab.tinynet.session.SessionProblems;
import lab.tinynet.session.Timeline;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.SpecDifference;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.RunLog;

/// Runs in lockstep on one trainer thread: every lane does its step before any does the next. One
/// that diverges stays where it broke.
final class EngineLanes implements Lanes {
  private static final System.Logger LOG = System.getLogger(EngineLanes.class.getName());
  private static final long CLOSE_WAIT_MILLIS = 5_000;
  private static final long STRETCH_NANOS = 4_000_000;

  private final List<Experiment> experiments;
  private final Thread thread;
  private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
  private final Observers observers = new Observers();
  private final AtomicReferenceArray<Frame> frameSlots;
  private final AtomicReferenceArray<Integer> wantedResolutions;
  private final AtomicReference<LanesState> published;
  private volatile boolean closing;

  // The trainer thread's own.
  private final Pacing pacing = new Pacing();
  private final List<TimelineRun> lanes = new ArrayList<>();
  private final List<Examples> examples = new ArrayList<>();
  private final List<SpecDifference> differences;
  private final long[] framedSteps;
  private Phase phase = Phase.PAUSED;
  private long stepsToGo;
  private long step;

  EngineLanes(List<Experiment> experiments) {
    check(experiments);
    this.experiments = List.copyOf(experiments);
    this.differences = SpecDifference.between(experiments);
    this.frameSlots = new AtomicReferenceArray<>(experiments.size());
    this.wantedResolutions = new AtomicReferenceArray<>(experiments.size());
    this.framedSteps = new long[experiments.size()];
    this.published = new AtomicReference<>(empty());
    this.thread = new Thread(this::run, "lanes");
    thread.setDaemon(true);
    thread.start();
  }

  private static void check(List<Experiment> experiments) {
    if (experiments.isEmpty() || experiments.size() > MOST) {
      throw SessionProblems.laneCount(MOST, experiments.size()).refused();
    }
    Experiment first = experiments.getFirst();
    for (Experiment experiment : experiments) {
      EngineSession.refuseInvalid(experiment);
      if (experiment.seed() != first.seed()) {
        throw SessionProblems.lanesMustAgree("seed").refused();
      }
      if (!experiment.data().equals(first.data())) {
        throw SessionProblems.lanesMustAgree("data").refused();
      }
    }
  }

  private LanesState empty() {
    Matrix none = Matrix.empty(0);
    Examples nothing = new Examples(none, none, none, none);
    List<RunState> states =
        experiments.stream()
            .map(
                experiment ->
                    new RunState(
                        experiment,
                        Phase.PAUSED,
                        0,
                        new RunLog(List.of()),
                        nothing,
                        Pace.UNLIMITED,
                        Optional.empty(),
                        Timeline.straight(experiment, 0),
                        Optional.empty(),
                        0))
            .toList();
    return new LanesState(
        states, differences, Phase.PAUSED, 0, Pace.UNLIMITED, 0, Optional.empty());
  }

  @Override
  public void submit(Command command) {
    commands.add(command);
    LockSupport.unpark(thread);
  }

  @Override
  public LanesState state() {
    return published.get();
  }

  @Override
  public Optional<Frame> takeFrame(int lane, int resolution) {
    Frame ready = frameSlots.getAndSet(lane, null);
    wantedResolutions.set(lane, resolution);
    LockSupport.unpark(thread);
    return Optional.ofNullable(ready);
  }

  @Override
  public AutoCloseable observe(Runnable observer) {
    return observers.add(observer);
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join(CLOSE_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    observers.close();
  }
