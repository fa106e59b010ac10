package lab.tinynet.chart.stage;

import lab.tinynet.chart.Texts;
import lab.tinynet.telemetry.LayerInfo;

/// How layers and units are called, in the language of the moment.
record LayerNames(Texts texts, int layers) {
  private static final String DENSE = "dense ";

  /// `dense 2`; the last layer is the `output`.
  String layer(LayerInfo info, int index) {
    return index == layers - 1
        ? texts.text("stage.layer.output")
        : info.name().equals(DENSE + number(info))
            ? texts.text("stage.layer.dense", "number", number(info))
            : info.name();
  }

  /// `dense 2 · ReLU`.
  String full(LayerInfo info, int index) {
    return texts.text(
        "stage.layer.full", "layer", layer(info, index), "activation", activation(info));
  }

  String activation(LayerInfo info) {
    return texts.text("stage.activation." + info.activation());
  }

  /// `dense 2, unit 3`; the only unit of the output layer is the `output`.
  String unit(LayerInfo info, int index, int unit) {
    String layer = layer(info, index);
    return index == layers - 1 && info.units() == 1
        ? layer
        : texts.text("stage.unit", "layer", layer, "unit", unit + 1);
  }

  /// `x₁`.
  static String input(int input) {
    return "x" + subscript(input + 1);
  }

  /// The number at the end of the layer's name in the log.
  static String number(LayerInfo info) {
    return info.name().substring(info.name().lastIndexOf(' ') + 1);
  }

  private static String subscript(int number) {
    StringBuilder digits = new StringBuilder();
    Integer.toString(number).chars().forEach(c -> digits.append((char) ('₀' + c - '0')));
    return digits.toString();
  }

  /// How many units of a layer are dead.
  static int dead(boolean[] dead) {
    int count = 0;
    for (boolean is : dead) {
      count += is ? 1 : 0;
    }
    return count;
  }
}
