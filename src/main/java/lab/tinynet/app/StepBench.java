package lab.tinynet.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import lab.tinynet.app.Tasks.BenchCase;
import lab.tinynet.data.Dataset;
import lab.tinynet.engine.Trainer;
import lab.tinynet.engine.Trainer.Measuring;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Matrix;

/// Measures the time of a training step: bare, with all telemetry, and a rival's.
///
/// The variants take turns in short blocks, a different one first every round, so that a change of
/// the machine's speed meets all of them; what counts is the median of a variant's blocks. All are
/// warm: compiled, and the log past the point where its ring has come round once. A block of ours
/// is a multiple of the steps between two probes, so that every block has its share of them.
///
/// Time is the processor's for this thread, where the system tells it: all three work on one thread
/// alone, and what else the machine does would otherwise be counted with whom it happens to meet.
final class StepBench {
  private static final int ROUNDS = 41;
  private static final long BLOCK_NANOS = 25_000_000;
  private static final int PROBE_DISTANCE = 100;

  /// Steps until the log's ring has been filled once and a little more.
  private static final long WARM_STEPS = 120_000;

  /// But no longer than this: appending to the log is nothing in a step that takes so long.
  private static final long WARM_NANOS = 15_000_000_000L;

  private static final long RIVAL_WARM_NANOS = 2_500_000_000L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private StepBench() {}

  static List<BenchCase> run(Consumer<BenchCase> finished) {
    Optional<BenchRival> rival = BenchRival.find();
    List<BenchCase> cases = new ArrayList<>();
    for (Map.Entry<String, Experiment> network : BenchNetworks.all()) {
      BenchCase measured = measure(network.getKey(), network.getValue(), rival);
      cases.add(measured);
      finished.accept(measured);
    }
    return cases;
  }

  private static BenchCase measure(String name, Experiment experiment, Optional<BenchRival> rival) {
    Trainer.Options usual = Trainer.Options.USUAL;
    try (Trainer bare = Trainer.of(experiment, usual.withMeasuring(Measuring.NOTHING));
        Trainer telemetry = Trainer.of(experiment, usual)) {
      List<Variant> variants = new ArrayList<>();
      variants.add(new Variant(bare::step, PROBE_DISTANCE));
      variants.add(new Variant(telemetry::step, PROBE_DISTANCE));
      rival.ifPresent(r -> variants.add(new Variant(step(r, experiment, telemetry.data()), 1)));
      long start = System.nanoTime();
      for (int i = 0; i < WARM_STEPS && System.nanoTime() - start < WARM_NANOS; i++) {
        bare.step();
        telemetry.step();
      }
      variants.forEach(Variant::fitBlock);
      for (int round = 0; round < ROUNDS; round++) {
        for (int turn = 0; turn < variants.size(); turn++) {
          variants.get((round + turn) % variants.size()).measureBlock();
        }
      }
      return new BenchCase(
          name,
          variants.get(0).median(),
          variants.get(1).median(),
          rival.isPresent() ? OptionalDouble.of(variants.get(2).median()) : OptionalDouble.empty(),
          variants.stream().mapToDouble(Variant::spread).max().orElseThrow());
    }
  }

  /// The rival's step on a batch as large as ours, warmed up.
  private static Runnable step(BenchRival rival, Experiment experiment, Dataset data) {
    int rows = experiment.batch().of(data.trainCount());
    BenchRival.Step step =
        rival.of(
            experiment,
            firstRows(data.trainX(), rows, data.inputs()),
            firstRows(data.trainY(), rows, data.outputs()));
    for (long start = System.nanoTime(); System.nanoTime() - start < RIVAL_WARM_NANOS; ) {
      step.fit();
    }
    return step::fit;
  }

  private static Matrix firstRows(double[] table, int rows, int columns) {
    return Matrix.of(rows, columns, Arrays.copyOf(table, rows * columns));
  }

  private static long clock() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /// One thing that is measured.
  private static final class Variant {
    private final Runnable step;
    private final int multiple;
    private final double[] micros = new double[ROUNDS];
    private int blockSteps;
    private int blocks;

    /// @param multiple the steps of a block are a multiple of this
    Variant(Runnable step, int multiple) {
      this.step = step;
      this.multiple = multiple;
    }

    /// Chooses the steps of a block by how long they take.
    void fitBlock() {
      blockSteps = multiple;
      while (blockNanos() < BLOCK_NANOS / 2) {
        blockSteps *= 2;
      }
    }

    void measureBlock() {
      micros[blocks] = blockNanos() / 1e3 / blockSteps;
      blocks++;
    }

    private long blockNanos() {
      long start = clock();
      for (int i = 0; i < blockSteps; i++) {
        step.run();
      }
      return clock() - start;
    }

    double median() {
      return quantile(0.5);
    }

    /// Half the distance of the quartiles, as a share of the median.
    double spread() {
      return (quantile(0.75) - quantile(0.25)) / 2 / median();
    }

    private double quantile(double share) {
      double[] sorted = micros.clone();
      Arrays.sort(sorted);
      return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
  }
}
