package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState.Phase;
import lab.tinynet.session.Session;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Optimizer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same experiment has the same log to the last bit, however it is run.
class DeterminismTest {
  /// Beyond 1,000, where the probes become rarer.
  private static final int STEPS = 1_250;

  /// The 84 examples do not divide into the batches, units die, and both optimisers with a memory
  /// are there.
  static Stream<Named<Experiment>> experiments() {
    DataSpec moons = new DataSpec.Generated(DataSpec.Shape.MOONS, 120, 0.2, 0.3);
    Experiment relu =
        TinyNetworks.of(
                moons,
                new Optimizer.Momentum(0.1, 0.9),
                TinyNetworks.dense(8, Kind.RELU),
                TinyNetworks.dense(6, Kind.RELU),
                TinyNetworks.dense(1, Kind.TANH))
            .withBatch(new BatchSize(9));
    Experiment adam =
        TinyNetworks.of(
                moons,
                new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8),
                TinyNetworks.dense(7, Kind.GELU),
                TinyNetworks.dense(2, Kind.SOFTMAX))
            .withLoss(Loss.of(Loss.Kind.CROSS_ENTROPY))
            .withBatch(new BatchSize(16));
    return Stream.of(Named.of("momentum", relu), Named.of("adam", adam));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void twice(Experiment experiment) {
    LogPrint once = straight(experiment, STEPS);
    assertThat(straight(experiment, STEPS)).isEqualTo(once);
    assertThat(once.steps()).isNotEmpty();
    assertThat(once.histogramSteps()).hasSize(1 + 100 + 2);
    assertThat(straight(experiment.withSeed(2), STEPS)).isNotEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void takingPicturesOnTheWayChangesNothing(Experiment experiment) {
    try (Trainer trainer = Trainer.of(experiment)) {
      for (int i = 0; i < STEPS; i++) {
        trainer.step();
        if (i % 7 == 0) {
          trainer.frame(i % 2 == 0 ? 8 : 40);
        }
      }
      assertThat(LogPrint.of(trainer.log(), STEPS)).isEqualTo(straight(experiment, STEPS));
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void steppedByHand(Experiment experiment) throws Exception {
    try (Session session = new EngineSessions().open(experiment);
        Watch watch = new Watch(session)) {
      watch.untilOpen();
      long done = 0;
      while (done < STEPS) {
        long count = done % 100 == 50 ? 5 : 1;
        session.submit(new Command.Step(count));
        long wanted = done + count;
        watch.until(state -> state.step() >= wanted);
        done = wanted;
      }
      assertThat(LogPrint.of(session.state().log(), STEPS)).isEqualTo(straight(experiment, STEPS));
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void atFullSpeedWithPausesAndSomeoneWatchingAllTheTime(Experiment experiment) throws Exception {
    try (Session session = new EngineSessions().open(experiment);
        Watch watch = new Watch(session)) {
      watch.untilOpen();
      var done = new AtomicBoolean();
      var frames = new AtomicInteger();
      Thread viewer =
          new Thread(
              () -> {
                while (!done.get()) {
                  int resolution = 12 + frames.get() % 2;
                  session.takeFrame(resolution).ifPresent(_ -> frames.incrementAndGet());
                }
              },
              "viewer");
      viewer.start();
      long paused = 0;
      while (paused < STEPS) {
        long next = paused + 200;
        session.submit(new Command.Train());
        watch.until(state -> state.step() >= next);
        session.submit(new Command.Pause());
        paused = watch.until(state -> state.phase() == Phase.PAUSED).step();
      }
      watch.until(_ -> frames.get() > 5);
      done.set(true);
      viewer.join();
      assertThat(session.state().step()).isEqualTo(paused);
      assertThat(LogPrint.of(session.state().log(), paused))
          .isEqualTo(straight(experiment, paused));
    }
  }

  private static LogPrint straight(Experiment experiment, long steps) {
    try (Trainer trainer = Trainer.of(experiment)) {
      for (long i = 0; i < steps; i++) {
        trainer.step();
      }
      return LogPrint.of(trainer.log(), steps);
    }
  }
}
