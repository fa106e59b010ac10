package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.DataSpec.Shape;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.telemetry.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the newer generated data ask for can be learnt by a small dense network.
class GeneratedDataLearntTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theDrawnSignsAreToldApart(long seed) {
    Experiment signs =
        experiment(Shape.STROKES, 32, Kind.SOFTMAX, 10)
            .withLoss(Loss.of(Loss.Kind.CROSS_ENTROPY))
            .withSeed(seed);
    assertThat(after(signs, 800, Quantity.TEST_ACCURACY)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theRingsAreToldApart(long seed) {
    Experiment rings = experiment(Shape.RINGS, 16, Kind.TANH, 1).withSeed(seed);
    DataSpec clean = new DataSpec.Generated(Shape.RINGS, 600, 0, 0.3);
    assertThat(after(rings.withData(clean), 4_000, Quantity.TEST_ACCURACY)).isGreaterThan(0.9);
  }

  /// The error left is about that of the noise, whose square is 0.01.
  @ParameterizedTest
  @EnumSource(names = {"WAVE", "PLANE"})
  void theRegressionsAreLearntDownToTheirNoise(Shape shape) {
    Experiment regression = experiment(shape, 16, Kind.IDENTITY, 1);
    assertThat(after(regression, 3_000, Quantity.TEST_LOSS)).isLessThan(0.02);
    assertThat(after(regression, 0, Quantity.TEST_ACCURACY)).isNaN();
  }

  private static Experiment experiment(Shape shape, int units, Kind output, int outputs) {
    List<LayerSpec> layers =
        List.of(
            TinyNetworks.dense(units, Kind.TANH),
            TinyNetworks.dense(units, Kind.TANH),
            TinyNetworks.dense(outputs, output));
    return TinyNetworks.of(
            DataSpec.Generated.usual(shape),
            Optimizer.usual("adam", 0.01),
            layers.toArray(LayerSpec[]::new))
        .withBatch(new BatchSize(32));
  }

  private static double after(Experiment experiment, int steps, Quantity quantity) {
    try (Trainer trainer = Trainer.of(experiment)) {
      for (int i = 0; i < steps; i++) {
        assertThat(trainer.step()).isTrue();
      }
      trainer.measureNow();
      long last = trainer.log().probes().length() - 1;
      return trainer.log().probes().get(last, trainer.log().column(quantity));
    }
  }
}
