package lab.tinynet.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.spec.WeightEdit;
import org.junit.jupiter.api.Test;

/// A unit's parameters by the names that the log of edits has for them.
class HandEditsTest {
  private static final Experiment STROKES =
      SpecJson.read(
          """
          {"format": 1, "seed": 7, "data": {"kind": "strokes", "examples": 40},
           "network": [
             {"layer": "conv2d", "filters": 4, "kernel": 3, "activation": "relu"},
             {"layer": "batch-norm"},
             {"layer": "residual", "layers": [
               {"layer": "conv2d", "filters": 4, "kernel": 3, "padding": "same"}]},
             {"layer": "flatten"},
             {"layer": "dense", "units": 10, "activation": "softmax"}],
           "loss": "cross-entropy", "optimizer": {"kind": "sgd", "rate": 0.1}, "batch": 8}
          """);

  private static String path(int layer, int row, int unit) {
    return HandEdits.of(STROKES, layer, row, unit, 0.5).map(WeightEdit::path).orElse("none");
  }

  @Test
  void aKernelIsCountedByChannelRowAndColumn() {
    assertThat(path(0, 5, 2)).isEqualTo("weights.layers[0].K[2][0][1][2]");
    assertThat(path(0, 9, 2)).isEqualTo("weights.layers[0].b[2]");
  }

  @Test
  void aNormalisationHasGammaAndBeta() {
    assertThat(path(1, 0, 3)).isEqualTo("weights.layers[1].gamma[3]");
    assertThat(path(1, 1, 3)).isEqualTo("weights.layers[1].beta[3]");
  }

  @Test
  void layersWithoutParametersAreNotCounted() {
    assertThat(path(2, 0, 0)).isEqualTo("none");
    assertThat(path(3, 4 * 9 - 1, 1)).isEqualTo("weights.layers[2].K[1][3][2][2]");
    assertThat(path(4, 0, 0)).isEqualTo("none");
    assertThat(path(5, 17, 9)).isEqualTo("weights.layers[3].W[17][9]");
    assertThat(path(5, 4 * 100, 9)).isEqualTo("weights.layers[3].b[9]");
    assertThat(path(6, 0, 0)).isEqualTo("none");
  }
}
