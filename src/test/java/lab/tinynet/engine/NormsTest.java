package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NormsTest {
  @BeforeAll
  static void load() {
    NumericLibrary.load();
  }

  @Test
  void aNormIsTheRootOfTheSumOfSquaresWhateverTheCount() {
    for (int count = 0; count < 12; count++) {
      double[] values = new double[count];
      double squares = 0;
      for (int i = 0; i < count; i++) {
        values[i] = i + 0.5;
        squares += values[i] * values[i];
      }
      assertThat(l2(values)).isCloseTo(Math.sqrt(squares), within(1e-14));
    }
  }

  @Test
  void numbersWhoseSquaresLeaveTheRangeHaveTheirNorm() {
    assertThat(l2(3e200, 4e200)).isCloseTo(5e200, within(1e186));
    assertThat(l2(3e-200, 4e-200)).isCloseTo(5e-200, within(1e-214));
    assertThat(l2(-3e-308, 4e-308)).isCloseTo(5e-308, within(1e-320));
    assertThat(l2(0, 0, 0)).isZero();
  }

  @Test
  void whatIsNotFiniteShowsInTheNorm() {
    assertThat(l2(1, Double.NaN, 2)).isNaN();
    assertThat(l2(1, Double.NEGATIVE_INFINITY)).isInfinite();
    assertThat(l2(Double.POSITIVE_INFINITY, Double.NaN)).isNaN();
  }

  @Test
  void aRunOfNumbersIsFiniteWhenAllOfThemAre() {
    try (FlatBuffer x = buffer(Double.NaN, 1, 2, Double.POSITIVE_INFINITY)) {
      assertThat(Norms.allFinite(x.memory(), 1, 2)).isTrue();
      assertThat(Norms.allFinite(x.memory(), 0, 2)).isFalse();
      assertThat(Norms.allFinite(x.memory(), 2, 2)).isFalse();
    }
  }

  private static double l2(double... values) {
    // Numbers around it that must not count.
    double[] padded = new double[values.length + 2];
    padded[0] = 1e300;
    padded[padded.length - 1] = 1e300;
    System.arraycopy(values, 0, padded, 1, values.length);
    try (FlatBuffer x = buffer(padded)) {
      return Norms.l2(x.memory(), 1, values.length);
    }
  }

  private static FlatBuffer buffer(double... values) {
    var buffer = new FlatBuffer(values.length);
    for (int i = 0; i < values.length; i++) {
      buffer.set(i, values[i]);
    }
    return buffer;
  }
}
