package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.session.Command;
import lab.tinynet.session.Deed;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.Session;
import lab.tinynet.session.SessionText;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.WeightEdit;
import lab.tinynet.telemetry.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Taking back what was done, and doing it again.
class UndoTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final Experiment MOONS =
      TinyNetworks.of(
              new DataSpec.Generated(DataSpec.Shape.MOONS, 80, 0.2, 0.3),
              new Optimizer.Adam(0.02, 0.9, 0.999, 1e-8),
              dense(6, Kind.RELU),
              dense(1, Kind.TANH))
          .withBatch(new BatchSize(9));

  private final Session session = new EngineSessions().open(MOONS);
  private final Watch watch = new Watch(session);
  private int marks;

  @AfterEach
  void close() {
    watch.close();
    session.close();
  }

  @Test
  void atFirstThereIsNothingToTakeBack() throws Exception {
    watch.untilOpen();
    assertThat(session.state().deeds().done()).isEmpty();
    SavedSession first = settled();
    session.submit(new Command.Undo());
    session.submit(new Command.Redo());
    assertThat(settled()).isEqualTo(first);
  }

  @Test
  void aChangedRateComesBackWithItsStepAndGoesAgain() throws Exception {
    train(300);
    Experiment slower = rate(0.001);
    session.submit(new Command.Change(slower));
    train(100);
    LogPrint after = LogPrint.of(session.state().log(), 400);
    session.submit(new Command.Undo());
    assertThat(settled().position()).isEqualTo(300);
    assertThat(session.state().experiment()).isEqualTo(slower);
    session.submit(new Command.Undo());
    settled();
    RunState before = session.state();
    assertThat(before.experiment()).isEqualTo(MOONS);
    assertThat(before.log().length()).isEqualTo(300);
    assertThat(before.log().events().since(0)).noneMatch(Event.Edited.class::isInstance);
    assertThat(before.deeds().undone().map(Deed::command)).contains(new Command.Change(slower));
    session.submit(new Command.Redo());
    session.submit(new Command.Redo());
    assertThat(settled().position()).isEqualTo(400);
    assertThat(LogPrint.of(session.state().log(), 400)).isEqualTo(after);
    assertThat(session.state().deeds().undone()).isEmpty();
  }

  @Test
  void anotherExperimentGivesWayToTheOneBefore() throws Exception {
    train(200);
    LogPrint before = LogPrint.of(session.state().log(), 200);
    session.submit(new Command.Open(MOONS.withSeed(99), false));
    train(50);
    session.submit(new Command.Undo());
    session.submit(new Command.Undo());
    SavedSession back = settled();
    assertThat(back.position()).isEqualTo(200);
    assertThat(session.state().experiment()).isEqualTo(MOONS);
    assertThat(LogPrint.of(session.state().log(), 200)).isEqualTo(before);
  }

  @Test
  void aRunTakenUpAgainIsTheRunThatItWasAndCanBeUndone() throws Exception {
    train(60);
    session.submit(new Command.Change(rate(0.001)));
    train(40);
    LogPrint before = LogPrint.of(session.state().log(), 100);
    SavedSession kept =
        SessionText.read(
            SessionText.of(SavedSession.ofCurrentBranch(session.state(), 100)).orElseThrow());

    session.submit(new Command.Open(MOONS.withSeed(99), false));
    train(10);
    session.submit(new Command.Restore(kept));
    assertThat(settled().position()).isEqualTo(100);
    assertThat(LogPrint.of(session.state().log(), 100)).isEqualTo(before);
    assertThat(session.state().experiment()).isEqualTo(rate(0.001));

    session.submit(new Command.Undo());
    assertThat(settled().position()).isEqualTo(10);
    assertThat(session.state().experiment().seed()).isEqualTo(99);
  }

  @Test
  void somethingNewEndsWhatCouldBeDoneAgain() throws Exception {
    train(50);
    session.submit(new Command.Undo());
    settled();
    assertThat(session.state().deeds().undone()).isPresent();
    session.submit(new Command.BeginBranch("other"));
    settled();
    assertThat(session.state().deeds().undone()).isEmpty();
  }

  @Test
  void aWeightSetByHandIsPartOfTheRun() throws Exception {
    train(100);
    WeightEdit weight = WeightEdit.weight(0, 1, 3, 2.5);
    WeightEdit bias = WeightEdit.bias(1, 0, -0.75);
    session.submit(new Command.SetWeights(List.of(weight, bias)));
    train(150);
    List<StampedEdit> edits = List.of(new StampedEdit(100, MOONS, List.of(weight, bias)));
    LogPrint straight = straight(edits, 250);
    assertThat(straight).isNotEqualTo(straight(List.of(), 250));
    assertThat(LogPrint.of(session.state().log(), 250)).isEqualTo(straight);
    assertThat(session.state().log().events().since(0))
        .anyMatch(
            event ->
                event instanceof Event.Edited edited
                    && edited.path().equals("weights.layers[0].W[1][3]")
                    && edited.after().equals("2.5"));
    session.submit(new Command.GoTo(40));
    session.submit(new Command.GoTo(250));
    settled();
    assertThat(LogPrint.of(session.state().log(), 250)).isEqualTo(straight);
    SavedSession saved = settled();
    try (Session restored = new EngineSessions().restore(saved);
        Watch other = new Watch(restored)) {
      other.until(state -> state.step() == 250 && state.timeline().goingTo().isEmpty());
      assertThat(LogPrint.of(restored.state().log(), 250)).isEqualTo(straight);
    }
  }

  @Test
  void aWeightThatIsNotThereIsRefused() throws Exception {
    train(10);
    session.submit(new Command.SetWeights(List.of(WeightEdit.weight(0, 2, 0, 1))));
    RunState refused = watch.until(state -> state.problem().isPresent());
    assertThat(refused.problem().orElseThrow().code()).isEqualTo("no-such-weight");
    assertThat(refused.timeline().currentBranch().edits()).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, (long) Math.max(4, 100 * SCALE));
  }

  /// Whatever was done: taking all of it back gives what was at first, and every state on the way
  /// is one that was; doing all again gives what was at last.
  @ParameterizedTest
  @MethodSource("seeds")
  void allCanBeTakenBackAndDoneAgain(long seed) throws Exception {
    watch.untilOpen();
    var draws = new Draws(seed);
    List<SavedSession> states = new ArrayList<>();
    states.add(settled());
    for (int i = 0; i < 30; i++) {
      act(draws);
      states.add(settled());
    }
    SavedSession last = states.getLast();
    LogPrint print = LogPrint.of(session.state().log(), session.state().log().length());
    int undone = 0;
    int at = states.size() - 1;
    while (session.state().deeds().done().isPresent()) {
      session.submit(new Command.Undo());
      SavedSession now = settled();
      at = lastIndex(states, now, at);
      assertThat(at).as("a state that was, seed %d: %s", seed, now).isNotNegative();
      undone++;
    }
    assertThat(settled()).isEqualTo(states.getFirst());
    assertThat(session.state().log().length()).isZero();
    assertThat(undone).isGreaterThan(5);
    while (session.state().deeds().undone().isPresent()) {
      session.submit(new Command.Redo());
      settled();
    }
    assertThat(settled()).isEqualTo(last);
    assertThat(LogPrint.of(session.state().log(), session.state().log().length())).isEqualTo(print);
  }

  private static int lastIndex(List<SavedSession> states, SavedSession wanted, int before) {
    return states.subList(0, before + 1).lastIndexOf(wanted);
  }

  private void act(Draws draws) throws InterruptedException {
    RunState now = session.state();
    switch (draws.between(0, 9)) {
      case 0, 1, 2 -> train(draws.between(1, 400));
      case 3 -> session.submit(new Command.Change(rate(draws.uniform(0.001, 0.1))));
      case 4 -> session.submit(new Command.GoTo(draws.between(0, 500)));
      case 5 ->
          session.submit(
              new Command.SetWeights(
                  List.of(
                      WeightEdit.weight(
                          0, draws.between(0, 1), draws.between(0, 5), draws.uniform(-2, 2)))));
      case 6 -> session.submit(new Command.BeginBranch("branch " + draws.between(1, 99)));
      case 7 -> session.submit(new Command.Reset());
      case 8 -> {
        List<Integer> numbers =
            now.timeline().branches().stream().map(branch -> branch.number()).toList();
        session.submit(new Command.SwitchTo(numbers.get(draws.between(0, numbers.size() - 1))));
      }
      default -> session.submit(new Command.Open(MOONS.withSeed(draws.between(1, 3)), false));
    }
  }

  private Experiment rate(double rate) {
    Experiment now = session.state().experiment();
    return now.withOptimizer(now.optimizer().withRate(rate));
  }

  private void train(long steps) throws InterruptedException {
    watch.untilOpen();
    settled();
    long target = session.state().step() + steps;
    session.submit(new Command.Step(steps));
    watch.until(state -> state.step() == target);
    // The step counts before its probe is made.
    settled();
  }

  /// The session when all commands so far have been carried out.
  private SavedSession settled() throws InterruptedException {
    Pace mark = new Pace(1e6 + ++marks);
    session.submit(new Command.SetPace(mark));
    RunState state =
        watch.until(now -> now.pace().equals(mark) && now.timeline().goingTo().isEmpty());
    assertThat(state.problem()).isEmpty();
    return SavedSession.of(state);
  }

  private static LogPrint straight(List<StampedEdit> edits, long steps) {
    try (Replay replay = Replay.of(MOONS, edits, Trainer.Options.USUAL)) {
      while (replay.trainer().stepsDone() < steps) {
        replay.step();
      }
      return LogPrint.of(replay.trainer().log(), steps);
    }
  }
}
