package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {
  @Test
  void valuesHaveThreeSignificantDigits() {
    assertThat(NumberText.value(0.03417)).isEqualTo("0.0342");
    assertThat(NumberText.value(12.34)).isEqualTo("12.3");
    assertThat(NumberText.value(-1.5)).isEqualTo("−1.50");
    assertThat(NumberText.value(12345)).isEqualTo("12,345");
    assertThat(NumberText.value(0.99951)).isEqualTo("1.00");
    assertThat(NumberText.brief(0.03417)).isEqualTo("0.034");
  }

  @Test
  void verySmallAndVeryLargeValuesArePowersOfTen() {
    assertThat(NumberText.value(1.2e-5)).isEqualTo("1.20×10⁻⁵");
    assertThat(NumberText.value(3.456e12)).isEqualTo("3.46×10¹²");
    assertThat(NumberText.brief(9.97e-5)).isEqualTo("1.0×10⁻⁴");
    assertThat(NumberText.value(4.9e-324)).isEqualTo("4.90×10⁻³²⁴");
  }

  @Test
  void whatIsNotFiniteIsNamed() {
    assertThat(NumberText.value(Double.NaN)).isEqualTo("NaN");
    assertThat(NumberText.value(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(NumberText.value(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    assertThat(NumberText.percent(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void axesShortenThousands() {
    assertThat(NumberText.stepTick(2_500)).isEqualTo("2,500");
    assertThat(NumberText.stepTick(20_000)).isEqualTo("20k");
    assertThat(NumberText.stepTick(1_250_000)).isEqualTo("1.25M");
    assertThat(NumberText.whole(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void ticksHaveTheDecimalsOfTheirDistance() {
    assertThat(NumberText.tick(1, 0.5)).isEqualTo("1.0");
    assertThat(NumberText.tick(0.25, 0.05)).isEqualTo("0.25");
    assertThat(NumberText.tick(-20, 10)).isEqualTo("−20");
    assertThat(NumberText.tick(0, 0.1)).isEqualTo("0");
    assertThat(NumberText.tick(20_000, 5_000)).isEqualTo("20k");
    assertThat(NumberText.tick(2e-6, 1e-6)).isEqualTo("2×10⁻⁶");
    assertThat(NumberText.logTick(0.001)).isEqualTo("0.001");
    assertThat(NumberText.logTick(1e-7)).isEqualTo("10⁻⁷");
  }

  @Test
  void aMeanHasTheDecimalsOfItsDeviation() {
    assertThat(NumberText.alike(-1e-9, 0.76)).isEqualTo("0.00");
    assertThat(NumberText.alike(-0.5, 0.013)).isEqualTo("−0.500");
  }
}
