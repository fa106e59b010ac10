package lab.tinynet.data;

import static org.assertj.core.api.Assertions.assertThat;

import lab.tinynet.spec.Loss;
import org.junit.jupiter.api.Test;

class TaskTest {

  @Test
  void theTargetsTellTheTask() {
    assertThat(Task.of(Loss.Kind.CROSS_ENTROPY, 3, new double[] {0, 1, 0, 1, 0, 0}))
        .isEqualTo(Task.CLASSES);
    assertThat(Task.of(Loss.Kind.MSE, 1, new double[] {-1, 1})).isEqualTo(Task.SIGNS);
    assertThat(Task.of(Loss.Kind.MSE, 1, new double[] {0, 1})).isEqualTo(Task.BITS);
    assertThat(Task.of(Loss.Kind.BCE, 2, new double[] {1, 1, 0, 1})).isEqualTo(Task.BITS);
    assertThat(Task.of(Loss.Kind.MSE, 1, new double[] {0, 2})).isEqualTo(Task.REGRESSION);
    assertThat(Task.of(Loss.Kind.MSE, 1, new double[] {-1, 0, 1})).isEqualTo(Task.REGRESSION);
    assertThat(Task.of(Loss.Kind.CROSS_ENTROPY, 2, new double[] {0.5, 0.5}))
        .isEqualTo(Task.REGRESSION);
  }

  @Test
  void aLoneClassIsReadByTheLoss() {
    assertThat(Task.of(Loss.Kind.BCE, 1, new double[] {1, 1})).isEqualTo(Task.BITS);
    assertThat(Task.of(Loss.Kind.MSE, 1, new double[] {1, 1})).isEqualTo(Task.SIGNS);
  }

  @Test
  void testTargetsCountAsWellAsTrainingTargets() {
    assertThat(Task.of(Loss.Kind.MSE, 1, new double[] {0, 1}, new double[] {0.3}))
        .isEqualTo(Task.REGRESSION);
    assertThat(Task.of(Loss.Kind.MSE, 1, new double[] {1, 1}, new double[] {0}))
        .isEqualTo(Task.BITS);
  }

  @Test
  void anOutputIsRightOnItsTargetsSideOfTheThreshold() {
    assertThat(right(Task.SIGNS, 0.1, 1)).isTrue();
    assertThat(right(Task.SIGNS, 0.1, -1)).isFalse();
    assertThat(right(Task.SIGNS, 0, -1)).isTrue();
    assertThat(right(Task.SIGNS, 0, 1)).isFalse();
    assertThat(right(Task.BITS, 0.4, 0)).isTrue();
    assertThat(right(Task.BITS, 0.4, 1)).isFalse();
    assertThat(right(Task.BITS, 0.5, 0)).isTrue();
    assertThat(right(Task.REGRESSION, 1, 1)).isFalse();
  }

  @Test
  void severalEntriesMustAllBeRight() {
    double[] targets = {1, 1, 0};
    assertThat(Task.BITS.right(new double[] {0.9, 0.8, 0.1}, 0, 1, targets, 0, 3)).isTrue();
    assertThat(Task.BITS.right(new double[] {0.9, 0.2, 0.1}, 0, 1, targets, 0, 3)).isFalse();
  }

  @Test
  void theLargestOutputAnswersForAOneHotRowAndTheFirstOfEqualOnes() {
    double[] second = {0, 1, 0};
    assertThat(Task.CLASSES.right(new double[] {0.2, 0.5, 0.3}, 0, 1, second, 0, 3)).isTrue();
    assertThat(Task.CLASSES.right(new double[] {0.2, 0.3, 0.5}, 0, 1, second, 0, 3)).isFalse();
    assertThat(Task.CLASSES.right(new double[] {0.4, 0.4, 0.2}, 0, 1, second, 0, 3)).isFalse();
    assertThat(Task.CLASSES.right(new double[] {0.2, 0.4, 0.4}, 0, 1, second, 0, 3)).isTrue();
  }

  @Test
  void outputsMayStandApart() {
    double[] columnMajor = {0.2, 0.9, 0.8, 0.1};
    double[] targets = {0, 1, 1, 0};
    assertThat(Task.CLASSES.right(columnMajor, 0, 2, targets, 0, 2)).isTrue();
    assertThat(Task.CLASSES.right(columnMajor, 1, 2, targets, 2, 2)).isTrue();
    assertThat(Task.CLASSES.right(columnMajor, 1, 2, targets, 0, 2)).isFalse();
  }

  @Test
  void nanIsNeverRight() {
    assertThat(right(Task.SIGNS, Double.NaN, 1)).isFalse();
    assertThat(right(Task.SIGNS, Double.NaN, -1)).isFalse();
    assertThat(right(Task.BITS, Double.NaN, 0)).isFalse();
    double nan = Double.NaN;
    assertThat(Task.CLASSES.right(new double[] {nan, 1}, 0, 1, new double[] {0, 1}, 0, 2))
        .isFalse();
    assertThat(Task.CLASSES.right(new double[] {nan, 1}, 0, 1, new double[] {1, 0}, 0, 2))
        .isFalse();
  }

  private static boolean right(Task task, double output, double target) {
    return task.right(new double[] {output}, 0, 1, new double[] {target}, 0, 1);
  }
}
