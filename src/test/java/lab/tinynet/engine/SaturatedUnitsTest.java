package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import lab.tinynet.telemetry.LayerInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SaturatedUnitsTest {
  private static final int ROWS = 20;

  @BeforeAll
  static void load() {
    NumericLibrary.load();
  }

  /// Two units: the first puts out `value`, but `other` for the first `exceptions` examples; the
  /// second is steep everywhere.
  private static int count(String activation, double value, double other, int exceptions) {
    try (Block block = new Block(ROWS, 2, false)) {
      block.prepare(ROWS);
      for (int r = 0; r < ROWS; r++) {
        block.values().set(r, r < exceptions ? other : value);
        block.values().set(ROWS + r, activation.equals("tanh") ? 0.1 : 0.5);
      }
      LayerInfo info = new LayerInfo("dense 1", "dense", activation, 2, 2, true, false);
      return new SaturatedUnits(block, info).count(ROWS);
    }
  }

  @Test
  void aUnitIsSaturatedWhenItIsFlatForNineteenOfTwentyExamples() {
    assertThat(count("tanh", -0.98, 0, 0)).isEqualTo(1);
    assertThat(count("tanh", 0.98, 0, 1)).isEqualTo(1);
    assertThat(count("tanh", 0.98, 0, 2)).isZero();
  }

  @Test
  void flatMeansBelowFivePercentOfTheSteepest() {
    // 1 − a² = 0.05 at a = 0.9747; a(1 − a) = 0.0125 at a = 0.98734.
    assertThat(count("tanh", 0.9746, 0, 0)).isZero();
    assertThat(count("tanh", 0.9748, 0, 0)).isEqualTo(1);
    assertThat(count("sigmoid", 0.9873, 0, 0)).isZero();
    assertThat(count("sigmoid", 0.9874, 0, 0)).isEqualTo(1);
  }

  @Test
  void onlySigmoidAndTanhAreCountedAndNotANumberIsNotFlat() {
    assertThat(count("relu", 0, 0, 0)).isZero();
    assertThat(count("tanh", Double.NaN, 0, 0)).isZero();
  }
}
