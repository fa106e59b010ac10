package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Weights of layers that are not fully connected. Layers without parameters have no entry.
class LayerWeightsTest {
  private static final Experiment EXPERIMENT =
      SpecJson.read(
          LayerSpecs.images(
              1,
              2,
              3,
              """
              {"layer": "conv2d", "filters": 2, "kernel": 2, "activation": "prelu"},
              {"layer": "batch-norm"}, {"layer": "activation", "activation": "prelu"},
              {"layer": "residual", "layers": [
                {"layer": "conv2d", "filters": 2, "kernel": 1, "bias": false}]},
              {"layer": "max-pool", "size": 1}, {"layer": "flatten"}, {"layer": "layer-norm"},
              {"layer": "dropout"}, {"layer": "dense", "units": 1}
              """));

  private static final String WEIGHTS =
      """
      {"format": 1, "layers": [
        {"K": [[[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]]], "b": [0.1, 0.2], "slope": 0.25},
        {"gamma": [1, 2], "beta": [3, 4], "mean": [5, 6], "variance": [7, 8]},
        {"slope": 0.5},
        {"K": [[[[1]], [[2]]], [[[3]], [[4]]]]},
        {"gamma": [1, 2, 3, 4], "beta": [5, 6, 7, 8]},
        {"W": [[1], [2], [3], [4]], "b": [5]}]}
      """;

  record Refused(String weights, String path, String code) {}

  static List<Refused> refused() {
    List<Refused> all = new ArrayList<>();
    String k = "[[[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]]]";
    all.add(with(k, "[[[[1, 2], [3, 4]]]]", "layers[0].K", "kernel-filters"));
    all.add(with(k, "[]", "layers[0].K", "kernel-filters"));
    all.add(with(k, "[[[1]]]", "layers[0].K", "kernel-filters"));
    all.add(with(k, "[[1], [2]]", "layers[0].K[0][0]", "expected-array"));
    all.add(with(k, "7", "layers[0].K", "expected-array"));
    all.add(with(k, "[1, 2]", "layers[0].K[0]", "expected-array"));
    all.add(with("[[[3]], [[4]]]", "[[[3]]]", "layers[3].K[1]", "kernel-channels"));
    all.add(with("[[1, 2], [3, 4]]", "[[1, 2]]", "layers[0].K[0][0]", "kernel-rows"));
    all.add(with("[[1, 2], [3, 4]]", "[[1], [3]]", "layers[0].K[0][0][0]", "kernel-columns"));
    all.add(with("[[1, 2], [3, 4]]", "[[1, 2], [3]]", "layers[0].K[0][0][1]", "ragged-row"));
    all.add(with("[3, 4]]]", "[3, 1e999]]]", "layers[0].K[0][0][1][1]", "not-finite"));
    all.add(with("\"K\"", "\"W\"", "layers[0].W", "unknown-field-near"));
    all.add(with("[7, 8]}", "[7, -8]}", "layers[1].variance[1]", "range-at-least"));
    all.add(with("[3, 4], \"mean\"", "[3], \"mean\"", "layers[1].beta", "weight-columns"));
    all.add(with("{\"slope\": 0.5}", "{}", "layers[2].slope", "missing-field"));
    all.add(with("{\"slope\": 0.5},", "", "layers", "layer-count"));
    return all;
  }

  static List<Problem> problems() {
    return refused().stream().map(refused -> problem(refused.weights())).toList();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void weightsThatDoNotFitAreRefusedWithPathAndReason(Refused refused) {
    Problem problem = problem(refused.weights());
    assertThat(problem.path() + " " + problem.code())
        .isEqualTo(refused.path() + " " + refused.code());
  }

  @Test
  void readsWeightsAndWritesThemBack() {
    Weights weights = WeightsJson.read(WEIGHTS, EXPERIMENT);
    Weights.Conv2d conv = (Weights.Conv2d) weights.layers().getFirst();
    assertThat(conv.k().toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(conv.channels()).isEqualTo(1);
    Weights.Conv2d inside = (Weights.Conv2d) weights.layers().get(3);
    assertThat(inside.k().get(1, 0)).isEqualTo(3);
    assertThat(inside.channels()).isEqualTo(2);
    assertThat(WeightsJson.write(weights).replaceAll("\\s", ""))
        .isEqualTo(WEIGHTS.replaceAll("\\s", ""));
    assertThat(WeightsJson.read(WeightsJson.write(weights), EXPERIMENT)).isEqualTo(weights);
  }

  private static Problem problem(String weights) {
    return catchThrowableOfType(InvalidInput.class, () -> WeightsJson.read(weights, EXPERIMENT))
        .problem();
  }

  private static Refused with(String part, String replacement, String path, String code) {
    assertThat(WEIGHTS).contains(part);
    return new Refused(WEIGHTS.replace(part, replacement), path, code);
  }
}
