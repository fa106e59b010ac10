package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void distancesAreOneTwoOrFiveTimesAPowerOfTen() {
    assertThat(Ticks.niceAbove(0.11)).isEqualTo(0.2);
    assertThat(Ticks.niceAbove(0.2)).isEqualTo(0.2);
    assertThat(Ticks.niceAbove(2.1)).isEqualTo(5);
    assertThat(Ticks.niceAbove(51)).isEqualTo(100);
  }

  @Test
  void wholeNumbersAreNeverSplit() {
    assertThat(Ticks.whole(0, 3, 10)).containsExactly(0, 1, 2, 3);
    assertThat(Ticks.whole(0, 64, 4)).containsExactly(0, 20, 40, 60);
  }

  @Test
  void stepsUseQuartersWhereThereIsRoom() {
    assertThat(Ticks.steps(0, 900, 3)).containsExactly(0, 500);
    assertThat(Ticks.steps(0, 900, 4)).containsExactly(0, 250, 500, 750);
    assertThat(Ticks.steps(0, 20, 4)).containsExactly(0, 5, 10, 15, 20);
    assertThat(Ticks.steps(990_000, 1_000_000, 4))
        .containsExactly(990_000, 992_500, 995_000, 997_500, 1_000_000);
  }

  @Test
  void aLongLogarithmicAxisSkipsPowersAndAShortOneShowsTwosAndFives() {
    assertThat(Ticks.decades(-2, 10, 4)).containsExactly(1, 1e3, 1e6, 1e9);
    assertThat(Ticks.decades(0, 1, 5)).containsExactly(1, 2, 5, 10);
  }

  @Test
  void thereAreNeverManyMoreTicksThanRoom() {
    for (double high = 0.013; high < 1e7; high *= 1.7) {
      assertThat(Ticks.linear(0, high, 4)).hasSizeBetween(2, 5);
      assertThat(Ticks.steps(0, (long) high + 20, 4)).hasSizeBetween(2, 5);
    }
  }
}
