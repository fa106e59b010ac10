package lab.tinynet.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.Presets;
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

  @Test
  void everyPresetTakesAnAddedLayerAndGivesItBack() {
    for (Preset preset : Presets.all()) {
      Experiment larger = ExperimentEdits.addLayer(preset.experiment());
      int added = larger.network().size() - 2;
      assertThat(Validation.check(larger)).isEmpty();
      assertThat(ExperimentEdits.removeLayer(larger, added)).isEqualTo(preset.experiment());
    }
  }

  @Test
  void theOutputLayerStays() {
    int output = experiment.network().size() - 1;
    assertThatThrownBy(() -> ExperimentEdits.removeLayer(experiment, output))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theUsualInitialisationFollowsTheActivationAndAChosenOneDoesNot() {
    Experiment usual =
        ExperimentEdits.activation(
            ExperimentEdits.init(experiment, 0, usualFor(experiment)), 0, Activation.Kind.SELU);
    assertThat(ExperimentEdits.dense(usual, 0).orElseThrow().init().kind())
        .isEqualTo(Initializer.Kind.LECUN_NORMAL);

    Experiment chosen =
        ExperimentEdits.activation(
            ExperimentEdits.init(experiment, 0, Initializer.Kind.ZEROS), 0, Activation.Kind.SELU);
    assertThat(ExperimentEdits.dense(chosen, 0).orElseThrow().init().kind())
        .isEqualTo(Initializer.Kind.ZEROS);
  }

  @Test
  void theRunGoesOnUnderAnotherOptimiserAndStartsAnewUnderAnotherBatchSeedOrNetwork() {
    assertThat(keeps(ExperimentEdits.optimizer(experiment, "adam"))).isTrue();
    assertThat(keeps(experiment.withBatch(new BatchSize(7)))).isFalse();
    assertThat(keeps(experiment.withSeed(experiment.seed() + 1))).isFalse();
    assertThat(keeps(ExperimentEdits.units(experiment, 0, 3))).isFalse();
  }

  private boolean keeps(Experiment after) {
    return ExperimentEdits.keepsRunning(experiment, after);
  }

  private static Initializer.Kind usualFor(Experiment experiment) {
    return Initializer.usualFor(ExperimentEdits.dense(experiment, 0).orElseThrow().activation())
        .kind();
  }
}
