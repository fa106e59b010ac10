package lab.tinynet.chart;

import java.util.Arrays;
import java.util.stream.Collectors;
import lab.tinynet.telemetry.LayerInfo;

/// The name of a layer in the language of the moment: `dense 2` → 全连接层 2, `residual 3/dense 1` →
/// 残差块 3/全连接层 1.
final class LayerNames {
  private LayerNames() {}

  static String of(LayerInfo layer, Texts texts) {
    return Arrays.stream(layer.name().split("/", -1))
        .map(part -> one(part, texts))
        .collect(Collectors.joining("/"));
  }

  private static String one(String name, Texts texts) {
    int space = name.lastIndexOf(' ');
    return texts.text(
        "chart.layer." + name.substring(0, space), "index", name.substring(space + 1));
  }
}
