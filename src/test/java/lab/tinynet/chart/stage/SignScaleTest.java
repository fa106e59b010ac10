package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SignScaleTest {
  private static final int NEGATIVE = 0xffe07b28;
  private static final int GROUND = 0xffffffff;
  private static final int POSITIVE = 0xff2c6bc4;
  private static final SignScale SIX = new SignScale(0, 6, NEGATIVE, GROUND, POSITIVE);

  @Test
  void zeroHasTheColourOfTheGround() {
    assertThat(SIX.argb(0)).isEqualTo(GROUND);
    assertThat(SIX.argb(-0.0)).isEqualTo(GROUND);
  }

  @Test
  void theEndsHaveTheColoursOfTheSigns() {
    assertThat(SIX.argb(6)).isEqualTo(POSITIVE);
    assertThat(SIX.argb(-6)).isEqualTo(NEGATIVE);
  }

  @Test
  void colourRunsOneWayFromTheGroundToEitherEnd() {
    for (int side : new int[] {-1, 1}) {
      int end = side > 0 ? POSITIVE : NEGATIVE;
      for (int shift : new int[] {0, 8, 16}) {
        int previous = GROUND >> shift & 0xff;
        boolean falling = (end >> shift & 0xff) < previous;
        for (double size = 0; size <= 6; size += 0.01) {
          int channel = SIX.argb(side * size) >> shift & 0xff;
          assertThat(falling ? channel <= previous : channel >= previous).isTrue();
          previous = channel;
        }
      }
    }
  }

  @Test
  void equalSizesAreEquallyFarFromTheGround() {
    SignScale mirrored = new SignScale(0, 6, POSITIVE, GROUND, POSITIVE);
    for (double size = 0; size <= 7; size += 0.013) {
      assertThat(mirrored.argb(size)).isEqualTo(mirrored.argb(-size));
    }
  }

  @Test
  void whatLiesBeyondTheEndsIsToldApart() {
    assertThat(SIX.beyond(6)).isZero();
    assertThat(SIX.beyond(-6)).isZero();
    assertThat(SIX.beyond(6.01)).isEqualTo(1);
    assertThat(SIX.beyond(-6.01)).isEqualTo(-1);
    assertThat(SIX.argb(1e30)).isEqualTo(POSITIVE);
    assertThat(SIX.argb(-1e30)).isEqualTo(NEGATIVE);
  }

  @Test
  void probabilitiesHaveTheirGroundAtOneHalf() {
    SignScale half = new SignScale(0.5, 0.5, NEGATIVE, GROUND, POSITIVE);
    assertThat(half.argb(0.5)).isEqualTo(GROUND);
    assertThat(half.argb(0)).isEqualTo(NEGATIVE);
    assertThat(half.argb(1)).isEqualTo(POSITIVE);
  }

  @Test
  void aScaleWithoutExtentIsRefused() {
    assertThatThrownBy(() -> new SignScale(0, 0, NEGATIVE, GROUND, POSITIVE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
