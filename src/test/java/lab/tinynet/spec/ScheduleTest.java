package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void aConstantRateIsTheRateToTheLastBit() {
    Optimizer optimizer = new Optimizer.Sgd(0.1);
    assertThat(optimizer.rateAt(0)).isEqualTo(0.1);
    assertThat(optimizer.rateAt(1_000_000_000_000L)).isEqualTo(0.1);
  }

  @Test
  void aStaircaseFallsAfterEachFlight() {
    Optimizer optimizer =
        new Optimizer.Adam(0.4, 0.9, 0.999, 1e-8).withSchedule(new Schedule.Staircase(10, 0.5));
    assertThat(optimizer.rateAt(0)).isEqualTo(0.4);
    assertThat(optimizer.rateAt(9)).isEqualTo(0.4);
    assertThat(optimizer.rateAt(10)).isEqualTo(0.2);
    assertThat(optimizer.rateAt(19)).isEqualTo(0.2);
    assertThat(optimizer.rateAt(35)).isEqualTo(0.05);
    assertThat(optimizer.rateAt(Long.MAX_VALUE)).isZero();
  }

  @Test
  void aCosineGoesDownToItsEndAndStaysThere() {
    for (double to : new double[] {0, 0.25, 1}) {
      for (long steps : new long[] {1, 2, 3, 100, 1_000}) {
        Schedule cosine = new Schedule.Cosine(steps, to);
        double before = 1;
        for (long step = 0; step <= steps; step++) {
          double expected = to + (1 - to) * (1 + StrictMath.cos(Math.PI * step / steps)) / 2;
          assertThat(cosine.factor(step)).isCloseTo(expected, within(1e-15));
          assertThat(cosine.factor(step)).isBetween(to, before);
          before = cosine.factor(step);
        }
        assertThat(cosine.factor(steps)).isEqualTo(to);
        assertThat(cosine.factor(steps + 1)).isEqualTo(to);
        assertThat(cosine.factor(Long.MAX_VALUE)).isEqualTo(to);
      }
    }
  }

  @Test
  void aWarmUpRisesInEqualStepsFromMoreThanNothing() {
    Schedule warmUp = new Schedule.Warmup(4);
    assertThat(warmUp.factor(0)).isEqualTo(0.25);
    assertThat(warmUp.factor(1)).isEqualTo(0.5);
    assertThat(warmUp.factor(2)).isEqualTo(0.75);
    assertThat(warmUp.factor(3)).isEqualTo(1);
    assertThat(warmUp.factor(4)).isEqualTo(1);
    assertThat(warmUp.factor(Long.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void aChangeOfTheRateOrOfTheKindKeepsTheSchedule() {
    Schedule schedule = new Schedule.Warmup(7);
    for (String kind : Optimizer.KINDS) {
      Optimizer optimizer = Optimizer.usual(kind, 0.5).withSchedule(schedule);
      assertThat(optimizer.kind()).isEqualTo(kind);
      assertThat(optimizer.withRate(0.25).schedule()).isEqualTo(schedule);
      assertThat(optimizer.withRate(0.25).rate()).isEqualTo(0.25);
    }
  }
}
