package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepAxisTest {
  @Test
  void followsTheEndOfTheLog() {
    assertThat(StepAxis.following(0)).isEqualTo(new StepAxis(0, 20));
    assertThat(StepAxis.following(900)).isEqualTo(new StepAxis(0, 900));
  }

  @Test
  void aPlaceAndItsStepBelongTogether() {
    StepAxis axis = new StepAxis(100, 300);

    assertThat(axis.position(150)).isEqualTo(0.25);
    assertThat(axis.stepAt(0.25)).isEqualTo(150);
    assertThat(axis.stepAt(-1)).isEqualTo(100);
    assertThat(axis.stepAt(2)).isEqualTo(300);
  }

  @Test
  void anAxisHasALength() {
    assertThatThrownBy(() -> new StepAxis(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }
}
