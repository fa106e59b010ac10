package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import lab.tinynet.spec.Activation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationFunctionTest {
  private static final double[] POINTS = {
    -800, -40, -5, -1, -0.3, -1e-9, -0.0, 0, 1e-9, 0.3, 1, 5, 40, 800
  };

  @BeforeAll
  static void load() {
    NumericLibrary.load();
  }

  static Stream<Activation> elementWise() {
    return Stream.of(Activation.Kind.values())
        .filter(kind -> kind != Activation.Kind.SOFTMAX)
        .map(Activation::of);
  }

  /// The loops over whole layers have forms of their own for the commonest functions.
  @ParameterizedTest
  @MethodSource("elementWise")
  void oneNumberAndAWholeLayerHaveTheSameFunction(Activation activation) {
    Activation.Kind kind = activation.kind();
    double parameter = activation.parameter();
    int n = POINTS.length;
    try (FlatBuffer z = buffer(POINTS);
        var a = new FlatBuffer(n);
        var d = new FlatBuffer(n)) {
      d.fill(3);
      ActivationFunction.forward(kind, parameter, z.memory(), a.memory(), n / 2, 2);
      ActivationFunction.backward(kind, parameter, z.memory(), a.memory(), d.memory(), n / 2, 2);
      for (int i = 0; i < n; i++) {
        double value = ActivationFunction.value(kind, parameter, POINTS[i]);
        double slope = ActivationFunction.derivative(kind, parameter, POINTS[i], value);
        assertThat(a.get(i)).as("f(" + POINTS[i] + ")").isEqualTo(value + 0.0, within(0.0));
        assertThat(d.get(i)).as("f′(" + POINTS[i] + ")").isEqualTo(3 * slope, within(1e-15));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elementWise")
  void farFromZeroNothingOverflows(Activation activation) {
    for (double z : new double[] {-1e300, -1000, 1000, 1e150}) {
      double a = ActivationFunction.value(activation.kind(), activation.parameter(), z);
      double slope = ActivationFunction.derivative(activation.kind(), activation.parameter(), z, a);
      assertThat(a).isFinite();
      assertThat(slope).isBetween(-0.2, 1.2);
    }
  }

  @ParameterizedTest
  @MethodSource("elementWise")
  void notANumberStaysNotANumber(Activation activation) {
    Activation.Kind kind = activation.kind();
    try (FlatBuffer z = buffer(Double.NaN);
        var a = new FlatBuffer(1)) {
      ActivationFunction.forward(kind, activation.parameter(), z.memory(), a.memory(), 1, 1);
      assertThat(a.get(0)).isNaN();
      assertThat(ActivationFunction.value(kind, activation.parameter(), Double.NaN)).isNaN();
    }
  }

  @Test
  void softmaxOfLargeNumbersIsThatOfTheirDifferences() {
    try (FlatBuffer z = buffer(1000, -1000, 1001, -999);
        var a = new FlatBuffer(4)) {
      ActivationFunction.forward(Activation.Kind.SOFTMAX, 0, z.memory(), a.memory(), 2, 2);
      double large = 1 / (1 + Math.exp(-1));
      assertThat(a.get(0)).isEqualTo(1 - large, within(1e-15));
      assertThat(a.get(1)).isEqualTo(1 - large, within(1e-15));
      assertThat(a.get(2)).isEqualTo(large, within(1e-15));
      assertThat(a.get(3)).isEqualTo(large, within(1e-15));
    }
  }

  /// PyTorch's choice: the slope of the left side.
  @Test
  void atAKinkTheDerivativeIsThatOfTheLeftSide() {
    assertThat(ActivationFunction.derivative(Activation.Kind.RELU, 0, 0, 0)).isZero();
    assertThat(ActivationFunction.derivative(Activation.Kind.LEAKY_RELU, 0.01, 0, 0))
        .isEqualTo(0.01);
    assertThat(ActivationFunction.derivative(Activation.Kind.ELU, 0.5, 0, 0)).isEqualTo(0.5);
  }

  private static FlatBuffer buffer(double... values) {
    var buffer = new FlatBuffer(values.length);
    for (int i = 0; i < values.length; i++) {
      buffer.set(i, values[i]);
    }
    return buffer;
  }
}
