package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Schedule;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The loop, once warm, makes nothing for the garbage collector.
class AllocationTest {
  /// More than the log keeps exactly, so that its ring has come round.
  private static final int WARM = 120_000;

  private static final int STEPS = 100_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<Named<Experiment>> experiments() {
    return Stream.of(
        experiment(new Optimizer.Sgd(0.003), 4, 2),
        experiment(new Optimizer.Adam(1e-5, 0.9, 0.999, 1e-8), 4, 2),
        experiment(
            new Optimizer.AdamW(1e-5, 0.9, 0.999, 1e-8, 0.01)
                .withSchedule(new Schedule.Cosine(500_000, 0.5)),
            4,
            2),
        experiment(
            new Optimizer.RmsProp(1e-6, 0.99, 1e-8)
                .withSchedule(new Schedule.Staircase(30_000, 0.9)),
            4,
            2),
        experiment(new Optimizer.Sgd(0.003), 8, 8),
        experiment(new Optimizer.Adam(1e-5, 0.9, 0.999, 1e-8), 8, 8),
        Named.of(
            "layers of every kind",
            TinyImages.experiment(20, 5, TinyImages.everyKind())
                .withOptimizer(new Optimizer.Sgd(1e-5))));
  }

  private static Named<Experiment> experiment(Optimizer optimizer, int first, int second) {
    LayerSpec[] layers = {
      TinyNetworks.dense(first, Kind.RELU),
      TinyNetworks.dense(second, Kind.RELU),
      TinyNetworks.dense(1, Kind.TANH)
    };
    DataSpec data = new DataSpec.Generated(DataSpec.Shape.CIRCLE, 200, 0.1, 0.3);
    return Named.of(
        "2-" + first + "-" + second + "-1 " + optimizer.kind(),
        TinyNetworks.of(data, optimizer, layers).withBatch(new BatchSize(10)));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void aHundredThousandStepsWithTelemetryAllocateNothing(Experiment experiment) {
    try (Trainer trainer = Trainer.of(experiment)) {
      for (int i = 0; i < WARM; i++) {
        trainer.step();
      }
      // The compiler may still put another form of the loop in its place, which moves a few
      // objects once; what the loop itself allocated would show every time.
      long allocated = allocated(trainer);
      for (int again = 0; again < 4 && allocated > 0; again++) {
        allocated = allocated(trainer);
      }
      assertThat(allocated).isZero();
    }
  }

  /// Bytes that so many steps allocate.
  private static long allocated(Trainer trainer) {
    long events = trainer.log().events().total();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < STEPS; i++) {
      trainer.step();
    }
    long after = THREADS.getCurrentThreadAllocatedBytes();
    // A unit that dies or revives would be written down as an event; none does here.
    assertThat(trainer.log().events().total()).isEqualTo(events);
    return after - before;
  }
}
