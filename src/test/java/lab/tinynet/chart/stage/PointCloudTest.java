package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PointCloudTest {
  private static PointCloud withTargets(double... targets) {
    return new PointCloud(new double[targets.length], new double[targets.length], targets, 1);
  }

  @Test
  void twoTargetsAreClassesWhateverTheirOrder() {
    assertThat(withTargets(1, -1, 1).twoTargets()).contains(new double[] {-1, 1});
    assertThat(withTargets(0, 0, 1).twoTargets()).contains(new double[] {0, 1});
  }

  @Test
  void moreOrFewerAreNot() {
    assertThat(withTargets(1, 2, 3).twoTargets()).isEmpty();
    assertThat(withTargets(1, 1).twoTargets()).isEmpty();
    assertThat(withTargets(1, Double.NaN).twoTargets()).isEmpty();
    assertThat(PointCloud.NONE.twoTargets()).isEmpty();
  }
}
