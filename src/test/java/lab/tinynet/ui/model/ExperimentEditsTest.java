package lab.tinynet.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.Schedule;
import lab.tinynet.spec.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentEditsTest {
  private final Experiment experiment = Presets.named("spiral").experiment();

  @ParameterizedTest
  @EnumSource(Loss.Kind.class)
  void everyLossBringsAnOutputLayerThatIsValidWithIt(Loss.Kind loss) {
    assertThat(Validation.check(ExperimentEdits.loss(experiment, loss))).isEmpty();
  }

  /// From every generated data set to every other, under every loss that goes with the first.
  @Test
  void everyDataSetBringsALossAndAnOutputLayerThatGoWithIt() {
    for (DataSpec.Shape from : DataSpec.Shape.values()) {
      for (Loss.Kind loss : Loss.Kind.values()) {
        Experiment before = ExperimentEdits.loss(ExperimentEdits.shape(experiment, from), loss);
        if (!Validation.check(before).isEmpty()) {
          assertThat(from.classes()).isZero();
          continue;
        }
        for (DataSpec.Shape to : DataSpec.Shape.values()) {
          Experiment after = ExperimentEdits.shape(before, to);
          assertThat(Validation.check(after)).as("%s %s to %s", from, loss, to).isEmpty();
          assertThat(((DataSpec.Generated) after.data()).shape()).isEqualTo(to);
          assertThat(after.network().getFirst()).isEqualTo(before.network().getFirst());
        }
      }
    }
  }

  @Test
  void aDataSetWithTheSameTargetsChangesNothingElse() {
    Experiment rings = ExperimentEdits.shape(experiment, DataSpec.Shape.RINGS);
    assertThat(rings.withData(experiment.data())).isEqualTo(experiment);
    assertThat(ExperimentEdits.shape(rings, DataSpec.Shape.SPIRAL)).isEqualTo(experiment);
  }

  @Test
  void anotherOptimiserKeepsRateAndScheduleAndOnlyMomentumHasOne() {
    Schedule schedule = new Schedule.Warmup(9);
    Experiment warm = experiment.withOptimizer(experiment.optimizer().withSchedule(schedule));
    for (String kind : Optimizer.KINDS) {
      Experiment other = ExperimentEdits.optimizer(warm, kind);
      assertThat(other.optimizer().schedule()).isEqualTo(schedule);
      assertThat(other.optimizer().rate()).isEqualTo(warm.optimizer().rate());
      boolean has = kind.equals("momentum") || kind.equals("nesterov");
      assertThat(TrainingEdits.parameter(other, "momentum").isPresent()).isEqualTo(has);
      for (String name : TrainingEdits.PARAMETERS) {
        Experiment changed = TrainingEdits.withParameter(other, name, 0.25);
        assertThat(TrainingEdits.parameter(changed, name).orElse(0.25)).isEqualTo(0.25);
        assertThat(changed.optimizer().schedule()).isEqualTo(schedule);
        boolean known = TrainingEdits.parameter(other, name).isPresent();
        assertThat(changed.equals(other)).isEqualTo(!known);
      }
    }
  }

  @Test
  void theRunGoesOnUnderAnotherOptimiserAndStartsAnewUnderAnotherBatchSeedOrNetwork() {
    assertThat(keeps(ExperimentEdits.optimizer(experiment, "adam"))).isTrue();
    assertThat(keeps(experiment.withBatch(new BatchSize(7)))).isFalse();
    assertThat(keeps(experiment.withSeed(experiment.seed() + 1))).isFalse();
    assertThat(keeps(NetworkEdits.remove(experiment, LayerPath.of(0)))).isFalse();
  }

  private boolean keeps(Experiment after) {
    return ExperimentEdits.keepsRunning(experiment, after);
  }
}
