package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import lab.tinynet.spec.CounterRandom.Purpose;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
  private static final int MANY = 200_000;

  /// The known answers that come with the Random123 library (`kat_vectors`, philox4x64 10).
  @Test
  void agreesWithThePublishedAnswersOfPhilox() {
    assertThat(CounterRandom.word(0, 0, 0, 0, 0, 0)).isEqualTo(0x16554d9eca36314cL);
    assertThat(CounterRandom.word(-1, -1, -1, -1, -1, -1)).isEqualTo(0x87b092c3013fe90bL);
    assertThat(
            CounterRandom.word(
                0x243f6a8885a308d3L,
                0x13198a2e03707344L,
                0xa4093822299f31d0L,
                0x082efa98ec4e6c89L,
                0x452821e638d01377L,
                0xbe5466cf34e90c6cL))
        .isEqualTo(0xa528f45403e61d95L);
  }

  @Test
  void uniformNumbersFillTheUnitIntervalEvenly() {
    int[] tenths = new int[10];
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
      double value = CounterRandom.uniform(3, Purpose.DATA, 0, i);
      assertThat(value >= 0 && value < 1).isTrue();
      tenths[(int) (10 * value)]++;
      sum += value;
    }
    assertThat(sum / MANY).isCloseTo(0.5, within(0.003));
    for (int tenth : tenths) {
      assertThat(tenth).isBetween(MANY / 10 - 600, MANY / 10 + 600);
    }
  }

  @Test
  void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
    double[] moments = new double[5];
    for (int i = 0; i < MANY; i++) {
      double value = CounterRandom.normal(4, Purpose.WEIGHTS, 0, i);
      double power = 1;
      for (int k = 0; k < moments.length; k++) {
        moments[k] += power / MANY;
        power *= value;
      }
    }
    assertThat(moments[1]).isCloseTo(0, within(0.01));
    assertThat(moments[2]).isCloseTo(1, within(0.015));
    assertThat(moments[3]).isCloseTo(0, within(0.04));
    assertThat(moments[4]).isCloseTo(3, within(0.12));
  }

  @Test
  void belowReachesEveryNumberAboutEquallyOften() {
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[CounterRandom.below(7, 1, Purpose.SHUFFLE, 2, i)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_600, 10_400);
    }
    assertThat(CounterRandom.below(1, 1, Purpose.SHUFFLE, 2, 0)).isZero();
  }

  @Test
  void everyPurposeSeedStepAndIndexHasNumbersOfItsOwn() {
    Set<Long> seen = new HashSet<>();
    int drawn = 0;
    for (Purpose purpose : Purpose.values()) {
      for (long seed = -2; seed <= 2; seed++) {
        for (long step = 0; step < 20; step++) {
          for (long index = 0; index < 20; index++) {
            seen.add(CounterRandom.bits(seed, purpose, step, index));
            drawn++;
          }
        }
      }
    }
    assertThat(seen).hasSize(drawn);
  }

  @Test
  void theStreamsOfTwoPurposesAreNotCorrelated() {
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
      sum +=
          (CounterRandom.uniform(5, Purpose.WEIGHTS, 0, i) - 0.5)
              * (CounterRandom.uniform(5, Purpose.BIASES, 0, i) - 0.5);
    }
    assertThat(12 * sum / MANY).isCloseTo(0, within(0.01));
  }
}
