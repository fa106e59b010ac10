package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EndLabelsTest {
  @Test
  void labelsFarApartStayWhereTheyAre() {
    assertThat(EndLabels.spread(new double[] {80, 10, 45}, 15, 0, 100)).containsExactly(80, 10, 45);
  }

  @Test
  void labelsAtOnePlaceSpreadEvenlyAroundIt() {
    assertThat(EndLabels.spread(new double[] {50, 50, 50}, 10, 0, 100)).containsExactly(40, 50, 60);
  }

  @Test
  void orderIsKeptAndNoTwoAreNearerThanTheGap() {
    double[] wanted = {52, 10, 50, 49, 12, 95, 99, 98};

    double[] placed = EndLabels.spread(wanted, 11, 0, 100);

    for (int i = 0; i < wanted.length; i++) {
      assertThat(placed[i]).isBetween(0.0, 100.0);
      for (int j = 0; j < wanted.length; j++) {
        if (wanted[i] < wanted[j]) {
          assertThat(placed[j] - placed[i]).isGreaterThanOrEqualTo(11 - 1e-9);
        }
      }
    }
  }

  @Test
  void withoutRoomTheGapShrinksAndAllStayInside() {
    double[] placed = EndLabels.spread(new double[] {5, 5, 5, 5, 5}, 20, 0, 40);

    Arrays.sort(placed);
    assertThat(placed).containsExactly(new double[] {0, 10, 20, 30, 40}, within(1e-9));
    assertThat(EndLabels.fit(5, 20, 0, 40)).isFalse();
    assertThat(EndLabels.fit(3, 20, 0, 40)).isTrue();
  }
}
