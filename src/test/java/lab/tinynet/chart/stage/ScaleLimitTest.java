package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.LayerInfo;
import org.junit.jupiter.api.Test;

final class ScaleLimitTest {
  @Test
  void theLimitIsTheNextRoundNumber() {
    assertThat(ScaleLimit.next(0, 5.3)).isEqualTo(6);
    assertThat(ScaleLimit.next(0, 6)).isEqualTo(6);
    assertThat(ScaleLimit.next(0, 0.0121)).isEqualTo(0.015);
    assertThat(ScaleLimit.next(0, 9.9e4)).isEqualTo(1e5);
  }

  @Test
  void theLimitStaysWhileTheValuesOnlyBreathe() {
    assertThat(ScaleLimit.next(6, 5.9)).isEqualTo(6);
    assertThat(ScaleLimit.next(6, 2.5)).isEqualTo(6);
  }

  @Test
  void theLimitGrowsAtOnceAndShrinksWhenMostOfItIsUnused() {
    assertThat(ScaleLimit.next(6, 6.1)).isEqualTo(8);
    assertThat(ScaleLimit.next(6, 2.3)).isEqualTo(3);
  }

  @Test
  void withNothingFiniteTheLimitStays() {
    assertThat(ScaleLimit.next(0, Double.NaN)).isEqualTo(1);
    assertThat(ScaleLimit.next(4, Double.NaN)).isEqualTo(4);
    assertThat(ScaleLimit.next(4, 0)).isEqualTo(4);
  }

  @Test
  void oneWildCellDoesNotSetTheScaleForAll() {
    float[] map = new float[64 * 64];
    Arrays.fill(map, 2f);
    map[0] = 1_000;
    map[1] = Float.NaN;
    LayerInfo info = new LayerInfo("dense 1", "dense", "relu", 2, 1, true, true);
    Frame.LayerFrame layer =
        new Frame.LayerFrame(
            info, new double[2], new double[1], new float[][] {map}, new boolean[1]);
    assertThat(ScaleLimit.reach(List.of(layer, layer))).isEqualTo(2);
  }
}
