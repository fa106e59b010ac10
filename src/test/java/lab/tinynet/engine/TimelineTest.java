package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.session.Branch;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.RunState.Phase;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.Session;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Going back, going on, and going another way.
class TimelineTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final Optimizer ADAM = new Optimizer.Adam(0.02, 0.9, 0.999, 1e-8);
  private static final Experiment MOONS =
      TinyNetworks.of(
              new DataSpec.Generated(DataSpec.Shape.MOONS, 80, 0.2, 0.3),
              ADAM,
              dense(6, Kind.RELU),
              dense(5, Kind.RELU),
              dense(1, Kind.TANH))
          .withBatch(new BatchSize(9));

  private Session session = new EngineSessions().open(MOONS);
  private Watch watch = new Watch(session);
  private int resolution = 3;

  @AfterEach
  void close() {
    watch.close();
    session.close();
  }

  @Test
  void goingToAStepShowsTheStateOfThatStepAndKeepsTheLog() throws Exception {
    runTo(2_000);
    LogPrint whole = LogPrint.of(session.state().log(), 2_000);
    for (long step : new long[] {1_500, 0, 1_999, 3, 2_000, 257, 256, 255, 1_000}) {
      RunState there = goTo(step);
      assertThat(there.phase()).isEqualTo(Phase.PAUSED);
      assertThat(there.log().length()).isEqualTo(2_000);
      assertThat(there.timeline().currentBranch().end()).isEqualTo(2_000);
      assertThat(numbers(frame())).as("step %d", step).isEqualTo(numbers(straight(step)));
      assertThat(LogPrint.of(there.log().until(step), step))
          .isEqualTo(LogPrint.of(there.log(), step));
      assertThat(there.log().until(step).length()).isEqualTo(step);
      assertThat(there.log().until(step).histograms().probes())
          .isEqualTo(there.log().probesUntil(step));
    }
    assertThat(LogPrint.of(session.state().log(), 2_000)).isEqualTo(whole);
  }

  @Test
  void goingBeyondTheEndGoesToTheEnd() throws Exception {
    runTo(300);
    assertThat(goTo(100).step()).isEqualTo(100);
    session.submit(new Command.GoTo(1_000_000));
    assertThat(watch.untilDone(state -> state.step() == 300).phase()).isEqualTo(Phase.PAUSED);
    session.submit(new Command.GoTo(-5));
    watch.untilDone(state -> state.step() == 0);
  }

  @Test
  void trainingOnFromThePastGoesThroughTheKnownStepsAndBeyond() throws Exception {
    runTo(700);
    goTo(350);
    session.submit(new Command.Step(100));
    RunState known = watch.untilDone(state -> state.step() == 450);
    assertThat(known.log().length()).isEqualTo(700);
    session.submit(new Command.Step(800));
    RunState beyond = watch.untilDone(state -> state.step() == 1_250);
    assertThat(beyond.log().length()).isEqualTo(1_250);
    assertThat(LogPrint.of(beyond.log(), 1_250)).isEqualTo(print(MOONS, List.of(), 1_250));
    assertThat(beyond.timeline().branches()).hasSize(1);
  }

  @Test
  void aChangeInThePastBeginsABranchAndTheOldFutureStays() throws Exception {
    runTo(900);
    goTo(400);
    Experiment slower = MOONS.withOptimizer(new Optimizer.Sgd(0.01));
    session.submit(new Command.Change(slower));
    RunState changed = watch.until(state -> state.experiment().equals(slower));
    assertThat(changed.step()).isEqualTo(400);
    assertThat(changed.log().length()).isEqualTo(400);
    assertThat(changed.timeline().branches())
        .containsExactly(
            new Branch(1, "", OptionalInt.empty(), 0, MOONS, List.of(), 900),
            new Branch(
                2, "", OptionalInt.of(1), 400, MOONS, List.of(new StampedEdit(400, slower)), 400));
    assertThat(changed.timeline().current()).isEqualTo(2);
    session.submit(new Command.Step(600));
    RunState other = watch.untilDone(state -> state.step() == 1_000);
    assertThat(LogPrint.of(other.log(), 1_000))
        .isEqualTo(print(MOONS, List.of(new StampedEdit(400, slower)), 1_000));

    session.submit(new Command.RenameBranch(1, " before "));
    session.submit(new Command.SwitchTo(1));
    RunState back = watch.untilDone(state -> state.step() == 900);
    assertThat(back.experiment()).isEqualTo(MOONS);
    assertThat(back.timeline().currentBranch().name()).isEqualTo("before");
    assertThat(LogPrint.of(back.log(), 900)).isEqualTo(print(MOONS, List.of(), 900));
    session.submit(new Command.Step(100));
    watch.untilDone(state -> state.step() == 1_000);
    assertThat(LogPrint.of(session.state().log(), 1_000)).isEqualTo(print(MOONS, List.of(), 1_000));

    session.submit(new Command.SwitchTo(2));
    RunState again =
        watch.untilDone(state -> state.timeline().current() == 2 && state.step() == 1_000);
    assertThat(again.experiment()).isEqualTo(slower);
    assertThat(numbers(frame()))
        .isEqualTo(numbers(frame(MOONS, List.of(new StampedEdit(400, slower)), 1_000)));
  }

  @Test
  void aBranchBegunByHandGoesOnAsTheRunDid() throws Exception {
    runTo(600);
    goTo(200);
    session.submit(new Command.BeginBranch("twin"));
    RunState begun = watch.until(state -> state.timeline().current() == 2);
    assertThat(begun.timeline().currentBranch().name()).isEqualTo("twin");
    assertThat(begun.log().length()).isEqualTo(200);
    session.submit(new Command.Step(1_000));
    watch.untilDone(state -> state.step() == 1_200);
    assertThat(LogPrint.of(session.state().log(), 1_200)).isEqualTo(print(MOONS, List.of(), 1_200));
  }

  @Test
  void aResetKeepsTheRunThatWasAsABranch() throws Exception {
    runTo(100);
    session.submit(new Command.Reset());
    RunState reset = watch.untilDone(state -> state.step() == 0);
    assertThat(reset.timeline().branches()).hasSize(2);
    session.submit(new Command.Reset());
    session.submit(new Command.Step(50));
    RunState again = watch.untilDone(state -> state.step() == 50);
    assertThat(again.timeline().branches()).extracting(Branch::end).containsExactly(100L, 50L);
    session.submit(new Command.SwitchTo(1));
    RunState old = watch.untilDone(state -> state.step() == 100);
    assertThat(LogPrint.of(old.log(), 100)).isEqualTo(print(MOONS, List.of(), 100));
  }

  @Test
  void whatCannotBeIsRefused() throws Exception {
    runTo(10);
    session.submit(new Command.SwitchTo(7));
    assertThat(problem()).isEqualTo("no-such-branch");
    session.submit(new Command.RenameBranch(7, "x"));
    assertThat(problem()).isEqualTo("no-such-branch");
    session.submit(new Command.RenameBranch(1, "x".repeat(101)));
    assertThat(problem()).isEqualTo("branch-name-too-long");
    for (int i = 1; i < TimelineRun.MOST_BRANCHES; i++) {
      session.submit(new Command.BeginBranch("branch " + i));
    }
    watch.until(state -> state.timeline().branches().size() == TimelineRun.MOST_BRANCHES);
    session.submit(new Command.RenameBranch(1, "first"));
    session.submit(new Command.BeginBranch("one more"));
    assertThat(problem()).isEqualTo("too-many-branches");
    session.submit(new Command.RenameBranch(3, ""));
    session.submit(new Command.BeginBranch("one more"));
    RunState made =
        watch.until(state -> state.timeline().currentBranch().name().equals("one more"));
    assertThat(made.timeline().branches()).hasSize(TimelineRun.MOST_BRANCHES);
    assertThat(made.timeline().branches()).extracting(Branch::number).doesNotContain(3);
  }

  @Test
  void aBranchOfWhichNothingIsRememberedComesBackByReplay() throws Exception {
    runTo(700);
    List<StampedEdit> edits = new ArrayList<>();
    for (int i = 1; i <= TimelineRun.MOST_REMEMBERED + 2; i++) {
      long at = 700 - 50L * i;
      goTo(at);
      Experiment changed = MOONS.withOptimizer(new Optimizer.Sgd(0.001 * i));
      edits.add(new StampedEdit(at, changed));
      session.submit(new Command.Change(changed));
      session.submit(new Command.Step(30));
      watch.untilDone(state -> state.step() == at + 30);
    }
    session.submit(new Command.SwitchTo(1));
    RunState first = watch.untilDone(state -> state.step() == 700);
    assertThat(LogPrint.of(first.log(), 700)).isEqualTo(print(MOONS, List.of(), 700));
    session.submit(new Command.SwitchTo(2));
    RunState second = watch.untilDone(state -> state.step() == 680);
    assertThat(LogPrint.of(second.log(), 680)).isEqualTo(print(MOONS, edits.subList(0, 1), 680));
  }

  @Test
  void onTheWayToManyStepsOnlyTheLastCounts() throws Exception {
    runTo(3_000);
    for (int i = 0; i < 200; i++) {
      session.submit(new Command.GoTo(i * 37L % 3_000));
    }
    session.submit(new Command.GoTo(1_234));
    watch.untilDone(state -> state.step() == 1_234 && state.timeline().goingTo().isEmpty());
    assertThat(numbers(frame())).isEqualTo(numbers(straight(1_234)));
    session.submit(new Command.Change(MOONS.withOptimizer(new Optimizer.Sgd(0.02))));
    session.submit(new Command.Step(100));
    watch.untilDone(state -> state.step() == 1_334);
    assertThat(LogPrint.of(session.state().log(), 1_334))
        .isEqualTo(
            print(
                MOONS,
                List.of(new StampedEdit(1_234, MOONS.withOptimizer(new Optimizer.Sgd(0.02)))),
                1_334));
  }

  @Test
  void aSavedSessionIsTakenUpWhereItWas() throws Exception {
    runTo(900);
    goTo(400);
    Experiment slower = MOONS.withOptimizer(new Optimizer.Sgd(0.01));
    session.submit(new Command.Change(slower));
    session.submit(new Command.Step(300));
    watch.untilDone(state -> state.step() == 700);
    goTo(650);
    SavedSession saved = SavedSession.of(session.state());
    assertThat(saved.position()).isEqualTo(650);
    close();
    session = new EngineSessions().restore(saved);
    watch = new Watch(session);
    RunState restored =
        watch.untilDone(state -> state.step() == 650 && state.timeline().goingTo().isEmpty());
    assertThat(restored.timeline()).isEqualTo(saved.timeline());
    assertThat(restored.experiment()).isEqualTo(slower);
    List<StampedEdit> edits = List.of(new StampedEdit(400, slower));
    assertThat(LogPrint.of(restored.log(), 650)).isEqualTo(print(MOONS, edits, 650));
    session.submit(new Command.Step(100));
    RunState on =
        watch.untilDone(
            state -> state.step() == 750 && state.timeline().currentBranch().end() == 750);
    assertThat(LogPrint.of(on.log(), 750)).isEqualTo(print(MOONS, edits, 750));
    assertThat(on.timeline().branches()).extracting(Branch::end).containsExactly(900L, 750L);
    session.submit(new Command.SwitchTo(1));
    RunState first =
        watch.untilDone(state -> state.step() == 900 && state.timeline().goingTo().isEmpty());
    assertThat(LogPrint.of(first.log(), 900)).isEqualTo(print(MOONS, List.of(), 900));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, (long) Math.max(6, 200 * SCALE));
  }

  /// Generated runs with edits and divergences, gone through in random order.
  @ParameterizedTest
  @MethodSource("seeds")
  void everyStepOfAnyRunCanBeGoneToAndGoneOnFrom(long seed) throws Exception {
    GeneratedRun run = GeneratedRun.of(seed);
    var draws = new Draws(seed);
    session.submit(new Command.Open(run.experiment(), false));
    long last = 0;
    for (StampedEdit edit : run.edits()) {
      last = trainTo(last, edit.step());
      session.submit(new Command.Change(edit.experiment()));
    }
    trainTo(last, run.steps());
    RunState end = watch.untilDone(state -> state.step() == run.steps());
    LogPrint whole = print(run.experiment(), run.edits(), run.steps());
    assertThat(LogPrint.of(end.log(), run.steps())).isEqualTo(whole);
    for (int i = 0; i < 5; i++) {
      long step = draws.between(0, (int) run.steps());
      goTo(step);
      assertThat(numbers(frame()))
          .as("step %d", step)
          .isEqualTo(numbers(frame(run.experiment(), run.edits(), step)));
    }
    long from = goTo(draws.between(0, (int) run.steps() - 1)).step();
    session.submit(new Command.BeginBranch(""));
    watch.until(state -> state.timeline().current() == 2);
    List<StampedEdit> edits = run.edits().stream().filter(edit -> edit.step() <= from).toList();
    trainTo(from, run.steps() + 10);
    RunState branch = watch.untilDone(state -> state.step() == run.steps() + 10);
    assertThat(LogPrint.of(branch.log(), run.steps() + 10))
        .isEqualTo(print(run.experiment(), edits, run.steps() + 10));
  }

  /// Trains on through any divergence.
  private long trainTo(long from, long to) throws InterruptedException {
    long at = from;
    while (at < to) {
      long before = at;
      session.submit(new Command.Step(to - at));
      at =
          watch
              .until(
                  state ->
                      state.step() == to
                          || (state.step() > before && state.phase() == Phase.DIVERGED))
              .step();
    }
    return to;
  }

  // --- what it should be ---

  private static LogPrint print(Experiment experiment, List<StampedEdit> edits, long steps) {
    try (Replay replay = replay(experiment, edits, steps)) {
      return LogPrint.of(replay.trainer().log(), steps);
    }
  }

  private static Frame straight(long step) {
    return frame(MOONS, List.of(), step);
  }

  private static Frame frame(Experiment experiment, List<StampedEdit> edits, long step) {
    try (Replay replay = replay(experiment, edits, step)) {
      return replay.trainer().frame(3);
    }
  }

  private static Replay replay(Experiment experiment, List<StampedEdit> edits, long steps) {
    Replay replay = Replay.of(experiment, edits, Trainer.Options.USUAL);
    while (replay.trainer().stepsDone() < steps) {
      replay.step();
    }
    replay.makeDueEdits();
    return replay;
  }

  /// Step, weights, biases and dead units.
  private static List<Object> numbers(Frame frame) {
    List<Object> numbers = new ArrayList<>();
    numbers.add(frame.step());
    for (Frame.LayerFrame layer : frame.layers()) {
      Arrays.stream(layer.weights()).forEach(numbers::add);
      Arrays.stream(layer.biases()).forEach(numbers::add);
      for (boolean dead : layer.dead()) {
        numbers.add(dead);
      }
    }
    return numbers;
  }

  // --- the session ---

  private void runTo(long step) throws InterruptedException {
    watch.untilOpen();
    session.submit(new Command.Step(step));
    watch.untilDone(state -> state.step() == step);
  }

  private RunState goTo(long step) throws InterruptedException {
    session.submit(new Command.GoTo(step));
    return watch.untilDone(
        state ->
            state.step() == step
                && state.timeline().goingTo().isEmpty()
                && state.phase() != Phase.TRAINING);
  }

  private String problem() throws InterruptedException {
    RunState state = watch.until(now -> now.problem().isPresent());
    session.submit(new Command.SetPace(state.pace()));
    watch.until(now -> now.problem().isEmpty());
    return state.problem().orElseThrow().code();
  }

  /// A frame that is made after all commands so far: the second one asked for, since the first may
  /// have been on its way.
  private Frame frame() throws InterruptedException {
    AtomicReference<Frame> made = new AtomicReference<>();
    for (int i = 0; i < 2; i++) {
      resolution = resolution % 50 + 3;
      session.takeFrame(resolution);
      made.set(null);
      watch.until(
          _ -> {
            session.takeFrame(resolution).ifPresent(made::set);
            return made.get() != null;
          });
    }
    return made.get();
  }
}
