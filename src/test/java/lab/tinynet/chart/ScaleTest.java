package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void aLinearAxisHasRoundEndsThatHoldTheValues() {
    Scale scale = Scale.linear(0, 1.13, 4);

    assertThat(scale.low()).isZero();
    assertThat(scale.high()).isEqualTo(1.5);
    assertThat(scale.position(0.75)).isCloseTo(0.5, within(1e-12));
    assertThat(scale.ticks(4)).containsExactly(0, 0.5, 1, 1.5);
  }

  @Test
  void aLinearAxisHoldsNegativeEqualAndHugeValues() {
    assertThat(Scale.linear(-0.9, 0.95, 4).low()).isEqualTo(-1);
    assertThat(Scale.linear(0, 0, 4).high()).isPositive();
    assertThat(Scale.linear(3, 3, 4).position(3)).isBetween(0.0, 1.0);
    Scale huge = Scale.linear(-1.5e308, 1.5e308, 4);
    assertThat(huge.position(1.5e308)).isBetween(0.5, 1.0);
    Scale extreme = Scale.log(Double.MIN_VALUE, Double.MAX_VALUE);
    assertThat(extreme.position(Double.MAX_VALUE)).isBetween(0.5, 1.0);
    for (double tick : extreme.ticks(4)) {
      assertThat(extreme.position(tick)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aLogarithmicAxisGoesFromPowerOfTenToPowerOfTen() {
    Scale scale = Scale.log(0.0034, 12);

    assertThat(scale.low()).isEqualTo(0.001);
    assertThat(scale.high()).isCloseTo(100, within(1e-9));
    assertThat(scale.position(0.1)).isCloseTo(0.4, within(1e-12));
    assertThat(scale.ticks(6)).hasSize(6).startsWith(0.001).endsWith(100);
  }

  @Test
  void aLogarithmicAxisNeverHasNoLength() {
    assertThat(Scale.log(1, 1).high()).isEqualTo(10);
    assertThat(Scale.log(0.1, 0.1).position(0.1)).isZero();
  }

  @Test
  void zeroLiesInfinitelyFarBelowALogarithmicAxis() {
    assertThat(Scale.log(0.1, 1).position(0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void whatIsNotFiniteHasNoPlaceOnAnyAxis() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(Scale.log(0.1, 1).position(value)).isNaN();
      assertThat(Scale.linear(0, 1, 4).position(value)).isNaN();
    }
  }
}
