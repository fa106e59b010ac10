package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each preset does on its seed what its sentence says. The margins leave room for the last bits in
/// which processors differ.
class PresetPromisesTest {

  @ParameterizedTest
  @CsvSource({"spiral, 0.98", "xor, 0.95", "circle, 0.98", "moons, 0.98", "gauss, 0.98"})
  void aPresetThatLearnsHasLearntByStepOneThousand(String name, double accuracy) {
    try (Trainer trainer = trained(Presets.named(name).experiment(), 1_000)) {
      assertThat(last(trainer.log(), Quantity.TRAIN_ACCURACY)).isGreaterThanOrEqualTo(accuracy);
      assertThat(last(trainer.log(), Quantity.TEST_ACCURACY)).isGreaterThanOrEqualTo(0.95);
    }
  }

  @Test
  void dyingReluKillsMostOfItsSecondLayerWithinAHundredStepsForGood() {
    try (Trainer trainer = trained(Presets.named("dying-relu").experiment(), 1_000)) {
      RunLog log = trainer.log();
      int column = log.column(Quantity.DEAD_UNITS, 1);
      int step = log.column(Quantity.PROBE_STEP);
      assertThat(log.probes().get(0, column)).isLessThanOrEqualTo(2);
      for (long row = 0; row < log.probes().length(); row++) {
        if (log.probes().get(row, step) >= 100) {
          assertThat(log.probes().get(row, column)).isGreaterThanOrEqualTo(5);
        }
      }
      assertThat(last(log, Quantity.TRAIN_ACCURACY)).isLessThan(0.8);
    }
  }

  @Test
  void dyingReluLearnsFromTheSameWeightsAtATenthOfTheRate() {
    Experiment dying = Presets.named("dying-relu").experiment();
    double rate = dying.optimizer().rate();
    Experiment slower = dying.withOptimizer(dying.optimizer().withRate(rate / 10));
    try (Trainer trainer = trained(slower, 2_000)) {
      assertThat(last(trainer.log(), Quantity.TRAIN_ACCURACY)).isGreaterThanOrEqualTo(0.97);
    }
  }

  @ParameterizedTest
  @CsvSource({"diverging, 300, 700", "exploding, 2, 10"})
  void aPresetThatDivergesDoesSoInTime(String name, long earliest, long latest) {
    try (Trainer trainer = Trainer.of(Presets.named(name).experiment())) {
      while (trainer.step()) {
        assertThat(trainer.stepsDone()).isLessThan(latest);
      }
      assertThat(trainer.divergence()).isPresent();
      assertThat(trainer.stepsDone()).isBetween(earliest, latest);
    }
  }

  private static Trainer trained(Experiment experiment, int steps) {
    Trainer trainer = Trainer.of(experiment);
    for (int i = 0; i < steps; i++) {
      assertThat(trainer.step()).isTrue();
    }
    return trainer;
  }

  private static double last(RunLog log, Quantity quantity) {
    return log.probes().get(log.probes().length() - 1, log.column(quantity));
  }
}
