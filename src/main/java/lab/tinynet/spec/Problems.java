package lab.tinynet.spec;

import java.util.Collection;
import java.util.Map;

/// Every way in which an input is refused, one method a code. The texts stand in
/// `assets/i18n/spec_*.properties` under `spec.problem.<code>`.
final class Problems {
  private Problems() {}

  // --- the text ---

  static Problem fileNotFound() {
    return Problem.of("", "file-not-found");
  }

  static Problem fileUnreadable() {
    return Problem.of("", "file-unreadable");
  }

  static Problem fileTooLarge(int megabytes) {
    return Problem.of("", "file-too-large", "limit", megabytes);
  }

  static Problem emptyFile() {
    return Problem.of("", "file-empty");
  }

  static Problem notJson(int line, int column) {
    return Problem.of("", "not-json", "line", line, "column", column);
  }

  static Problem tooDeep(int limit) {
    return Problem.of("", "too-deep", "limit", limit);
  }

  static Problem tooLong() {
    return Problem.of("", "too-long");
  }

  static Problem duplicateField(String path) {
    return Problem.of(path, "duplicate-field");
  }

  // --- fields and types ---

  static Problem unknownField(String path, String name, Collection<String> known) {
    return Nearest.to(name, known)
        .map(near -> Problem.of(path, "unknown-field-near", "near", near))
        .orElseGet(() -> Problem.of(path, "unknown-field", "known", String.join(", ", known)));
  }

  static Problem missingField(String path) {
    return Problem.of(path, "missing-field");
  }

  static Problem notBuilt(String path, String name) {
    return Problem.of(path, "not-built", "name", name);
  }

  static Problem unknownWord(String path, Json value, String word, Collection<String> known) {
    return Nearest.to(word, known)
        .map(near -> Problem.of(path, "unknown-word-near", "value", value.excerpt(), "near", near))
        .orElseGet(
            () ->
                Problem.of(
                    path,
                    "unknown-word",
                    "value",
                    value.excerpt(),
                    "known",
                    String.join(", ", known)));
  }

  static Problem expectedObject(String path, Json value) {
    return Problem.of(path, "expected-object", "value", value.excerpt());
  }

  static Problem expectedArray(String path, Json value) {
    return Problem.of(path, "expected-array", "value", value.excerpt());
  }

  static Problem expectedNumber(String path, Json value) {
    return Problem.of(path, "expected-number", "value", value.excerpt());
  }

  static Problem expectedText(String path, Json value) {
    return Problem.of(path, "expected-text", "value", value.excerpt());
  }

  static Problem expectedTextOrObject(String path, Json value) {
    return Problem.of(path, "expected-text-or-object", "value", value.excerpt());
  }

  static Problem expectedBoolean(String path, Json value) {
    return Problem.of(path, "expected-boolean", "value", value.excerpt());
  }

  static Problem unknownFormat(String path, Json value) {
    return Problem.of(path, "unknown-format", "value", value.excerpt());
  }

  static Problem batch(String path, long max, String value) {
    return Problem.of(path, "batch", "max", max, "value", value);
  }

  // --- values ---

  static Problem notFinite(String path, String value) {
    return Problem.of(path, "not-finite", "value", value);
  }

  static Problem wholeRange(String path, String code, long min, long max, String value) {
    return new Problem(
        path, code, Map.of("min", String.valueOf(min), "max", String.valueOf(max), "value", value));
  }

  /// @param max infinite where there is no upper bound
  static Problem range(String path, String code, double min, double max, double value) {
    String least = JsonNumbers.text(min);
    String given = JsonNumbers.text(value);
    return Double.isFinite(max)
        ? new Problem(
            path, code, Map.of("min", least, "max", JsonNumbers.text(max), "value", given))
        : Problem.of(path, code, "min", least, "value", given);
  }

  static Problem nameTooLong(String path, int limit) {
    return Problem.of(path, "name-too-long", "limit", limit);
  }

  static Problem nameNotText(String path) {
    return Problem.of(path, "name-not-text");
  }

  // --- shapes ---

  static Problem noLayers() {
    return Problem.of("network", "no-layers");
  }

  static Problem tooManyLayers(int value, int max) {
    return Problem.of("network", "too-many-layers", "value", value, "max", max);
  }

  static Problem tooManyParameters(long value, long max) {
    return Problem.of("network", "too-many-parameters", "value", value, "max", max);
  }

  /// @param value millions of numbers
  static Problem batchTooLarge(long value, long max) {
    return Problem.of("batch", "batch-too-large", "value", value, "max", max);
  }

  /// @param value millions of numbers
  static Problem networkTooLarge(long value, long max) {
    return Problem.of("network", "network-too-large", "value", value, "max", max);
  }

  /// @param value millions of multiplications
  static Problem tooSlow(long value, long max) {
    return Problem.of("network", "too-slow", "value", value, "max", max);
  }

  static Problem layerTooLarge(String path, long value, long max) {
    return Problem.of(path, "layer-too-large", "value", value, "max", max);
  }

  static Problem needsImage(String path, String layer, int size) {
    return Problem.of(path, "needs-image", "layer", layer, "value", size);
  }

  static Problem windowTooLarge(String path, int side, ImageShape image) {
    return new Problem(
        path,
        "window-too-large",
        Map.of(
            "value", String.valueOf(side),
            "height", String.valueOf(image.height()),
            "width", String.valueOf(image.width())));
  }

  static Problem residualEmpty(String path) {
    return Problem.of(path, "residual-empty");
  }

  static Problem residualShape(String path, OutputShape wanted, OutputShape given) {
    return Problem.of(path, "residual-shape", "wanted", text(wanted), "value", text(given));
  }

  /// `8`, or `3 × 12 × 12`.
  private static String text(OutputShape shape) {
    return shape.image().map(ImageShape::toString).orElseGet(() -> String.valueOf(shape.size()));
  }

  static Problem orthogonalBias(String path) {
    return Problem.of(path, "orthogonal-bias");
  }

  static Problem softmaxOnImage(String path) {
    return Problem.of(path, "softmax-on-image");
  }

  static Problem outputSize(String path, int wanted, int size) {
    return Problem.of(path, "output-size", "wanted", wanted, "value", size);
  }

  static Problem softmaxNotLast(String path) {
    return Problem.of(path, "softmax-not-last");
  }

  static Problem softmaxNeedsCrossEntropy(String path) {
    return Problem.of(path, "softmax-needs-cross-entropy");
  }

  static Problem crossEntropyNeedsSoftmax(String path, String activation) {
    return Problem.of(path, "cross-entropy-needs-softmax", "value", activation);
  }

  static Problem crossEntropyNeedsTwoOutputs(String path, int units) {
    return Problem.of(path, "cross-entropy-needs-two-outputs", "value", units);
  }

  static Problem bceNeedsSigmoid(String path, String activation) {
    return Problem.of(path, "bce-needs-sigmoid", "value", activation);
  }

  static Problem outputUnits(String path, int wanted, int units) {
    return Problem.of(path, "output-units", "wanted", wanted, "value", units);
  }

  // --- data ---

  static Problem noSuchWeight(String path) {
    return Problem.of(path, "no-such-weight");
  }

  static Problem noExamples(String path) {
    return Problem.of(path, "no-examples");
  }

  static Problem tooMuchData(String path, long numbers) {
    return Problem.of(path, "too-much-data", "max", Limits.DATA_NUMBERS, "value", numbers);
  }

  static Problem regressionLoss(String loss) {
    return Problem.of("loss", "regression-loss", "value", loss);
  }

  static Problem testGivenTwice(String path) {
    return Problem.of(path, "test-given-twice");
  }

  static Problem fileName(String path, int limit) {
    return Problem.of(path, "file-name", "limit", limit);
  }

  static Problem delimiter(String path, Json value) {
    return Problem.of(path, "delimiter", "value", value.excerpt());
  }

  static Problem label(String path, Json value) {
    return Problem.of(path, "label", "value", value.excerpt());
  }

  static Problem imageChannels(String path, int channels) {
    return Problem.of(path, "image-channels", "value", channels);
  }

  static Problem imageShapeLength(String path, int sizes) {
    return Problem.of(path, "image-shape-length", "value", sizes);
  }

  static Problem imageShapeSize(String path, ImageShape shape, long size, int columns) {
    return new Problem(
        path,
        "image-shape-size",
        Map.of(
            "shape", shape.toString(),
            "size", String.valueOf(size),
            "value", String.valueOf(columns)));
  }

  static Problem emptyRow(String path) {
    return Problem.of(path, "empty-row");
  }

  static Problem raggedRow(String path, int wanted, int columns) {
    return Problem.of(path, "ragged-row", "wanted", wanted, "value", columns);
  }

  static Problem rowCount(String path, String other, int wanted, int rows) {
    return new Problem(
        path,
        "row-count",
        Map.of("other", other, "wanted", String.valueOf(wanted), "value", String.valueOf(rows)));
  }

  static Problem columnCount(String path, String other, int wanted, int columns) {
    return new Problem(
        path,
        "column-count",
        Map.of("other", other, "wanted", String.valueOf(wanted), "value", String.valueOf(columns)));
  }

  static Problem bceTarget(String path, double value) {
    return Problem.of(path, "bce-target", "value", JsonNumbers.text(value));
  }

  static Problem crossEntropyTarget(String path) {
    return Problem.of(path, "cross-entropy-target");
  }

  // --- weights ---

  static Problem layerCount(String path, int wanted, int layers) {
    return Problem.of(path, "layer-count", "wanted", wanted, "value", layers);
  }

  static Problem weightRows(String path, int wanted, int rows) {
    return Problem.of(path, "weight-rows", "wanted", wanted, "value", rows);
  }

  static Problem weightColumns(String path, int wanted, int columns) {
    return Problem.of(path, "weight-columns", "wanted", wanted, "value", columns);
  }

  static Problem kernelCount(String path, String what, int wanted, int given) {
    return new Problem(
        path,
        "kernel-" + what,
        Map.of("wanted", String.valueOf(wanted), "value", String.valueOf(given)));
  }

  static Problem noBiasHere(String path) {
    return Problem.of(path, "no-bias-here");
  }

  static Problem noSlopeHere(String path) {
    return Problem.of(path, "no-slope-here");
  }

  // --- presets ---

  static Problem unknownPreset(String name, Collection<String> known) {
    return Nearest.to(name, known)
        .map(near -> Problem.of("", "unknown-preset-near", "value", name, "near", near))
        .orElseGet(
            () ->
                Problem.of("", "unknown-preset", "value", name, "known", String.join(", ", known)));
  }
}
