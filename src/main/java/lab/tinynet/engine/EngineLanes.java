package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import lab.tinynet.session.Command;
import lab.tinynet.session.Deeds;
import lab.tinynet.session.Examples;
import lab.tinynet.session.Lanes;
import lab.tinynet.session.LanesState;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.RunState.Phase;
import lab.tinynet.session.SessionProblems;
import lab.tinynet.session.StopRule;
import lab.tinynet.session.Timeline;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.SpecDifference;
import lab.tinynet.telemetry.Divergence;
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
  private final AtomicIntegerArray wantedResolutions;
  private final List<SpecDifference> differences;
  private volatile Published published;
  private volatile boolean closing;

  // The trainer thread's own.
  private final Pacing pacing = new Pacing();
  private final List<TimelineRun> lanes = new ArrayList<>();
  private final long[] framedSteps;
  private Phase phase = Phase.PAUSED;
  private long stepsToGo;

  /// What [#state] is made of, but for the steps.
  private record Published(
      List<Lane> lanes, Phase phase, Pace pace, Optional<Problem> problem, double stepsPerSecond) {}

  /// @param place the step a lane stands at, while it is not the length of its log
  private record Lane(
      RunLog log,
      Examples examples,
      Timeline timeline,
      Optional<Divergence> divergence,
      boolean atEnd,
      AtomicLong place) {
    long step() {
      return atEnd ? log.length() : place.get();
    }
  }

  EngineLanes(List<Experiment> experiments) {
    check(experiments);
    this.experiments = List.copyOf(experiments);
    this.differences = SpecDifference.between(experiments);
    this.frameSlots = new AtomicReferenceArray<>(experiments.size());
    this.wantedResolutions = new AtomicIntegerArray(experiments.size());
    this.framedSteps = new long[experiments.size()];
    Arrays.fill(framedSteps, -1);
    this.published = nothingYet();
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

  private Published nothingYet() {
    Matrix none = Matrix.empty(0);
    Examples nothing = new Examples(none, none, none, none);
    List<Lane> empty =
        experiments.stream()
            .map(
                experiment ->
                    new Lane(
                        new RunLog(List.of()),
                        nothing,
                        Timeline.straight(experiment, 0),
                        Optional.empty(),
                        true,
                        new AtomicLong()))
            .toList();
    return new Published(empty, Phase.PAUSED, Pace.UNLIMITED, Optional.empty(), 0);
  }

  @Override
  public void submit(Command command) {
    commands.add(command);
    LockSupport.unpark(thread);
  }

  @Override
  public LanesState state() {
    Published now = published;
    List<RunState> states = new ArrayList<>();
    long doneByAll = Long.MAX_VALUE;
    long furthest = 0;
    for (int i = 0; i < experiments.size(); i++) {
      Lane lane = now.lanes().get(i);
      long step = lane.step();
      furthest = Math.max(furthest, step);
      if (lane.divergence().isEmpty()) {
        doneByAll = Math.min(doneByAll, step);
      }
      Phase own = lane.divergence().isPresent() ? Phase.DIVERGED : now.phase();
      states.add(
          new RunState(
              experiments.get(i),
              own,
              step,
              lane.log(),
              lane.examples(),
              now.pace(),
              lane.divergence(),
              lane.timeline().grownTo(step),
              Deeds.NONE,
              StopRule.NONE,
              Optional.empty(),
              now.problem(),
              now.stepsPerSecond()));
    }
    return new LanesState(
        states,
        differences,
        now.phase(),
        doneByAll == Long.MAX_VALUE ? furthest : doneByAll,
        now.pace(),
        now.stepsPerSecond(),
        now.problem());
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

  // --- the trainer thread ---

  private void run() {
    BackgroundThread.begin();
    try {
      begin();
      while (!closing) {
        applyCommands();
        if (lanes.size() < experiments.size()) {
          LockSupport.park(this);
        } else if (underWay()) {
          goOn();
        } else {
          trainOrWait();
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "the lanes stopped: " + e);
      stop(SessionProblems.trainerFailed(e));
    } finally {
      lanes.forEach(TimelineRun::close);
    }
  }

  private void begin() {
    try {
      for (Experiment experiment : experiments) {
        lanes.add(new TimelineRun(experiment));
      }
      publish(0);
    } catch (InvalidInput e) {
      stop(e.problem());
    }
  }

  private void stop(Problem why) {
    Published last = published;
    published = new Published(last.lanes(), Phase.PAUSED, last.pace(), Optional.of(why), 0);
    observers.tell();
  }

  private void trainOrWait() {
    makeFrames();
    if (phase != Phase.TRAINING && stepsToGo == 0) {
      LockSupport.park(this);
    } else if (pacing.due()) {
      trainOneStep();
    } else {
      pacing.await(this);
    }
  }

  /// One step in every lane that can go on.
  private void trainOneStep() {
    boolean news = false;
    boolean anyGoesOn = false;
    for (int i = 0; i < lanes.size(); i++) {
      TimelineRun lane = lanes.get(i);
      if (diverged(lane)) {
        continue;
      }
      boolean goesOn = lane.step();
      anyGoesOn |= goesOn;
      Lane shown = published.lanes().get(i);
      if (!shown.atEnd()) {
        shown.place().set(lane.trainer().stepsDone());
        news |= lane.trainer().stepsDone() == lane.log().length();
      }
      news |= !goesOn;
    }
    if (stepsToGo > 0) {
      stepsToGo--;
    }
    if (!anyGoesOn) {
      stepsToGo = 0;
      phase = Phase.DIVERGED;
    }
    if (news || (stepsToGo == 0 && phase != Phase.TRAINING)) {
      publish(anyGoesOn ? published.stepsPerSecond() : 0);
    }
    pacing.stepped();
    if (phase == Phase.TRAINING) {
      pacing.speed(step()).ifPresent(speed -> published = snapshot(speed));
    }
  }

  private static boolean diverged(TimelineRun lane) {
    return lane.trainer().divergence().isPresent();
  }

  private long step() {
    return lanes.stream().mapToLong(lane -> lane.trainer().stepsDone()).max().orElse(0);
  }

  private boolean underWay() {
    return lanes.stream().anyMatch(TimelineRun::underWay);
  }

  private void goOn() {
    lanes.stream().filter(TimelineRun::underWay).forEach(lane -> lane.goOn(STRETCH_NANOS));
    if (!underWay()) {
      arrive();
    }
  }

  private void arrive() {
    if (lanes.stream().allMatch(EngineLanes::diverged)) {
      phase = Phase.DIVERGED;
    } else if (phase == Phase.DIVERGED) {
      phase = Phase.PAUSED;
    }
    Arrays.fill(framedSteps, -1);
    pacing.hurry();
    pacing.startSpeedWindow(step());
    publish(0);
  }

  private void applyCommands() {
    for (Command command = commands.poll(); command != null; command = commands.poll()) {
      if (lanes.size() == experiments.size()) {
        apply(command);
        publish(phase == Phase.TRAINING ? published.stepsPerSecond() : 0);
      }
    }
  }

  private void apply(Command command) {
    switch (command) {
      case Command.Train() -> train();
      case Command.Pause() -> pause();
      case Command.Step(long count) -> {
        pause();
        pacing.hurry();
        stepsToGo += Math.clamp(count, 0, Long.MAX_VALUE - stepsToGo);
      }
      case Command.Reset() -> {
        pause();
        for (int i = 0; i < lanes.size(); i++) {
          lanes.get(i).restart(experiments.get(i));
        }
        leave();
      }
      case Command.SetPace(Pace pace) -> pacing.set(pace);
      case Command.GoTo(long target) -> {
        pause();
        lanes.forEach(lane -> lane.goTo(target));
        leave();
      }
      case Command.Open _,
          Command.Restore _,
          Command.Change _,
          Command.SetWeights _,
          Command.SetStop _,
          Command.Undo _,
          Command.Redo _,
          Command.BeginBranch _,
          Command.RenameBranch _,
          Command.SwitchTo _ -> {}
    }
  }

  private void train() {
    stepsToGo = 0;
    if (phase == Phase.PAUSED) {
      phase = Phase.TRAINING;
      pacing.hurry();
      pacing.startSpeedWindow(step());
    }
  }

  private void pause() {
    stepsToGo = 0;
    if (phase == Phase.TRAINING) {
      phase = Phase.PAUSED;
    }
  }

  private void leave() {
    if (!underWay()) {
      arrive();
    }
  }

  private void makeFrames() {
    for (int i = 0; i < lanes.size(); i++) {
      int resolution = wantedResolutions.get(i);
      Trainer trainer = lanes.get(i).trainer();
      if (resolution > 0
          && framedSteps[i] != trainer.stepsDone()
          && frameSlots.get(i) == null
          && wantedResolutions.compareAndSet(i, resolution, 0)) {
        framedSteps[i] = trainer.stepsDone();
        frameSlots.set(i, trainer.frame(resolution));
      }
    }
  }

  private void publish(double speed) {
    published = snapshot(speed);
    observers.tell();
  }

  private Published snapshot(double speed) {
    List<Lane> shown = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      TimelineRun lane = lanes.get(i);
      Lane before = published.lanes().get(i);
      long done = lane.trainer().stepsDone();
      shown.add(
          new Lane(
              lane.log(),
              before.log() == lane.log() ? before.examples() : lane.trainer().examples(),
              lane.timeline(),
              lane.trainer().divergence(),
              done == lane.log().length(),
              new AtomicLong(done)));
    }
    return new Published(
        List.copyOf(shown),
        phase,
        pacing.pace(),
        Optional.empty(),
        phase == Phase.TRAINING ? speed : 0);
  }
}
