package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import lab.tinynet.engine.oracle.GeneratedNetwork;
import lab.tinynet.engine.oracle.LayeredNetwork;
import lab.tinynet.engine.oracle.Oracle;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Schedule;
import lab.tinynet.spec.Validation;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.ProbeSchedule;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/// The engine against the obvious implementation, on random networks of every make.
class OracleAgreementTest {
  private static final int STEPS = 100;
  private static final int PROBE_EVERY = 10;
  private static final double RELATIVE = 1e-10;

  /// The largest value that each series has had so far. What has shrunk to a difference of larger
  /// numbers, like a gradient near a minimum or one that a normalisation further on takes away, has
  /// their rounding errors.
  private final Map<String, Double> largest = new HashMap<>();

  static LongStream seeds() {
    double scale = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
    return LongStream.rangeClosed(1, (long) Math.ceil(1_500 * scale));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void engineAndOracleAgreeOnEveryFigureOver100Steps(long seed) {
    agree(GeneratedNetwork.of(seed));
  }

  /// Every kind of layer; fewer, since the oracle goes pixel by pixel.
  static LongStream layeredSeeds() {
    return LongStream.rangeClosed(1, Math.max(12, seeds().max().orElseThrow() / 15));
  }

  @ParameterizedTest
  @MethodSource("layeredSeeds")
  void engineAndOracleAgreeOnLayersOfEveryKind(long seed) {
    agree(LayeredNetwork.of(seed));
  }

  private void agree(GeneratedNetwork generated) {
    assertThat(Validation.check(generated.experiment())).isEmpty();
    Trainer.Options options =
        Trainer.Options.USUAL
            .withExactSteps(STEPS)
            .withWeights(generated.weights())
            .withSchedule(new ProbeSchedule(PROBE_EVERY));
    try (Trainer trainer = Trainer.of(generated.experiment(), options)) {
      var oracle = new Oracle(generated.experiment(), generated.weights());
      agree(trainer.log(), 0, oracle.probe());
      for (int step = 0; step < STEPS; step++) {
        assertThat(trainer.step()).isTrue();
        agree(trainer.log(), step, oracle.step());
        if ((step + 1) % PROBE_EVERY == 0) {
          agree(trainer.log(), (step + 1) / PROBE_EVERY, oracle.probe());
        }
      }
      assertThat(trainer.log().probes().length()).isEqualTo(1 + STEPS / PROBE_EVERY);
      agree(trainer.weights(), oracle.parameters());
    }
  }

  /// What an optimiser remembers outlives a change of its settings, and is forgotten with its kind.
  @ParameterizedTest
  @ValueSource(longs = {70, 71, 72, 73, 74, 75, 76})
  void editsWhileRunningKeepTheMemoryOfTheOptimiser(long seed) {
    GeneratedNetwork generated = GeneratedNetwork.of(seed);
    Experiment experiment = generated.experiment();
    Experiment retuned = experiment.withOptimizer(retuned(experiment.optimizer()));
    Optimizer next = GeneratedNetwork.of(seed + 1).experiment().optimizer();
    Trainer.Options options = Trainer.Options.USUAL.withWeights(generated.weights());
    try (Trainer trainer = Trainer.of(experiment, options)) {
      var oracle = new Oracle(experiment, generated.weights());
      for (int step = 0; step < 60; step++) {
        if (step == 20) {
          trainer.change(retuned);
          oracle.change(retuned.optimizer());
        } else if (step == 40) {
          trainer.change(retuned.withOptimizer(next));
          oracle.change(next);
        }
        assertThat(trainer.step()).isTrue();
        agree(trainer.log(), step, oracle.step());
      }
      agree(trainer.weights(), oracle.parameters());
    }
  }

  private static Optimizer retuned(Optimizer optimizer) {
    double rate = 0.6 * optimizer.rate();
    Optimizer retuned =
        switch (optimizer) {
          case Optimizer.Sgd _ -> new Optimizer.Sgd(rate);
          case Optimizer.Momentum _ -> new Optimizer.Momentum(rate, 0.4);
          case Optimizer.Nesterov _ -> new Optimizer.Nesterov(rate, 0.4);
          case Optimizer.RmsProp _ -> new Optimizer.RmsProp(rate, 0.8, 1e-3);
          case Optimizer.Adagrad _ -> new Optimizer.Adagrad(rate, 1e-3, 5);
          case Optimizer.Adam _ -> new Optimizer.Adam(rate, 0.5, 0.8, 1e-3);
          case Optimizer.AdamW _ -> new Optimizer.AdamW(rate, 0.5, 0.8, 1e-3, 0.02);
        };
    return retuned.withSchedule(new Schedule.Cosine(45, 0.1));
  }

  /// A layer whose gradient is 0 in exact arithmetic (before a normalisation, say) has rounding
  /// errors of the others' size: what belongs to a layer is compared by the largest of all layers.
  private void agree(RunLog log, int row, Oracle.Step expected) {
    same("loss", get(log, Quantity.LOSS, 0, row), expected.loss());
    assertThat(get(log, Quantity.RATE, 0, row)).isCloseTo(expected.rate(), withinPercentage(1e-10));
    for (int l = 0; l < log.layers().size(); l++) {
      largest.merge("raw norm", expected.raw()[l], Math::max);
      largest.merge("applied norm", expected.applied()[l], Math::max);
      if (Double.isFinite(expected.ratio()[l])) {
        largest.merge("update ratio", expected.ratio()[l], Math::max);
      }
    }
    for (int l = 0; l < log.layers().size(); l++) {
      if (log.layers().get(l).parameters()) {
        same("raw norm", get(log, Quantity.RAW_NORM, l, row), expected.raw()[l]);
        same("applied norm", get(log, Quantity.APPLIED_NORM, l, row), expected.applied()[l]);
        same("update ratio", get(log, Quantity.UPDATE_RATIO, l, row), expected.ratio()[l]);
      }
      assertThat(get(log, Quantity.SILENT_UNITS, l, row)).isEqualTo(expected.silent()[l]);
    }
  }

  private void agree(RunLog log, int row, Oracle.Probe expected) {
    assertThat(get(log, Quantity.PROBE_STEP, 0, row)).isEqualTo(row * PROBE_EVERY);
    same("train loss", get(log, Quantity.TRAIN_LOSS, 0, row), expected.trainLoss());
    same("test loss", get(log, Quantity.TEST_LOSS, 0, row), expected.testLoss());
    Double trainAccuracy = get(log, Quantity.TRAIN_ACCURACY, 0, row);
    Double testAccuracy = get(log, Quantity.TEST_ACCURACY, 0, row);
    assertThat(trainAccuracy).isEqualTo(Double.valueOf(expected.trainAccuracy()));
    assertThat(testAccuracy).isEqualTo(Double.valueOf(expected.testAccuracy()));
    for (int l = 0; l < log.layers().size(); l++) {
      assertThat(get(log, Quantity.DEAD_UNITS, l, row)).isEqualTo(expected.dead()[l]);
    }
  }

  private void agree(Weights actual, List<Map<String, INDArray>> expected) {
    for (int l = 0; l < expected.size(); l++) {
      Map<String, INDArray> arrays = expected.get(l);
      assertThat(arrays).isNotEmpty();
      switch (actual.layers().get(l)) {
        case Weights.Dense dense -> {
          same("W", dense.w().toArray(), arrays.get("W"));
          same(dense.b(), dense.slope(), arrays);
        }
        case Weights.Conv2d conv -> {
          same("K", conv.k().toArray(), arrays.get("K"));
          same(conv.b(), conv.slope(), arrays);
        }
        case Weights.BatchNorm norm -> {
          same("gamma", norm.gamma().toArray(), arrays.get("gamma"));
          same("beta", norm.beta().toArray(), arrays.get("beta"));
          same("mean", norm.mean().toArray(), arrays.get("mean"));
          same("variance", norm.variance().toArray(), arrays.get("variance"));
        }
        case Weights.LayerNorm norm -> {
          same("gamma", norm.gamma().toArray(), arrays.get("gamma"));
          same("beta", norm.beta().toArray(), arrays.get("beta"));
        }
        case Weights.Slope(double slope) -> same("slope", slope, arrays.get("slope").getDouble(0));
      }
    }
  }

  private void same(Optional<Matrix> bias, OptionalDouble slope, Map<String, INDArray> arrays) {
    assertThat(bias.isPresent()).isEqualTo(arrays.containsKey("b"));
    bias.ifPresent(b -> same("b", b.toArray(), arrays.get("b")));
    slope.ifPresent(value -> same("slope", value, arrays.get("slope").getDouble(0)));
  }

  private static double get(RunLog log, Quantity quantity, int layer, int row) {
    return log.ledger(quantity).get(row, log.column(quantity, layer));
  }

  private void same(String what, double[] actual, INDArray expected) {
    double[] values = expected.dup('c').data().asDouble();
    assertThat(actual).as(what).hasSameSizeAs(values);
    double norm = 0;
    double difference = 0;
    for (int i = 0; i < values.length; i++) {
      norm = Math.hypot(norm, values[i]);
      difference = Math.hypot(difference, actual[i] - values[i]);
    }
    assertThat(difference).as(what).isLessThanOrEqualTo(RELATIVE * norm);
  }

  private void same(String what, double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
    } else {
      double tolerance = RELATIVE * largest.merge(what, Math.abs(expected), Math::max);
      assertThat(actual).as(what).isCloseTo(expected, within(tolerance));
    }
  }
}
