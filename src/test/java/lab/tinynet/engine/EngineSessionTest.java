package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static lab.tinynet.engine.TinyNetworks.inline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lab.tinynet.session.Command;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.RunState.Phase;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.Session;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish;
import lab.tinynet.telemetry.KillingUpdate;
import lab.tinynet.telemetry.ProbePoint;
import lab.tinynet.telemetry.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The session as its two threads see it: whoever submits commands, and the trainer.
class EngineSessionTest {
  private static final Optimizer SGD = new Optimizer.Sgd(0.05);
  private static final Experiment CIRCLE =
      TinyNetworks.of(
              new DataSpec.Generated(DataSpec.Shape.CIRCLE, 60, 0.1, 0.3),
              SGD,
              dense(4, Kind.RELU),
              dense(1, Kind.TANH))
          .withBatch(new BatchSize(8));

  private final Session session = new EngineSessions().open(CIRCLE);
  private final Watch watch = new Watch(session);
  private int resolution = 3;

  @AfterEach
  void close() {
    watch.close();
    session.close();
  }

  // --- commands ---

  @Test
  void aSessionStartsPausedAtStepZero() throws Exception {
    RunState state = watch.untilOpen();
    assertThat(state.phase()).isEqualTo(Phase.PAUSED);
    assertThat(state.step()).isZero();
    assertThat(state.experiment()).isEqualTo(CIRCLE);
    assertThat(state.examples().trainX().rows()).isEqualTo(42);
    assertThat(state.examples().testY().rows()).isEqualTo(18);
  }

  @Test
  void stepsSubmittedTogetherAreAllDone() throws Exception {
    watch.untilOpen();
    session.submit(new Command.Step(1));
    session.submit(new Command.Step(1));
    session.submit(new Command.Step(3));
    watch.until(state -> state.step() == 5);
    assertThat(idle().step()).isEqualTo(5);
  }

  @Test
  void pauseEndsSteppingAndSteppingEndsTraining() throws Exception {
    watch.untilOpen();
    session.submit(new Command.Step(Long.MAX_VALUE));
    session.submit(new Command.Step(1));
    watch.until(state -> state.step() > 10);
    session.submit(new Command.Pause());
    long paused = idle().step();
    session.submit(new Command.Train());
    watch.until(state -> state.step() > paused + 10);
    session.submit(new Command.Step(2));
    long stepped = watch.until(state -> state.phase() == Phase.PAUSED).step();
    assertThat(idle().step()).isBetween(stepped, stepped + 2);
  }

  @Test
  void aChangeIsAppliedBetweenTwoStepsAndStampedWithItsStep() throws Exception {
    watch.untilOpen();
    session.submit(new Command.Train());
    watch.until(state -> state.step() > 200);
    Experiment faster = CIRCLE.withOptimizer(new Optimizer.Sgd(0.2));
    session.submit(new Command.Change(faster));
    long changed = watch.until(state -> state.experiment().equals(faster)).step();
    watch.until(state -> state.step() > changed + 200);
    session.submit(new Command.Pause());
    RunState end = watch.until(state -> state.phase() == Phase.PAUSED);
    List<Event.Edited> edits =
        end.log().events().since(0).stream()
            .filter(Event.Edited.class::isInstance)
            .map(Event.Edited.class::cast)
            .toList();
    assertThat(edits).hasSize(1);
    Event.Edited edit = edits.getFirst();
    assertThat(edit).isEqualTo(new Event.Edited(edit.step(), "optimizer.rate", "0.05", "0.2"));
    assertThat(edit.step()).isBetween(201L, changed);
    try (Trainer replay = Trainer.of(CIRCLE)) {
      while (replay.stepsDone() < end.step()) {
        if (replay.stepsDone() == edit.step()) {
          replay.change(faster);
        }
        replay.step();
      }
      assertThat(LogPrint.of(end.log(), end.step()))
          .isEqualTo(LogPrint.of(replay.log(), end.step()));
    }
  }

  @Test
  void resetGoesBackToTheSameWeightsAndOpenToAnotherExperiment() throws Exception {
    watch.untilOpen();
    session.submit(new Command.Step(30));
    RunState first = watch.until(state -> state.step() == 30);
    session.submit(new Command.Reset());
    watch.until(state -> state.log() != first.log() && state.step() == 0);
    session.submit(new Command.Step(30));
    RunState second = watch.until(state -> state.step() == 30);
    assertThat(LogPrint.of(second.log(), 30)).isEqualTo(LogPrint.of(first.log(), 30));
    Experiment other = CIRCLE.withSeed(2);
    session.submit(new Command.Open(other, true));
    RunState third = watch.until(state -> state.log() != second.log() && state.step() > 30);
    assertThat(third.experiment()).isEqualTo(other);
    assertThat(third.phase()).isEqualTo(Phase.TRAINING);
    assertThat(LogPrint.of(third.log(), 30)).isNotEqualTo(LogPrint.of(first.log(), 30));
  }

  @Test
  void anExperimentThatCannotBeBuiltIsRefusedAndTheRunGoesOn() throws Exception {
    watch.untilOpen();
    Experiment wrong = CIRCLE.withNetwork(List.of(dense(4, Kind.RELU), dense(3, Kind.TANH)));
    assertThatThrownBy(() -> new EngineSessions().open(wrong)).isInstanceOf(InvalidInput.class);
    session.submit(new Command.Train());
    session.submit(new Command.Open(wrong, true));
    RunState refused = watch.until(state -> state.problem().isPresent());
    assertThat(refused.problem().orElseThrow().path()).isEqualTo("network[1].units");
    assertThat(refused.experiment()).isEqualTo(CIRCLE);
    assertThat(refused.phase()).isEqualTo(Phase.TRAINING);
    long step = refused.step();
    watch.until(state -> state.step() > step + 10);
    session.submit(new Command.Pause());
    watch.until(state -> state.problem().isEmpty() && state.phase() == Phase.PAUSED);
  }

  @Test
  void aChangeThatNeedsARestartIsRefused() throws Exception {
    watch.untilOpen();
    session.submit(new Command.Step(3));
    watch.until(state -> state.step() == 3);
    session.submit(new Command.Change(CIRCLE.withSeed(3)));
    assertThat(watch.until(state -> state.problem().isPresent()).experiment()).isEqualTo(CIRCLE);
    session.submit(new Command.Change(CIRCLE.withOptimizer(new Optimizer.Sgd(-1))));
    RunState refused =
        watch.until(
            state -> state.problem().filter(p -> p.path().equals("optimizer.rate")).isPresent());
    assertThat(refused.experiment()).isEqualTo(CIRCLE);
    assertThat(refused.step()).isEqualTo(3);
  }

  // --- divergence ---

  @Test
  void aRunThatDivergesPausesAndGoesOnAfterAChangeOrAReset() throws Exception {
    watch.untilOpen();
    Experiment wild =
        TinyNetworks.of(
            inline(new double[][] {{1, 2}, {3, -1}}, new double[][] {{1}, {-1}}),
            new Optimizer.Sgd(1e3),
            dense(3, Kind.IDENTITY),
            dense(1, Kind.IDENTITY));
    session.submit(new Command.Open(wild, true));
    RunState diverged = watch.until(state -> state.phase() == Phase.DIVERGED);
    Divergence cause = diverged.divergence().orElseThrow();
    assertThat(cause.step()).isEqualTo(diverged.step());
    assertThat(cause.layer()).startsWith("dense ");
    int loss = diverged.log().column(Quantity.LOSS);
    for (int row = 0; row < diverged.step() - 1; row++) {
      assertThat(diverged.log().steps().get(row, loss)).isFinite();
    }
    assertThat(idleAt(Phase.DIVERGED).step()).isEqualTo(diverged.step());
    for (Frame.LayerFrame layer : frame().layers()) {
      assertThat(Arrays.stream(layer.weights()).allMatch(Double::isFinite)).isTrue();
      assertThat(Arrays.stream(layer.biases()).allMatch(Double::isFinite)).isTrue();
    }

    // From there only a rate as small as its weights are large can go on.
    session.submit(new Command.Change(wild.withOptimizer(new Optimizer.Sgd(1e-300))));
    RunState changed = watch.until(state -> state.phase() == Phase.PAUSED);
    assertThat(changed.divergence()).isEmpty();
    session.submit(new Command.Train());
    RunState goesOn = watch.until(state -> state.step() > diverged.step() + 20);
    assertThat(goesOn.phase()).isEqualTo(Phase.TRAINING);

    session.submit(new Command.Open(wild, true));
    watch.until(state -> state.log() != diverged.log() && state.phase() == Phase.DIVERGED);
    session.submit(new Command.Reset());
    RunState reset = watch.until(state -> state.phase() == Phase.PAUSED);
    assertThat(reset.step()).isZero();
    assertThat(reset.divergence()).isEmpty();
    session.submit(new Command.Change(wild.withOptimizer(new Optimizer.Sgd(0.01))));
    session.submit(new Command.Step(50));
    RunState healed = watch.until(state -> state.step() == 50);
    assertThat(healed.phase()).isEqualTo(Phase.PAUSED);
    double first = healed.log().steps().get(0, loss);
    assertThat(healed.log().steps().get(49, loss)).isLessThan(first);
  }

  // --- observers ---

  @Test
  void anObserverMayEndItsSubscriptionAndStartOthersWhileItIsTold() throws Exception {
    watch.untilOpen();
    var told = new AtomicInteger();
    var later = new AtomicInteger();
    var begun = new CountDownLatch(1);
    var own = new AtomicReference<AutoCloseable>();
    own.set(
        session.observe(
            () -> {
              told.incrementAndGet();
              try {
                own.get().close();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              session.observe(later::incrementAndGet);
              begun.countDown();
            }));
    session.submit(new Command.Step(1));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    // Being told lags behind the run, so only steps from here on are sure to reach the new one.
    for (int i = 2; i <= 4; i++) {
      int wanted = i;
      session.submit(new Command.Step(1));
      watch.until(state -> state.step() == wanted);
    }
    idle();
    watch.until(_ -> later.get() > 0);
    assertThat(told).hasValue(1);
    assertThat(later.get()).isPositive();
    assertThat(session.state().problem()).isEmpty();
  }

  // --- pace ---

  @Test
  void paceHoldsTrainingBack() throws Exception {
    watch.untilOpen();
    session.submit(new Command.SetPace(new Pace(40)));
    session.submit(new Command.Train());
    watch.until(state -> state.step() >= 2);
    long start = System.nanoTime();
    long from = session.state().step();
    watch.until(state -> state.step() >= from + 12);
    double seconds = (System.nanoTime() - start) / 1e9;
    // Twelve steps a fortieth of a second apart; being late, it catches up on one of them.
    assertThat(seconds).isGreaterThan(10 / 40.0);
  }

  @Test
  void commandsThatArriveWhileItWaitsDoNotHurryIt() throws Exception {
    watch.untilOpen();
    session.submit(new Command.SetPace(new Pace(0.01)));
    session.submit(new Command.Train());
    watch.until(state -> state.step() == 1);
    for (int i = 1; i <= 20; i++) {
      Experiment changed = CIRCLE.withOptimizer(new Optimizer.Sgd(0.05 + i / 1e3));
      session.submit(new Command.Change(changed));
      watch.until(state -> state.experiment().equals(changed));
    }
    for (double pace : new double[] {0.02, 0.003, 0.02}) {
      session.submit(new Command.SetPace(new Pace(pace)));
      session.submit(new Command.Train());
      watch.until(state -> state.pace().stepsPerSecond() == pace);
    }
    assertThat(idleAt(Phase.TRAINING).step()).isEqualTo(1);
    session.submit(new Command.SetPace(Pace.UNLIMITED));
    watch.until(state -> state.step() > 100);
  }

  @Test
  void picturesAreMadeWhileItWaits() throws Exception {
    watch.untilOpen();
    session.submit(new Command.SetPace(new Pace(0.01)));
    session.submit(new Command.Train());
    watch.until(state -> state.step() == 1);
    assertThat(frame().step()).isEqualTo(1);
  }

  // --- the end ---

  @Test
  void closingEndsTheThreadWhateverItDoes() throws Exception {
    watch.untilOpen();
    for (Pace pace : List.of(Pace.UNLIMITED, new Pace(0.001))) {
      var thread = new AtomicReference<Thread>();
      Session other = new EngineSessions().open(CIRCLE);
      other.observe(() -> thread.set(Thread.currentThread()));
      try (Watch otherWatch = new Watch(other)) {
        otherWatch.untilOpen();
        other.submit(new Command.SetPace(pace));
        other.submit(new Command.Train());
        otherWatch.until(state -> state.step() >= 1 && thread.get() != null);
      }
      assertThat(thread.get().isAlive()).isTrue();
      other.close();
      assertThat(thread.get().isAlive()).isFalse();
      other.close();
      other.submit(new Command.Train());
      assertThat(other.takeFrame(4)).isNotNull();
    }
  }

  @Test
  void aTrainerThatFailsSaysSo() throws Exception {
    watch.untilOpen();
    // No rule of an experiment foresees this one.
    session.submit(new Command.Open(CIRCLE.withOptimizer(broken()), true));
    RunState failed = watch.until(state -> state.problem().isPresent());
    assertThat(failed.problem().orElseThrow().code()).isEqualTo("trainer-failed");
    assertThat(failed.phase()).isEqualTo(Phase.PAUSED);
    assertThat(failed.experiment()).isEqualTo(CIRCLE);
  }

  @Test
  void aTrainerThatFailsBeforeItsFirstExperimentStandsSaysSoToo() throws Exception {
    try (Session other = new EngineSession(SavedSession.fresh(CIRCLE.withOptimizer(broken())));
        Watch otherWatch = new Watch(other)) {
      RunState failed = otherWatch.until(state -> state.problem().isPresent());
      assertThat(failed.problem().orElseThrow().code()).isEqualTo("trainer-failed");
      assertThat(failed.step()).isZero();
    }
  }

  @SuppressWarnings("NullAway")
  private static Optimizer broken() {
    return null;
  }

  private RunState idle() throws InterruptedException {
    return idleAt(Phase.PAUSED);
  }

  @Test
  void whyAUnitDiedIsFoundOutWhileTheRunGoesOnAndIsNotDisturbed() throws Exception {
    Experiment dying = Presets.named("dying-relu").experiment();
    try (Session asked = new EngineSessions().open(dying);
        Watch watched = new Watch(asked)) {
      asked.submit(new Command.Step(400));
      watched.until(state -> state.log().length() == 400);
      Event.UnitDied died =
          asked.state().log().events().since(0).stream()
              .filter(Event.UnitDied.class::isInstance)
              .map(Event.UnitDied.class::cast)
              .filter(event -> event.step() > 0)
              .findFirst()
              .orElseThrow();
      asked.submit(new Command.Step(50));
      KillingUpdate update =
          asked
              .killingUpdate(died.layer(), died.unit(), died.step())
              .get(20, TimeUnit.SECONDS)
              .orElseThrow();
      assertThat(update.step()).isBetween(died.step() - 9, died.step());
      assertThat(asked.killingUpdate(99, 0, died.step()).get(20, TimeUnit.SECONDS)).isEmpty();
      watched.until(state -> state.log().length() == 450);
      try (Trainer straight = Trainer.of(dying)) {
        for (int i = 0; i < 450; i++) {
          straight.step();
        }
        assertThat(asked.state().log().steps().get(449, 0))
            .isEqualTo(straight.log().steps().get(449, 0));
      }
    }
  }

  @Test
  void aNewWishMakesANewFrameOfTheSameStep() throws InterruptedException {
    frame();
    ProbePoint point = new ProbePoint.Plane(0.25, 0.5);
    FrameWish wish = new FrameWish(resolution, Optional.of(point), Optional.empty());
    var made = new AtomicReference<Frame.Forward>();
    watch.until(
        _ -> {
          session.takeFrame(wish).flatMap(Frame::forward).ifPresent(made::set);
          return made.get() != null && made.get().point().equals(point);
        });
    assertThat(made.get().input()).containsExactly(0.25, 0.5);
  }

  /// Waits until the trainer has applied all commands so far and gone on from there: it makes a
  /// frame once a round, after the commands and before a step.
  private RunState idleAt(Phase phase) throws InterruptedException {
    frame();
    frame();
    RunState state = session.state();
    assertThat(state.phase()).isEqualTo(phase);
    return state;
  }

  /// A frame that is made after it has been asked for, which its resolution tells.
  private Frame frame() throws InterruptedException {
    resolution++;
    var frame = new AtomicReference<Frame>();
    watch.until(
        _ -> {
          session.takeFrame(resolution).ifPresent(frame::set);
          return frame.get() != null && frame.get().resolution() == resolution;
        });
    return frame.get();
  }
}
