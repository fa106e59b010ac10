package lab.tinynet.chart;

import java.util.List;
import java.util.OptionalLong;

/// The values of a chart in one sentence.
final class CaptionItems {
  private CaptionItems() {}

  /// @param items a name with its value each
  /// @param here the step at which they were measured, where that is not the newest
  static String of(List<String> items, OptionalLong here, Texts texts) {
    String all = String.join(texts.text("chart.caption.separator"), items);
    return here.isEmpty()
        ? all
        : texts.text(
            "chart.caption.here", "step", NumberText.whole(here.getAsLong()), "items", all);
  }
}
