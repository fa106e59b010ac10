package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Finding;
import lab.tinynet.telemetry.HealthCheck;
import lab.tinynet.telemetry.HistogramLog;
import lab.tinynet.telemetry.ProbeSchedule;
import lab.tinynet.telemetry.Quantity;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// What is logged of pre-activations and of the signal that comes back, against plain loops.
class SignalsTest {
  private static final double[][] X = {
    {0.5, -1}, {-0.3, 0.8}, {1.2, 0.4}, {-0.7, -0.6}, {0.1, 0.9}
  };
  private static final double[][] Y = {{1}, {-1}, {0.5}, {0.2}, {-0.4}};
  private static final Percentage CLOSE = Percentage.withPercentage(1e-9);

  private static Trainer trainer(Experiment experiment) {
    return Trainer.of(experiment, Trainer.Options.USUAL.withSchedule(new ProbeSchedule(1)));
  }

  private static double logged(Trainer trainer, Quantity quantity, int layer, long probe) {
    return trainer.log().probes().get(probe, trainer.log().column(quantity, layer));
  }

  /// The network by hand: z = x·W + b, tanh, output linear; mean squared error.
  private record ByHand(double[][] z, double[][] a, double[] out) {
    static ByHand of(Weights weights) {
      Weights.Dense hidden = (Weights.Dense) weights.layers().get(0);
      Weights.Dense output = (Weights.Dense) weights.layers().get(1);
      int units = hidden.w().columns();
      double[][] z = new double[X.length][units];
      double[][] a = new double[X.length][units];
      double[] out = new double[X.length];
      for (int r = 0; r < X.length; r++) {
        out[r] = output.b().orElseThrow().get(0, 0);
        for (int u = 0; u < units; u++) {
          z[r][u] =
              hidden.b().orElseThrow().get(0, u)
                  + X[r][0] * hidden.w().get(0, u)
                  + X[r][1] * hidden.w().get(1, u);
          a[r][u] = Math.tanh(z[r][u]);
          out[r] += a[r][u] * output.w().get(u, 0);
        }
      }
      return new ByHand(z, a, out);
    }
  }

  @Test
  void preActivationsDerivativesAndSignalsAreThoseOfAPlainLoop() {
    Experiment experiment =
        TinyNetworks.of(
            TinyNetworks.inline(X, Y),
            new Optimizer.Sgd(0.1),
            dense(3, Activation.Kind.TANH),
            dense(1, Activation.Kind.IDENTITY));
    try (Trainer trainer = trainer(experiment)) {
      Weights before = trainer.weights();
      trainer.step();
      Weights after = trainer.weights();

      ByHand now = ByHand.of(after);
      double[] z = Arrays.stream(now.z()).flatMapToDouble(Arrays::stream).toArray();
      double mean = Arrays.stream(z).average().orElseThrow();
      double variance = Arrays.stream(z).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      double slope =
          Arrays.stream(z).map(v -> 1 - Math.tanh(v) * Math.tanh(v)).average().orElseThrow();
      assertThat(logged(trainer, Quantity.PRE_ACTIVATION_MEAN, 0, 1)).isCloseTo(mean, CLOSE);
      assertThat(logged(trainer, Quantity.PRE_ACTIVATION_STD, 0, 1))
          .isCloseTo(Math.sqrt(variance), CLOSE);
      assertThat(logged(trainer, Quantity.DERIVATIVE, 0, 1)).isCloseTo(slope, CLOSE);
      assertThat(logged(trainer, Quantity.DERIVATIVE, 1, 1)).isEqualTo(1);

      // The signal is that of the step's batch, before its update.
      ByHand then = ByHand.of(before);
      Weights.Dense output = (Weights.Dense) before.layers().get(1);
      double last = 0;
      double first = 0;
      for (int r = 0; r < X.length; r++) {
        double delta = 2 * (then.out()[r] - Y[r][0]) / X.length;
        last += delta * delta;
        for (int u = 0; u < 3; u++) {
          first += Math.pow(delta * output.w().get(u, 0), 2);
        }
      }
      assertThat(logged(trainer, Quantity.SIGNAL_NORM, 1, 1)).isCloseTo(Math.sqrt(last), CLOSE);
      assertThat(logged(trainer, Quantity.SIGNAL_NORM, 0, 1)).isCloseTo(Math.sqrt(first), CLOSE);
      assertThat(logged(trainer, Quantity.SIGNAL_NORM, 0, 0)).as("no step yet").isNaN();

      float[] row = new float[trainer.log().preActivations().rowWidth()];
      assertThat(trainer.log().preActivations().read(1, 1, 1, new long[1], row)).isEqualTo(1);
      assertThat((double) row[HistogramLog.MEAN]).isCloseTo(mean, Percentage.withPercentage(1e-4));
      assertThat((double) row[HistogramLog.MIN])
          .isCloseTo(Arrays.stream(z).min().orElseThrow(), Percentage.withPercentage(1e-4));
    }
  }

  /// A batch normalisation tells what it reads and what it makes of it.
  @Test
  void batchNormHasMomentsBeforeAndAfter() {
    DataSpec data = new DataSpec.Generated(DataSpec.Shape.MOONS, 300, 0.1, 0);
    Experiment experiment =
        TinyNetworks.of(
            data,
            new Optimizer.Sgd(0.05),
            new LayerSpec.Dense(
                8,
                Activation.of(Activation.Kind.IDENTITY),
                new Initializer(Initializer.Kind.NORMAL, 6),
                true,
                Initializer.ZEROS),
            new LayerSpec.BatchNorm(),
            new LayerSpec.Activated(Activation.of(Activation.Kind.RELU)),
            dense(1, Activation.Kind.TANH));
    try (Trainer trainer = trainer(experiment)) {
      for (int i = 0; i < 200; i++) {
        trainer.step();
      }
      long probe = trainer.log().probes().length() - 1;
      double before = logged(trainer, Quantity.PRE_ACTIVATION_STD, 1, probe);
      double after = logged(trainer, Quantity.PRE_ACTIVATION_STD, 2, probe);
      assertThat(before).isGreaterThan(3);
      assertThat(after).isBetween(0.7, 1.4);
      assertThat(logged(trainer, Quantity.DERIVATIVE, 1, probe)).isNaN();
      assertThat(logged(trainer, Quantity.DERIVATIVE, 2, probe)).isBetween(0.2, 0.8);
    }
  }

  @Test
  void layersInsideAResidualAreMeasuredToo() {
    Experiment experiment =
        TinyNetworks.of(
            new DataSpec.Generated(DataSpec.Shape.MOONS, 100, 0.1, 0),
            new Optimizer.Sgd(0.05),
            dense(4, Activation.Kind.TANH),
            new LayerSpec.Residual(List.of(dense(4, Activation.Kind.TANH))),
            dense(1, Activation.Kind.TANH));
    try (Trainer trainer = trainer(experiment)) {
      trainer.step();
      double outside = logged(trainer, Quantity.SIGNAL_NORM, 1, 1);
      double inside = logged(trainer, Quantity.SIGNAL_NORM, 2, 1);
      assertThat(outside).isPositive();
      assertThat(inside).as("a sum hands its gradient on as it is").isEqualTo(outside);
    }
  }

  /// Of a real run the detectors say what was built into it.
  @Test
  void detectorsSeeWhatAPresetShows() {
    assertThat(namesAfter("saturated-tanh", 300)).contains("saturating");
    assertThat(namesAfter("overfitting", 3_000)).contains("overfitting");
    assertThat(namesAfter("rate-too-small", 1_500)).contains("plateau");
    assertThat(namesAfter("dying-relu", 300)).contains("dead-layer");
    assertThat(namesAfter("diverging", 700)).contains("diverged");
    assertThat(namesAfter("spiral", 400))
        .doesNotContain("vanishing", "exploding", "saturating", "diverged");
  }

  @Test
  void tenSigmoidLayersLetTheGradientVanishAndLargeWeightsExplode() {
    LayerSpec[] sigmoids = new LayerSpec[11];
    Arrays.fill(sigmoids, dense(8, Activation.Kind.SIGMOID));
    sigmoids[10] = dense(1, Activation.Kind.TANH);
    assertThat(namesAfter(deep(sigmoids), 100)).contains("vanishing").doesNotContain("exploding");
    // Large weights and tanh: outputs stay bounded, so that only the way back multiplies.
    LayerSpec[] large = new LayerSpec[25];
    Arrays.fill(
        large,
        new LayerSpec.Dense(
            16,
            Activation.of(Activation.Kind.TANH),
            new Initializer(Initializer.Kind.NORMAL, 0.75),
            true,
            Initializer.ZEROS));
    large[24] = dense(1, Activation.Kind.TANH);
    assertThat(namesAfter(deep(large), 100)).contains("exploding").doesNotContain("vanishing");
  }

  /// A rate so small that the layers stay as they begin.
  private static Experiment deep(LayerSpec... layers) {
    return TinyNetworks.of(
        new DataSpec.Generated(DataSpec.Shape.CIRCLE, 300, 0.03, 0),
        new Optimizer.Sgd(1e-9),
        layers);
  }

  private static List<String> namesAfter(String preset, int steps) {
    return namesAfter(Presets.named(preset).experiment(), steps);
  }

  private static List<String> namesAfter(Experiment experiment, int steps) {
    try (Trainer trainer = Trainer.of(experiment)) {
      for (int i = 0; i < steps && trainer.divergence().isEmpty(); i++) {
        trainer.step();
      }
      return HealthCheck.of(trainer.log()).stream()
          .map(Finding::rule)
          .map(rule -> rule.name())
          .toList();
    }
  }
}
