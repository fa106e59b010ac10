package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import lab.tinynet.engine.oracle.Draws;
import org.junit.jupiter.api.Test;

/// The claims of [Exponential] about itself.
class ExponentialTest {
  private static final int POINTS = 400_000;

  @Test
  void exponentialsAreRightTo4e16() {
    assertThat(worst(Exponential::exp, StrictMath::exp, -708, 709.78)).isLessThan(4e-16);
    assertThat(worst(Exponential::exp, StrictMath::exp, -1, 1)).isLessThan(4e-16);
    assertThat(worst(Exponential::exp, StrictMath::exp, 709.7, 709.782712893384)).isLessThan(4e-16);
  }

  @Test
  void exponentialsMinusOneAreRightNearZeroAndFarFromIt() {
    assertThat(worst(Exponential::expm1, StrictMath::expm1, -1e-6, 1e-6)).isLessThan(1e-15);
    assertThat(worst(Exponential::expm1, StrictMath::expm1, -1, 1)).isLessThan(1e-15);
    assertThat(worst(Exponential::expm1, StrictMath::expm1, -50, 709)).isLessThan(1e-15);
  }

  @Test
  void hyperbolicTangentsAreRightTo1e15() {
    assertThat(worst(Exponential::tanh, StrictMath::tanh, -1e-6, 1e-6)).isLessThan(1e-15);
    assertThat(worst(Exponential::tanh, StrictMath::tanh, -1, 1)).isLessThan(1e-15);
    assertThat(worst(Exponential::tanh, StrictMath::tanh, -30, 30)).isLessThan(1e-15);
  }

  @Test
  void sigmoidsAreRightOnBothSides() {
    DoubleUnaryOperator direct = x -> 1 / (1 + StrictMath.exp(-x));
    assertThat(worst(Exponential::sigmoid, direct, -700, 40)).isLessThan(2e-15);
    assertThat(worst(Exponential::sigmoid, direct, -2, 2)).isLessThan(2e-15);
  }

  @Test
  void numbersTooSmallForFullPrecisionAreRightToTheirLastDigit() {
    for (double x = -745.2; x < -708; x += 0.01) {
      assertThat(Exponential.exp(x))
          .isCloseTo(StrictMath.exp(x), within(StrictMath.exp(x) * 4e-16 + Double.MIN_VALUE));
    }
  }

  @Test
  void theEndsOfTheRangeAreThoseOfMathematics() {
    assertThat(Exponential.exp(0)).isEqualTo(1);
    assertThat(Exponential.exp(709.79)).isInfinite();
    assertThat(Exponential.exp(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.exp(-746)).isZero();
    assertThat(Exponential.exp(Double.NaN)).isNaN();
    assertThat(Exponential.expm1(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(Exponential.expm1(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Exponential.expm1(Double.NaN)).isNaN();
    assertThat(Exponential.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(Exponential.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Exponential.tanh(Double.NaN)).isNaN();
    assertThat(Exponential.tanh(0)).isEqualTo(0);
    assertThat(Exponential.sigmoid(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Exponential.sigmoid(0)).isEqualTo(0.5);
    assertThat(Exponential.sigmoid(Double.NaN)).isNaN();
  }

  /// The largest relative difference at random points between two bounds.
  private static double worst(
      DoubleUnaryOperator actual, DoubleUnaryOperator expected, double low, double high) {
    var draws = new Draws(1);
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = i == 0 ? low : i == 1 ? high : draws.uniform(low, high);
      double wanted = expected.applyAsDouble(x);
      double difference = Math.abs(actual.applyAsDouble(x) - wanted);
      if (difference > 0) {
        worst = Math.max(worst, difference / Math.abs(wanted));
      }
    }
    return worst;
  }
}
