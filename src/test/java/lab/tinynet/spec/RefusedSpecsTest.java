package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.tinynet.session.SessionProblemCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedSpecsTest {

  /// A malformed text, where its fault is, and which one.
  record Refused(String spec, String path, String code) {}

  private static final String LAYER = "\"units\": 8";
  private static final String DATA =
      "{\"kind\": \"spiral\", \"examples\": 400, \"noise\": 0.1, \"test\": 0.3}";
  private static final String OPTIMIZER = "{\"kind\": \"sgd\", \"rate\": 0.03}";

  static List<Refused> specs() {
    List<Refused> all = new ArrayList<>();
    texts(all);
    fields(all);
    values(all);
    choices(all);
    shapes(all);
    inline(all);
    all.addAll(LayerSpecs.refused());
    return all;
  }

  private static void texts(List<Refused> all) {
    all.add(new Refused("", "", "file-empty"));
    all.add(new Refused("  \n ", "", "file-empty"));
    all.add(new Refused("hello", "", "not-json"));
    all.add(new Refused("{\"format\": 1", "", "not-json"));
    all.add(new Refused("{\"format\": 01}", "", "not-json"));
    all.add(new Refused("{\"format\": NaN}", "", "not-json"));
    all.add(new Refused("// a\n{}", "", "not-json"));
    all.add(new Refused(Specs.SPIRAL + "{}", "", "not-json"));
    all.add(new Refused(Specs.SPIRAL + "x", "", "not-json"));
    all.add(new Refused("[".repeat(40) + "]".repeat(40), "", "too-deep"));
    all.add(new Refused("{\"a\":".repeat(40) + "1" + "}".repeat(40), "", "too-deep"));
    all.add(new Refused("[".repeat(100_000), "", "too-deep"));
    all.add(new Refused("{\"seed\": " + "9".repeat(2_000) + "}", "", "too-long"));
    all.add(new Refused("[]", "", "expected-object"));
    all.add(new Refused("[[1]]", "", "expected-object"));
    all.add(new Refused("null", "", "expected-object"));
    all.add(new Refused("7", "", "expected-object"));
    all.add(with("\"seed\": 7", "\"seed\": 7, \"seed\": 8", "seed", "duplicate-field"));
    all.add(with(LAYER, "\"units\": 8, \"units\": 8", "network[0].units", "duplicate-field"));
  }

  private static void fields(List<Refused> all) {
    all.add(new Refused("{}", "format", "missing-field"));
    for (String field : List.of("format", "data", "network", "loss", "optimizer")) {
      all.add(with("\"" + field + "\":", "\"other\":", "other", "unknown-field"));
      all.add(new Refused(without(field), field, "missing-field"));
    }
    all.add(with("\"seed\"", "\"sede\"", "sede", "unknown-field-near"));
    all.add(with("\"units\": 8", "\"unit\": 8", "network[0].unit", "unknown-field-near"));
    all.add(with("\"units\": 8,", "", "network[0].units", "missing-field"));
    all.add(with("\"layer\": \"dense\", \"units\": 8", LAYER, "network[0].layer", "missing-field"));
    all.add(with("\"kind\": \"spiral\",", "", "data.kind", "missing-field"));
    all.add(with("\"noise\"", "\"Noise\"", "data.Noise", "unknown-field-near"));
    all.add(with("\"noise\": 0.1", "\"x\": [[1]]", "data.x", "unknown-field"));
    all.add(with("\"rate\": 0.03", "\"momentum\": 0.9", "optimizer.momentum", "unknown-field"));
    all.add(with(", \"rate\": 0.03", "", "optimizer.rate", "missing-field"));
    all.add(with("\"kind\": \"sgd\", ", "", "optimizer.kind", "missing-field"));
    all.add(with("\"kind\": \"norm\", ", "", "clip.kind", "missing-field"));
    all.add(with(", \"limit\": 1.0", "", "clip.limit", "missing-field"));
    all.add(with("\"kind\": \"norm\"", "\"kind\": \"none\"", "clip.limit", "unknown-field"));
    all.add(with("\"l1\"", "\"l3\"", "penalty.l3", "unknown-field-near"));
    all.add(with("\"seed\": 7", "\"edits\": []", "edits", "not-built"));
  }

  private static void values(List<Refused> all) {
    all.add(with("\"format\": 1", "\"format\": 2", "format", "unknown-format"));
    all.add(with("\"format\": 1", "\"format\": \"1\"", "format", "expected-number"));
    all.add(with("\"seed\": 7", "\"seed\": \"7\"", "seed", "expected-number"));
    all.add(with("\"seed\": 7", "\"seed\": 7.5", "seed", "whole-range"));
    all.add(with("\"seed\": 7", "\"seed\": null", "seed", "expected-number"));
    all.add(with("\"seed\": 7", "\"seed\": 9007199254740993", "seed", "whole-range"));
    all.add(with("\"seed\": 7", "\"seed\": 1e99999999999", "seed", "whole-range"));
    all.add(with("\"name\": \"spiral, ReLU\"", "\"name\": 3", "name", "expected-text"));
    all.add(with("\"spiral, ReLU\"", "\"" + "a".repeat(201) + "\"", "name", "name-too-long"));
    all.add(with("\"spiral, ReLU\"", "\"a\\ud800\"", "name", "name-not-text"));
    for (String units : List.of("0", "-1", "4097", "2.5", "1e30", "1e-400")) {
      all.add(with(LAYER, "\"units\": " + units, "network[0].units", "units-range"));
    }
    all.add(with(LAYER, "\"units\": [8]", "network[0].units", "expected-number"));
    all.add(with(LAYER, LAYER + ", \"bias\": 1", "network[0].bias", "expected-boolean"));
    all.add(with("\"examples\": 400", "\"examples\": 1", "data.examples", "whole-range"));
    all.add(with("\"examples\": 400", "\"examples\": 100001", "data.examples", "whole-range"));
    all.add(with("\"noise\": 0.1", "\"noise\": -0.1", "data.noise", "range-closed"));
    all.add(with("\"noise\": 0.1", "\"noise\": 11", "data.noise", "range-closed"));
    all.add(with("\"noise\": 0.1", "\"noise\": \"NaN\"", "data.noise", "not-finite"));
    all.add(with("\"test\": 0.3", "\"test\": 1", "data.test", "range-closed"));
    all.add(with("\"rate\": 0.03", "\"rate\": -1", "optimizer.rate", "range-at-least"));
    all.add(with("\"rate\": 0.03", "\"rate\": 1e999", "optimizer.rate", "not-finite"));
    all.add(with("\"rate\": 0.03", "\"rate\": \"fast\"", "optimizer.rate", "expected-number"));
    String momentum = "{\"kind\": \"momentum\", \"rate\": 1, \"momentum\": 1}";
    all.add(with(OPTIMIZER, momentum, "optimizer.momentum", "range-below"));
    for (String beta : List.of("beta1", "beta2")) {
      String adam = "{\"kind\": \"adam\", \"rate\": 1, \"" + beta + "\": 1}";
      all.add(with(OPTIMIZER, adam, "optimizer." + beta, "range-below"));
    }
    String adam = "{\"kind\": \"adam\", \"rate\": 1, \"epsilon\": 0}";
    all.add(with(OPTIMIZER, adam, "optimizer.epsilon", "range-above"));
    all.add(optimizer("nesterov", "\"momentum\": -0.1", "momentum", "range-below"));
    all.add(optimizer("rmsprop", "\"alpha\": 1", "alpha", "range-below"));
    all.add(optimizer("rmsprop", "\"beta1\": 0.5", "beta1", "unknown-field"));
    all.add(
        optimizer("adagrad", "\"initialAccumulator\": -1", "initialAccumulator", "range-at-least"));
    all.add(optimizer("adamw", "\"weightDecay\": 11", "weightDecay", "range-closed"));
    all.add(optimizer("adam", "\"weightDecay\": 0.1", "weightDecay", "unknown-field"));
    all.add(schedule("\"cosinus\"", "schedule", "unknown-word-near"));
    all.add(schedule("null", "schedule", "expected-text-or-object"));
    all.add(schedule("{\"every\": 3}", "schedule.kind", "missing-field"));
    all.add(schedule("{\"kind\": \"constant\", \"steps\": 3}", "schedule.steps", "unknown-field"));
    all.add(schedule("{\"kind\": \"step\", \"every\": 0}", "schedule.every", "whole-range"));
    all.add(
        schedule("{\"kind\": \"step\", \"factor\": 0}", "schedule.factor", "range-above-up-to"));
    all.add(
        schedule("{\"kind\": \"step\", \"factor\": 1.5}", "schedule.factor", "range-above-up-to"));
    all.add(schedule("{\"kind\": \"cosine\", \"steps\": 0.5}", "schedule.steps", "whole-range"));
    all.add(schedule("{\"kind\": \"cosine\", \"to\": 1.5}", "schedule.to", "range-closed"));
    all.add(schedule("{\"kind\": \"warmup\", \"every\": 3}", "schedule.every", "unknown-field"));
    for (String batch : List.of("0", "2.5", "1000001")) {
      all.add(with("\"batch\": 16", "\"batch\": " + batch, "batch", "whole-range"));
    }
    for (String batch : List.of("\"half\"", "null", "[16]", "{}", "true")) {
      all.add(with("\"batch\": 16", "\"batch\": " + batch, "batch", "batch"));
    }
    all.add(with("\"limit\": 1.0", "\"limit\": 0", "clip.limit", "range-above"));
    all.add(with("\"l2\": 0.0001", "\"l2\": -1", "penalty.l2", "range-at-least"));
    all.add(with("{\"l1\": 0, \"l2\": 0.0001}", "0.1", "penalty", "expected-object"));
    all.add(with("{\"kind\": \"norm\", \"limit\": 1.0}", "1", "clip", "expected-object"));
  }

  private static void files(List<Refused> all) {
    all.add(file("csv", "\"file\": 7", "file", "expected-text"));
    all.add(file("csv", "\"file\": \" \"", "file", "file-name"));
    all.add(file("csv", "\"file\": \"a\\u0000\"", "file", "file-name"));
    all.add(file("csv", "\"file\": \"a.csv\", \"delimiter\": \"ab\"", "delimiter", "delimiter"));
    all.add(file("csv", "\"file\": \"a.csv\", \"delimiter\": \"7\"", "delimiter", "delimiter"));
    all.add(file("csv", "\"file\": \"a.csv\", \"delimiter\": 7", "delimiter", "expected-text"));
    all.add(file("csv", "\"file\": \"a.csv\", \"header\": 1", "header", "expected-boolean"));
    all.add(file("csv", "\"file\": \"a.csv\", \"label\": 0", "label", "whole-range"));
    all.add(file("csv", "\"file\": \"a.csv\", \"label\": true", "label", "label"));
    all.add(
        file("csv", "\"file\": \"a.csv\", \"task\": \"regresion\"", "task", "unknown-word-near"));
    all.add(file("csv", "\"file\": \"a.csv\", \"test\": 1", "test", "range-closed"));
    all.add(file("csv", "\"test\": 0.1", "file", "missing-field"));
    all.add(file("csv", "\"folder\": \"a\"", "folder", "unknown-field"));
    all.add(
        file("images", "\"folder\": \"a\", \"shape\": [2, 8, 8]", "shape[0]", "image-channels"));
    all.add(file("images", "\"folder\": \"a\", \"shape\": [1, 8]", "shape", "image-shape-length"));
    all.add(file("images", "\"folder\": \"a\", \"examples\": 1", "examples", "whole-range"));
    all.add(file("idx", "\"images\": \"a\"", "labels", "missing-field"));
    String pair = "\"images\": \"a\", \"labels\": \"b\", \"testImages\": \"c\"";
    all.add(file("idx", pair, "testLabels", "missing-field"));
    String both = pair + ", \"testLabels\": \"d\", \"test\": 0.3";
    all.add(file("idx", both, "test", "test-given-twice"));
  }

  private static Refused file(String kind, String fields, String path, String code) {
    return with(DATA, "{\"kind\": \"" + kind + "\", " + fields + "}", "data." + path, code);
  }

  private static Refused optimizer(String kind, String field, String path, String code) {
    String text = "{\"kind\": \"" + kind + "\", \"rate\": 1, " + field + "}";
    return with(OPTIMIZER, text, "optimizer." + path, code);
  }

  private static Refused schedule(String schedule, String path, String code) {
    return optimizer("sgd", "\"schedule\": " + schedule, path, code);
  }

  private static void choices(List<Refused> all) {
    all.add(with("\"spiral\"", "\"spirals\"", "data.kind", "unknown-word-near"));
    all.add(with("\"spiral\"", "\"mandelbrot\"", "data.kind", "unknown-word"));
    all.add(with("\"spiral\"", "7", "data.kind", "expected-text"));
    all.add(with(DATA, "\"spiral\"", "data", "expected-object"));
    all.add(with("\"mse\"", "\"bce\"", "loss", "regression-loss", "\"spiral\"", "\"wave\""));
    all.add(
        with("\"mse\"", "\"cross-entropy\"", "loss", "regression-loss", "\"spiral\"", "\"plane\""));
    all.add(
        with(
            DATA,
            "{\"kind\": \"strokes\", \"examples\": 70000}",
            "data.examples",
            "too-much-data"));
    all.add(with("\"spiral\"", "\"strokes\"", "network[1].units", "output-units"));
    files(all);
    all.add(with("\"dense\"", "\"Dense\"", "network[0].layer", "unknown-word-near"));
    all.add(with("\"relu\"", "\"ReLU\"", "network[0].activation", "unknown-word-near"));
    all.add(with("\"relu\"", "\"sin\"", "network[0].activation", "unknown-word"));
    all.add(with("\"relu\"", "\"maxout\"", "network[0].activation", "unknown-word"));
    all.add(with("\"relu\"", "null", "network[0].activation", "expected-text-or-object"));
    all.add(with("\"relu\"", "[1]", "network[0].activation", "expected-text-or-object"));
    all.add(with("\"relu\"", "{}", "network[0].activation.kind", "missing-field"));
    all.add(
        with(
            "\"relu\"",
            "{\"kind\": \"relu\", \"slope\": 1}",
            "network[0].activation.slope",
            "unknown-field"));
    all.add(
        with(
            "\"relu\"",
            "{\"kind\": \"leaky-relu\", \"slope\": -1}",
            "network[0].activation.slope",
            "range-closed"));
    all.add(
        with(
            "\"relu\"",
            "{\"kind\": \"elu\", \"alpha\": 11}",
            "network[0].activation.alpha",
            "range-closed"));
    all.add(
        with(
            "\"he-normal\"",
            "{\"kind\": \"normal\", \"std\": -1}",
            "network[0].init.std",
            "range-at-least"));
    all.add(
        with(
            "\"he-normal\"",
            "{\"kind\": \"uniform\", \"limit\": 0}",
            "network[0].init.limit",
            "range-above"));
    all.add(
        with(
            "\"he-normal\"",
            "{\"kind\": \"constant\", \"value\": 1e400}",
            "network[0].init.value",
            "not-finite"));
    all.add(with("\"mse\"", "\"mae\"", "loss", "unknown-word-near"));
    all.add(with("\"mse\"", "7", "loss", "expected-text-or-object"));
    all.add(with("\"mse\"", "{\"kind\": \"huber\", \"delta\": 0}", "loss.delta", "range-above"));
    all.add(with("\"norm\"", "\"norms\"", "clip.kind", "unknown-word-near"));
    all.add(with("\"sgd\"", "\"lbfgs\"", "optimizer.kind", "unknown-word"));
  }

  private static void shapes(List<Refused> all) {
    all.add(network("[]", "network", "no-layers"));
    all.add(network("{}", "network", "expected-array"));
    all.add(network("[1, 2]", "network[0]", "expected-object"));
    all.add(network("[[1]]", "network[0]", "expected-object"));
    all.add(network("[[\"dense\"]]", "network[0]", "expected-object"));
    all.add(network("[" + "{},".repeat(64) + "{}]", "network", "too-many-layers"));
    all.add(
        network(
            layers(dense(4096, "relu"), dense(4096, "relu"), dense(1, "tanh")),
            "network",
            "too-many-parameters"));
    all.add(
        new Refused(
            Specs.SPIRAL
                .replace("\"examples\": 400", "\"examples\": 100000")
                .replace("\"batch\": 16", "\"batch\": \"full\"")
                .replace(LAYER, "\"units\": 600"),
            "batch",
            "batch-too-large"));
    all.add(network(layers(dense(2, "tanh")), "network[0].units", "output-units"));
    all.add(
        network(
            layers(dense(2, "softmax"), dense(1, "tanh")),
            "network[0].activation",
            "softmax-not-last"));
    all.add(
        network(
            layers(dense(1, "softmax")), "network[0].activation", "softmax-needs-cross-entropy"));
    all.add(with("\"mse\"", "\"bce\"", "network[1].activation", "bce-needs-sigmoid"));
    all.add(
        with(
            "\"mse\"",
            "\"cross-entropy\"",
            "network[1].activation",
            "cross-entropy-needs-softmax"));
    all.add(
        new Refused(
            Specs.SPIRAL.replace("\"mse\"", "\"cross-entropy\"").replace("\"tanh\"", "\"softmax\""),
            "network[1].units",
            "cross-entropy-needs-two-outputs"));
    all.add(
        new Refused(
            Specs.SPIRAL
                .replace("\"mse\"", "\"cross-entropy\"")
                .replace("\"tanh\"", "\"softmax\"")
                .replace("\"units\": 1", "\"units\": 3"),
            "network[1].units",
            "output-units"));
  }

  private static void inline(List<Refused> all) {
    all.add(data("\"y\": [[1]]", "data.x", "missing-field"));
    all.add(data("\"x\": [[1]]", "data.y", "missing-field"));
    all.add(data("\"x\": [], \"y\": []", "data.x", "no-examples"));
    all.add(data("\"x\": [[], []], \"y\": [[1], [1]]", "data.x[0]", "empty-row"));
    all.add(data("\"x\": [[1], []], \"y\": [[1], [1]]", "data.x[1]", "empty-row"));
    all.add(data("\"x\": [[1, 2], [3]], \"y\": [[1], [1]]", "data.x[1]", "ragged-row"));
    all.add(data("\"x\": [[1], [2, 3]], \"y\": [[1], [1]]", "data.x[1]", "ragged-row"));
    all.add(data("\"x\": [[1], [2]], \"y\": [[1], [1, 2]]", "data.y[1]", "ragged-row"));
    all.add(data("\"x\": [[1], [2]], \"y\": [[1]]", "data.y", "row-count"));
    all.add(data("\"x\": [[1]], \"y\": []", "data.y", "row-count"));
    all.add(data("\"x\": [1, 2], \"y\": [[1]]", "data.x[0]", "expected-array"));
    all.add(data("\"x\": \"a.csv\", \"y\": [[1]]", "data.x", "expected-array"));
    all.add(data("\"x\": [[1], 2], \"y\": [[1], [1]]", "data.x[1]", "expected-array"));
    all.add(data("\"x\": [[1], [2, \"a\"]], \"y\": [[1]]", "data.x[1][1]", "expected-number"));
    all.add(data("\"x\": [[\"a\"]], \"y\": [[1]]", "data.x[0][0]", "expected-number"));
    all.add(data("\"x\": [[1, null]], \"y\": [[1]]", "data.x[0][1]", "expected-number"));
    all.add(data("\"x\": [[[1]]], \"y\": [[1]]", "data.x[0][0]", "expected-number"));
    all.add(data("\"x\": [[1, [2]]], \"y\": [[1]]", "data.x[0][1]", "expected-number"));
    all.add(data("\"x\": [[1, \"NaN\"]], \"y\": [[1]]", "data.x[0][1]", "not-finite"));
    all.add(data("\"x\": [[1], [1e999]], \"y\": [[1], [2]]", "data.x[1][0]", "not-finite"));
    all.add(data("\"x\": [[1]], \"y\": [[-1e999]]", "data.y[0][0]", "not-finite"));
    all.add(data("\"x\": [[1]], \"y\": [[1]], \"testX\": [[1]]", "data.testY", "missing-field"));
    all.add(data("\"x\": [[1]], \"y\": [[1]], \"testY\": [[1]]", "data.testX", "missing-field"));
    String test = "\"x\": [[1]], \"y\": [[1]], \"testX\": %s, \"testY\": %s";
    all.add(data(test.formatted("[[1, 2]]", "[[1]]"), "data.testX", "column-count"));
    all.add(data(test.formatted("[[1]]", "[[1, 2]]"), "data.testY", "column-count"));
    all.add(data(test.formatted("[[1]]", "[]"), "data.testY", "row-count"));
    String one = "\"x\": [[1]], \"y\": [[1]], \"shape\": ";
    all.add(data(one + "[1, 1]", "data.shape", "image-shape-length"));
    all.add(data(one + "[1, 1, 2]", "data.shape", "image-shape-size"));
    all.add(data(one + "[4096, 4096, 4096]", "data.shape", "image-shape-size"));
    all.add(data(one + "[1, 0, 1]", "data.shape[1]", "whole-range"));
    all.add(data(one + "[1, 1.5, 1]", "data.shape[1]", "whole-range"));
    all.add(data(one + "\"1x1x1\"", "data.shape", "expected-array"));
    all.add(data("\"x\": [[1]], \"y\": [[1]], \"examples\": 3", "data.examples", "unknown-field"));
    all.add(data("\"x\": [[1]], \"y\": [[1, 2]]", "network[1].units", "output-units"));
    all.add(
        changed(
            data("\"x\": [[1]], \"y\": [[1.5]]", "data.y[0][0]", "bce-target"),
            "\"tanh\"",
            "\"sigmoid\"",
            "\"mse\"",
            "\"bce\""));
    all.add(
        changed(
            data("\"x\": [[1]], \"y\": [[0.5, 0.2]]", "data.y[0]", "cross-entropy-target"),
            "\"tanh\"",
            "\"softmax\"",
            "\"mse\"",
            "\"cross-entropy\""));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void isRefusedWithPathAndReason(Refused refused) {
    InvalidInput refusal =
        catchThrowableOfType(InvalidInput.class, () -> SpecJson.read(refused.spec()));
    assertThat(refusal).as(refused.spec()).isNotNull();
    assertThat(refusal.problem().path() + " " + refusal.problem().code())
        .isEqualTo(refused.path() + " " + refused.code());
  }

  @Test
  void aMisspeltFieldNamesTheOneThatWasMeant() {
    Problem problem = problem(Specs.SPIRAL.replace("\"units\": 8", "\"unist\": 8"));
    assertThat(problem.arguments()).containsEntry("near", "units");
  }

  @Test
  void theValueThatWasWrittenIsShown() {
    assertThat(problem(Specs.SPIRAL.replace(LAYER, "\"units\": 1e3000")).arguments())
        .containsEntry("value", "1e3000");
    assertThat(problem(Specs.SPIRAL.replace(LAYER, "\"units\": \"x\\ny\"")).arguments())
        .containsEntry("value", "\"x y\"");
  }

  @Test
  void aSyntaxErrorIsFoundByLineAndColumn() {
    Problem problem = problem("{\n  \"format\": 1,\n  \"seed\" 7\n}");
    assertThat(problem.arguments()).containsEntry("line", "3").containsEntry("column", "10");
  }

  @Test
  void filesThatCannotBeReadAreRefused(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> SpecJson.read(folder.resolve("absent.json")))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.problem().code()).isEqualTo("file-not-found"));
    assertThatThrownBy(() -> SpecJson.read(folder))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.problem().code()).isEqualTo("file-unreadable"));
    Path large = folder.resolve("large.json");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((64L << 20) + 1);
    }
    assertThatThrownBy(() -> SpecJson.read(large))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.problem().code()).isEqualTo("file-too-large"));
  }

  /// The texts in both languages are complete, none is left over, and each names exactly the values
  /// that its problem carries.
  @Test
  void everyProblemHasATextInBothLanguagesThatUsesItsValues() {
    Set<Problem> met = new HashSet<>();
    specs().forEach(refused -> met.add(problem(refused.spec())));
    met.addAll(WeightsJsonTest.problems());
    met.addAll(LayerWeightsTest.problems());
    met.addAll(SessionProblemCases.all());
    met.add(Problems.noSuchWeight("weights.layers[0].W[9][9]"));
    met.add(Problems.fileNotFound());
    met.add(Problems.fileUnreadable());
    met.add(Problems.fileTooLarge(64));
    met.add(Problems.unknownPreset("zzz", Set.of("spiral")));
    met.add(Problems.unknownPreset("spirla", Set.of("spiral")));
    for (String language : List.of("zh", "en")) {
      var texts = SpecTexts.load(language);
      Set<String> wanted = new TreeSet<>();
      for (Problem problem : met) {
        String key = "spec.problem." + problem.code();
        wanted.add(key);
        assertThat(texts.getProperty(key)).as(key + " " + language).isNotNull();
        assertThat(placeholders(texts.getProperty(key)))
            .as(key + " " + language)
            .isEqualTo(problem.arguments().keySet());
      }
      var known = new TreeSet<>(texts.stringPropertyNames());
      known.removeIf(key -> key.startsWith("spec.problem.data-")); // see DataFilesTest
      assertThat(known).isEqualTo(wanted);
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\w+)}").matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  static Problem problem(String spec) {
    return catchThrowableOfType(InvalidInput.class, () -> SpecJson.read(spec)).problem();
  }

  private static Refused with(
      String part, String replacement, String path, String code, String... more) {
    return changed(with(part, replacement, path, code), more);
  }

  private static Refused with(String part, String replacement, String path, String code) {
    assertThat(Specs.SPIRAL).contains(part);
    return new Refused(
        Specs.SPIRAL.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(replacement)),
        path,
        code);
  }

  private static Refused changed(Refused refused, String... pairs) {
    String spec = refused.spec();
    for (int i = 0; i < pairs.length; i += 2) {
      spec = spec.replace(pairs[i], pairs[i + 1]);
    }
    if (spec.contains("cross-entropy")) {
      spec = spec.replace("\"units\": 1", "\"units\": 2");
    }
    return new Refused(spec, refused.path(), refused.code());
  }

  private static String without(String field) {
    return switch (field) {
      case "format" -> Specs.SPIRAL.replace("\"format\": 1, ", "");
      case "data" -> Specs.SPIRAL.replace("\"data\": " + DATA + ",", "");
      case "network" -> Specs.SPIRAL.replaceAll("(?s)\"network\": \\[.*?],", "");
      case "loss" -> Specs.SPIRAL.replace("\"loss\": \"mse\", ", "");
      default -> Specs.SPIRAL.replace("\"optimizer\": " + OPTIMIZER + ",", "");
    };
  }

  private static Refused network(String network, String path, String code) {
    return new Refused(
        Specs.SPIRAL.replaceAll(
            "(?s)\"network\": \\[.*?],", Matcher.quoteReplacement("\"network\": " + network + ",")),
        path,
        code);
  }

  private static Refused data(String fields, String path, String code) {
    return with(DATA, "{\"kind\": \"inline\", " + fields + "}", path, code);
  }

  private static String dense(int units, String activation) {
    return "{\"layer\": \"dense\", \"units\": %d, \"activation\": \"%s\"}"
        .formatted(units, activation);
  }

  private static String layers(String... layers) {
    return Stream.of(layers).toList().toString();
  }
}
