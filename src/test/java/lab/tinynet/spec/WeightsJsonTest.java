package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightsJsonTest {

  /// 2 inputs, 3 units without bias, 1 prelu unit.
  private static final Experiment EXPERIMENT =
      SpecJson.read(
          """
          {"format": 1, "data": {"kind": "xor"}, "network": [
             {"layer": "dense", "units": 3, "bias": false},
             {"layer": "dense", "units": 1, "activation": "prelu"}],
           "loss": "mse", "optimizer": {"kind": "sgd", "rate": 0.1}}
          """);

  private static final String WEIGHTS =
      """
      {"format": 1, "layers": [
        {"W": [[1, 2, 3], [4, 5, 6]]},
        {"W": [[0.1], [0.2], [0.3]], "b": [-1], "slope": 0.25}]}
      """;

  record Refused(String weights, String path, String code) {}

  static List<Refused> refused() {
    List<Refused> all = new ArrayList<>();
    all.add(new Refused("[]", "", "expected-object"));
    all.add(with("\"format\": 1", "\"format\": 3", "format", "unknown-format"));
    all.add(with("\"layers\"", "\"layer\"", "layer", "unknown-field-near"));
    all.add(new Refused("{\"format\": 1, \"layers\": []}", "layers", "layer-count"));
    all.add(new Refused("{\"format\": 1, \"layers\": [[1]]}", "layers[0]", "expected-object"));
    all.add(with("[[1, 2, 3], [4, 5, 6]]", "[[1, 2, 3]]", "layers[0].W", "weight-rows"));
    all.add(with("[[1, 2, 3], [4, 5, 6]]", "[[1, 2], [4, 5]]", "layers[0].W", "weight-columns"));
    all.add(with("[4, 5, 6]", "[4, 5]", "layers[0].W[1]", "ragged-row"));
    all.add(with("[4, 5, 6]", "[4, 5, \"NaN\"]", "layers[0].W[1][2]", "not-finite"));
    all.add(with("[4, 5, 6]", "[4, 5, 1e999]", "layers[0].W[1][2]", "not-finite"));
    all.add(with("[[1, 2, 3], [4, 5, 6]]", "7", "layers[0].W", "expected-array"));
    all.add(with("\"W\": [[0.1]", "\"w\": [[0.1]", "layers[1].w", "unknown-field-near"));
    all.add(with("\"b\": [-1], ", "", "layers[1].b", "missing-field"));
    all.add(with("\"b\": [-1]", "\"b\": [-1, 2]", "layers[1].b", "weight-columns"));
    all.add(with("\"b\": [-1]", "\"b\": [\"Infinity\"]", "layers[1].b[0]", "not-finite"));
    all.add(with("\"b\": [-1]", "\"b\": [1e999]", "layers[1].b[0]", "not-finite"));
    all.add(with("\"b\": [-1]", "\"b\": [[1]]", "layers[1].b[0]", "expected-number"));
    all.add(with("\"b\": [-1]", "\"b\": 1", "layers[1].b", "expected-array"));
    all.add(with(", \"slope\": 0.25", "", "layers[1].slope", "missing-field"));
    all.add(with("6]]}", "6]], \"b\": [1, 2, 3]}", "layers[0].b", "no-bias-here"));
    all.add(with("6]]}", "6]], \"slope\": 1}", "layers[0].slope", "no-slope-here"));
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
    assertThat(weights)
        .isEqualTo(
            new Weights(
                List.of(
                    new Weights.Dense(
                        Matrix.of(2, 3, new double[] {1, 2, 3, 4, 5, 6}),
                        Optional.empty(),
                        OptionalDouble.empty()),
                    new Weights.Dense(
                        Matrix.of(3, 1, new double[] {0.1, 0.2, 0.3}),
                        Optional.of(Matrix.of(1, 1, new double[] {-1})),
                        OptionalDouble.of(0.25)))));
    assertThat(WeightsJson.read(WeightsJson.write(weights), EXPERIMENT)).isEqualTo(weights);
  }

  @Test
  void everyDoubleSurvivesItsText() {
    double[] values = {
      0.1, -0.0, 1e15, 1e-320, Double.MAX_VALUE, Double.MIN_VALUE, 1 / 3.0, 123_456_789.0, -7e22
    };
    for (double value : values) {
      assertThat(Double.parseDouble(JsonNumbers.text(value))).isEqualTo(value);
    }
    assertThat(JsonNumbers.text(3)).isEqualTo("3");
    assertThat(JsonNumbers.text(-0.0)).isEqualTo("-0.0");
  }

  @Test
  void whatIsNotFiniteIsWrittenAsAString() {
    Weights broken =
        new Weights(
            List.of(
                new Weights.Dense(
                    Matrix.of(
                        1,
                        3,
                        new double[] {
                          Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
                        }),
                    Optional.empty(),
                    OptionalDouble.empty())));
    assertThat(WeightsJson.write(broken)).contains("\"NaN\", \"Infinity\", \"-Infinity\"");
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
