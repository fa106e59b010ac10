package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import org.junit.jupiter.api.Test;

/// The time of a step, all telemetry on, grows no faster than its arithmetic as layers get wider:
/// from 8 units to 256 no width falls off a cliff. Prints the table; `-Dproof.scale=1` measures
/// long enough to hold every doubling to the bound.
class StepGrowthTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final int[] WIDTHS = {8, 16, 32, 64, 128, 256};
  private static final int BATCH = 32;
  private static final int ROUNDS = SCALE < 1 ? 3 : 21;
  private static final long BLOCK_NANOS = SCALE < 1 ? 5_000_000 : 50_000_000;
  private static final long WARM_NANOS = SCALE < 1 ? 100_000_000 : 3_000_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Test
  void theTimeOfAStepGrowsNoFasterThanItsArithmetic() {
    List<Trainer> trainers =
        Arrays.stream(WIDTHS).mapToObj(width -> Trainer.of(experiment(width))).toList();
    try {
      trainers.forEach(trainer -> nanosPerStep(trainer, WARM_NANOS));
      double[][] blocks = new double[WIDTHS.length][ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < WIDTHS.length; i++) {
          int turn = (i + round) % WIDTHS.length;
          blocks[turn][round] = nanosPerStep(trainers.get(turn), BLOCK_NANOS);
        }
      }
      double[] times = Arrays.stream(blocks).mapToDouble(StepGrowthTest::median).toArray();
      System.out.println(
          "2-n-n-1, batch 32: units, µs a step, Gflop/s, time and arithmetic to n/2");
      for (int i = 0; i < WIDTHS.length; i++) {
        System.out.printf(
            "%4d %9.2f %6.2f", WIDTHS[i], times[i] / 1e3, arithmetic(WIDTHS[i]) / times[i]);
        System.out.println(
            i == 0 ? "" : "  ×%.2f ×%.2f".formatted(growth(times, i), arithmeticGrowth(i)));
      }
      int faster = SCALE < 1 ? WIDTHS.length : 0;
      assertThat(
              IntStream.range(1, WIDTHS.length).filter(i -> growth(times, i) > arithmeticGrowth(i)))
          .hasSizeLessThanOrEqualTo(faster);
      assertThat(times[WIDTHS.length - 1] / times[0])
          .isLessThanOrEqualTo(arithmetic(WIDTHS[WIDTHS.length - 1]) / arithmetic(WIDTHS[0]));
    } finally {
      trainers.forEach(Trainer::close);
    }
  }

  private static double growth(double[] times, int i) {
    return i == 0 ? 1 : times[i] / times[i - 1];
  }

  private static double arithmeticGrowth(int i) {
    return i == 0 ? 1 : arithmetic(WIDTHS[i]) / arithmetic(WIDTHS[i - 1]);
  }

  /// Floating-point operations of the products of a step: forward, the gradients of the weights,
  /// and those of the inputs of all layers but the first.
  private static double arithmetic(int units) {
    double first = 2.0 * BATCH * 2 * units;
    double second = 2.0 * BATCH * units * units;
    double last = 2.0 * BATCH * units;
    return 2 * first + 3 * second + 3 * last;
  }

  private static Experiment experiment(int units) {
    return TinyNetworks.of(
            new DataSpec.Generated(DataSpec.Shape.CIRCLE, 512, 0.1, 0),
            new Optimizer.Sgd(0.01),
            dense(units, Kind.RELU),
            dense(units, Kind.RELU),
            dense(1, Kind.TANH))
        .withBatch(new BatchSize(BATCH));
  }

  /// Of the processor's time for this thread, over as many steps as lie between probes.
  private static double nanosPerStep(Trainer trainer, long atLeast) {
    long start = THREADS.getCurrentThreadCpuTime();
    long steps = 0;
    do {
      for (int i = 0; i < 100; i++) {
        trainer.step();
      }
      steps += 100;
    } while (THREADS.getCurrentThreadCpuTime() - start < atLeast);
    return (double) (THREADS.getCurrentThreadCpuTime() - start) / steps;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
