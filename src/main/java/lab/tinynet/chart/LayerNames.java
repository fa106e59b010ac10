package lab.tinynet.chart;

import lab.tinynet.telemetry.LayerInfo;

/// The name of a layer in the language of the moment: `dense 2` → 全连接层 2.
final class LayerNames {
  private static final String DENSE = "dense";

  private LayerNames() {}

  static String of(LayerInfo layer, Texts texts) {
    String index = layer.name().substring(layer.name().lastIndexOf(' ') + 1);
    return layer.kind().equals(DENSE)
        ? texts.text("chart.layer.dense", "index", index)
        : layer.name();
  }
}
