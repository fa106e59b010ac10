package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the initial weights are drawn from, measured on 64 × 400 of them.
class InitializationTest {
  private static final int FAN_IN = 64;
  private static final int FAN_OUT = 400;

  /// With 25,600 numbers the standard deviation is known to 0.5 %.
  private static final double WITHIN = 0.02;

  record Rule(Initializer init, double std, boolean normal) {}

  static Stream<Rule> rules() {
    double both = FAN_IN + FAN_OUT;
    double third = 1 / Math.sqrt(3);
    return Stream.of(
        new Rule(new Initializer(Initializer.Kind.NORMAL, 0.3), 0.3, true),
        new Rule(of(Initializer.Kind.UNIFORM), third / Math.sqrt(FAN_IN), false),
        new Rule(new Initializer(Initializer.Kind.UNIFORM, 0.2), 0.2 * third, false),
        new Rule(of(Initializer.Kind.XAVIER_NORMAL), Math.sqrt(2 / both), true),
        new Rule(of(Initializer.Kind.XAVIER_UNIFORM), Math.sqrt(2 / both), false),
        new Rule(of(Initializer.Kind.HE_NORMAL), Math.sqrt(2.0 / FAN_IN), true),
        new Rule(of(Initializer.Kind.HE_UNIFORM), Math.sqrt(2.0 / FAN_IN), false),
        new Rule(of(Initializer.Kind.LECUN_NORMAL), Math.sqrt(1.0 / FAN_IN), true));
  }

  private static Initializer of(Initializer.Kind kind) {
    return Initializer.of(kind);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void weightsAreDistributedAsTheRuleSays(Rule rule) {
    double[] w = weights(wide(rule.init(), Initializer.ZEROS), 0).w().toArray();
    assertThat(w).hasSize(FAN_IN * FAN_OUT);
    double mean = Arrays.stream(w).average().orElseThrow();
    double std = Math.sqrt(Arrays.stream(w).map(x -> x * x).average().orElseThrow());
    assertThat(mean).isCloseTo(0, within(WITHIN * rule.std()));
    assertThat(std).isCloseTo(rule.std(), within(WITHIN * rule.std()));
    double most = Arrays.stream(w).map(Math::abs).max().orElseThrow();
    double beyondTwo =
        Arrays.stream(w).filter(x -> Math.abs(x) > 2 * rule.std()).count() / (double) w.length;
    if (rule.normal()) {
      assertThat(beyondTwo).isCloseTo(0.0455, within(0.006));
      assertThat(most).isGreaterThan(3.5 * rule.std());
    } else {
      assertThat(beyondTwo).isZero();
      double limit = Math.sqrt(3) * rule.std();
      assertThat(most).isBetween(0.999 * limit, limit);
      // Evenly: as many in the outer half as in the inner.
      double outer = Arrays.stream(w).filter(x -> Math.abs(x) > limit / 2).count();
      assertThat(outer / w.length).isCloseTo(0.5, within(0.02));
    }
  }

  @Test
  void zerosAndConstantsAreJustThat() {
    var constant = new Initializer(Initializer.Kind.CONSTANT, -0.7);
    Weights.Dense first = weights(wide(Initializer.ZEROS, constant), 0);
    assertThat(first.w().toArray()).containsOnly(0);
    assertThat(first.b().orElseThrow().toArray()).hasSize(FAN_OUT).containsOnly(-0.7);
    assertThat(weights(wide(constant, Initializer.ZEROS), 0).w().toArray()).containsOnly(-0.7);
  }

  @Test
  void biasesHaveNumbersOfTheirOwn() {
    Initializer normal = new Initializer(Initializer.Kind.NORMAL, 1);
    Weights.Dense first = weights(wide(normal, normal), 0);
    double[] b = first.b().orElseThrow().toArray();
    for (int unit = 0; unit < b.length; unit++) {
      assertThat(b[unit]).isEqualTo(CounterRandom.normal(9, Purpose.BIASES, 0, unit));
    }
    assertThat(b[0]).isNotEqualTo(first.w().get(0, 0));
  }

  /// The numbering is part of the meaning of a seed: were it changed, every saved run would be
  /// another.
  @Test
  void theNumberOfAWeightIsInputTimesUnitsPlusUnitOfItsLayer() {
    Experiment experiment = wide(new Initializer(Initializer.Kind.NORMAL, 1), Initializer.ZEROS);
    for (int layer = 0; layer < 2; layer++) {
      Weights.Dense dense = weights(experiment, layer);
      int units = dense.w().columns();
      for (int input = 0; input < dense.w().rows(); input++) {
        for (int unit = 0; unit < units; unit++) {
          long index = (long) input * units + unit;
          double drawn = CounterRandom.normal(9, Purpose.WEIGHTS, layer, index);
          assertThat(dense.w().get(input, unit)).isEqualTo(drawn);
        }
      }
    }
  }

  @Test
  void orthogonalWeightsAreOrthonormalTheShorterWay() {
    Initializer orthogonal = of(Initializer.Kind.ORTHOGONAL);
    Weights.Dense wide = weights(wide(orthogonal, Initializer.ZEROS), 0);
    assertThat(wide.w().rows()).isLessThan(wide.w().columns());
    for (int a = 0; a < FAN_IN; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int unit = 0; unit < FAN_OUT; unit++) {
          dot += wide.w().get(a, unit) * wide.w().get(b, unit);
        }
        assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-13));
      }
    }
    Weights.Dense tall = weights(wide(orthogonal, Initializer.ZEROS), 1);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int input = 0; input < FAN_OUT; input++) {
          dot += tall.w().get(input, a) * tall.w().get(input, b);
        }
        assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-13));
      }
    }
  }

  /// A unit sums channels · kernel² numbers, an input has a part in filters · kernel².
  @Test
  void theFansOfAConvolutionAreThoseOfItsKernels() {
    LayerSpec first = conv(8, Initializer.Kind.HE_NORMAL);
    LayerSpec second = conv(400, Initializer.Kind.XAVIER_NORMAL);
    try (Trainer trainer = Trainer.of(TinyImages.experiment(4, 0, first, second))) {
      Weights.Conv2d he = (Weights.Conv2d) trainer.weights().layers().get(0);
      Weights.Conv2d xavier = (Weights.Conv2d) trainer.weights().layers().get(1);
      assertThat(std(xavier.k())).isCloseTo(Math.sqrt(2.0 / (72 + 3_600)), within(0.0003));
      assertThat(std(he.k())).isCloseTo(Math.sqrt(2.0 / 9), within(0.1));
      double drawn = CounterRandom.normal(3, Purpose.WEIGHTS, 1, 5 * 400 + 7);
      assertThat(xavier.k().get(7, 5)).isEqualTo(Math.sqrt(2.0 / (72 + 3_600)) * drawn);
    }
  }

  private static LayerSpec conv(int filters, Initializer.Kind init) {
    return TinyImages.conv(filters, 3, Activation.Kind.RELU).withInit(of(init));
  }

  private static double std(Matrix matrix) {
    return Math.sqrt(Arrays.stream(matrix.toArray()).map(x -> x * x).average().orElseThrow());
  }

  @Test
  void aLearntSlopeStartsAsTheSpecificationSays() {
    LayerSpec.Dense prelu =
        new LayerSpec.Dense(
            3,
            new Activation(Activation.Kind.PRELU, 0.4),
            Initializer.ZEROS,
            false,
            Initializer.ZEROS);
    Experiment experiment =
        TinyNetworks.of(
            TinyNetworks.inline(new double[][] {{1}}, new double[][] {{1}}),
            new Optimizer.Sgd(1),
            prelu,
            TinyNetworks.dense(1, Activation.Kind.IDENTITY));
    Weights.Dense first = weights(experiment, 0);
    assertThat(first.slope()).isEqualTo(OptionalDouble.of(0.4));
    assertThat(first.b()).isEqualTo(Optional.empty());
    assertThat(weights(experiment, 1).slope()).isEmpty();
  }

  private static Experiment wide(Initializer init, Initializer biasInit) {
    double[] x = new double[FAN_IN];
    Activation tanh = Activation.of(Activation.Kind.TANH);
    return TinyNetworks.of(
            TinyNetworks.inline(new double[][] {x}, new double[][] {{1, 1, 1}}),
            new Optimizer.Sgd(1),
            new LayerSpec.Dense(FAN_OUT, tanh, init, true, biasInit),
            new LayerSpec.Dense(3, tanh, init, true, biasInit))
        .withSeed(9);
  }

  private static Weights.Dense weights(Experiment experiment, int layer) {
    try (Trainer trainer = Trainer.of(experiment)) {
      return TinyNetworks.dense(trainer.weights(), layer);
    }
  }
}
