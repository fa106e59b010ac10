package lab.tinynet.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkEditsTest {
  private final Experiment experiment = Presets.named("dying-relu").experiment();

  @Test
  void everyPresetTakesAnAddedLayerAndGivesItBack() {
    for (Preset preset : Presets.all()) {
      Experiment larger = NetworkEdits.add(preset.experiment(), "dense");
      LayerPath added = LayerPath.of(larger.network().size() - 2);
      assertThat(Validation.check(larger)).as(preset.name()).isEmpty();
      assertThat(NetworkEdits.remove(larger, added)).isEqualTo(preset.experiment());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense",
        "conv2d",
        "max-pool",
        "average-pool",
        "flatten",
        "batch-norm",
        "layer-norm",
        "dropout",
        "activation",
        "residual"
      })
  void everyKindOfLayerFitsIntoANetworkOnImages(String kind) {
    Experiment images = ExperimentEdits.shape(experiment, DataSpec.Shape.STROKES);
    Experiment larger = NetworkEdits.add(images, kind);
    assertThat(larger.network()).hasSize(images.network().size() + 1);
    assertThat(larger.network()).extracting(LayerSpec::kind).contains(kind);
    assertThat(Validation.check(larger)).isEmpty();
  }

  @Test
  void layersOnImagesComeBeforeTheFirstDenseOne() {
    Experiment images = ExperimentEdits.shape(experiment, DataSpec.Shape.STROKES);
    Experiment two = NetworkEdits.add(NetworkEdits.add(images, "conv2d"), "max-pool");
    assertThat(two.network()).extracting(LayerSpec::kind).startsWith("conv2d", "max-pool", "dense");
  }

  @Test
  void aLayerMovesIsDoubledAndGoesAlsoInsideAResidual() {
    Experiment with = NetworkEdits.add(experiment, "residual");
    LayerPath residual = LayerPath.of(with.network().size() - 2);
    Experiment more = NetworkEdits.addInside(with, residual, "batch-norm");
    assertThat(inside(more, residual)).containsExactly("dense", "batch-norm");
    Experiment moved = NetworkEdits.move(more, residual.inside(1), -1);
    assertThat(inside(moved, residual)).containsExactly("batch-norm", "dense");
    Experiment doubled = NetworkEdits.duplicate(moved, residual.inside(1));
    assertThat(inside(doubled, residual)).containsExactly("batch-norm", "dense", "dense");
    assertThat(NetworkEdits.paths(doubled.network()))
        .contains(residual, residual.inside(0), residual.inside(2));
    assertThat(Validation.check(doubled)).isEmpty();
    Experiment removed = NetworkEdits.remove(doubled, residual.inside(2));
    assertThat(removed).isEqualTo(moved);
    assertThat(residual.inside(2).json()).isEqualTo("network[2].layers[2]");
    assertThat(residual.inside(2).number()).isEqualTo("3/3");
  }

  private static List<String> inside(Experiment experiment, LayerPath residual) {
    return ((LayerSpec.Residual) NetworkEdits.at(experiment.network(), residual).orElseThrow())
        .layers().stream().map(LayerSpec::kind).toList();
  }

  @Test
  void aMoveBeyondTheEndsChangesNothing() {
    assertThat(NetworkEdits.move(experiment, LayerPath.of(0), -1)).isEqualTo(experiment);
  }

  @Test
  void noLayerMovesBehindTheOutput() {
    int output = experiment.network().size() - 1;
    assertThat(NetworkEdits.move(experiment, LayerPath.of(output - 1), 1)).isEqualTo(experiment);
    assertThat(NetworkEdits.move(experiment, LayerPath.of(output), -1)).isEqualTo(experiment);
  }

  @Test
  void aDenseLayerAddedInsideAResidualIsDenseWhateverStandsBefore() {
    Experiment with = NetworkEdits.add(experiment, "residual");
    LayerPath residual = LayerPath.of(with.network().size() - 2);
    Experiment norm = NetworkEdits.addInside(with, residual, "batch-norm");
    Experiment dense = NetworkEdits.addInside(norm, residual, "dense");
    assertThat(inside(dense, residual)).containsExactly("dense", "batch-norm", "dense");
  }

  @Test
  void theUsualInitialisationFollowsTheActivationAndAChosenOneDoesNot() {
    LayerSpec first = experiment.network().getFirst();
    Activation selu = Activation.of(Activation.Kind.SELU);
    LayerSpec usual = NetworkEdits.withInit(first, Initializer.usualFor(first.activation()));
    assertThat(NetworkEdits.init(NetworkEdits.withActivation(usual, selu)).orElseThrow().kind())
        .isEqualTo(Initializer.Kind.LECUN_NORMAL);
    LayerSpec chosen = NetworkEdits.withInit(first, Initializer.of(Initializer.Kind.ZEROS));
    assertThat(NetworkEdits.init(NetworkEdits.withActivation(chosen, selu)).orElseThrow().kind())
        .isEqualTo(Initializer.Kind.ZEROS);
  }

  @Test
  void biasesStartAtAValueOrAreNotThere() {
    LayerSpec first = experiment.network().getFirst();
    assertThat(NetworkEdits.biasStart(NetworkEdits.withBias(first, Optional.of(0.1))))
        .contains(0.1);
    assertThat(NetworkEdits.biasStart(NetworkEdits.withBias(first, Optional.of(0.0))))
        .contains(0.0);
    assertThat(NetworkEdits.biasStart(NetworkEdits.withBias(first, Optional.empty()))).isEmpty();
  }
}
