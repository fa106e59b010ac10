package lab.tinynet.ui.health;

import java.util.List;
import java.util.Locale;
import lab.tinynet.telemetry.Detectors;
import lab.tinynet.telemetry.Finding;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.LayerWords;

/// A finding as a sentence with its number, and the rule it goes by with its source.
final class FindingWords {
  private static final double PERCENT = 100;

  private FindingWords() {}

  /// @param layers of the run, for their names
  static String sentence(I18n i18n, Finding finding, List<LayerInfo> layers) {
    int units = finding.layer().isPresent() ? layers.get(finding.layer().getAsInt()).units() : 0;
    String layer =
        finding.layer().isPresent()
            ? LayerWords.of(i18n, layers.get(finding.layer().getAsInt()).name())
            : "";
    return i18n.text(
        "ui.health." + finding.rule().name(),
        "layer",
        layer,
        "value",
        value(finding),
        "count",
        count(finding, units),
        "units",
        units,
        "since",
        String.format(Locale.ROOT, "%,d", finding.since()));
  }

  static String rule(I18n i18n, Finding finding) {
    return i18n.text("ui.health.rule." + finding.rule().name());
  }

  /// Whether it is worth an alarm.
  static boolean grave(Finding finding) {
    return List.of(
            Detectors.DEAD_LAYER, Detectors.DYING_LAYER, Detectors.DIVERGED, Detectors.EXPLODING)
        .contains(finding.rule());
  }

  /// How many units a share, or a count, of the rule is.
  private static long count(Finding finding, int units) {
    return finding.rule().equals(Detectors.DEAD_UNITS)
        ? Math.round(finding.value())
        : Math.round(finding.value() * units);
  }

  private static String value(Finding finding) {
    double value = finding.value();
    return switch (finding.rule().denominator()) {
      case UNITS -> String.format(Locale.ROOT, "%.0f%%", PERCENT * value);
      case BEST ->
          finding.rule().equals(Detectors.PLATEAU)
              ? String.format(Locale.ROOT, "%.2f%%", PERCENT * Math.max(0, 1 - value))
              : String.format(Locale.ROOT, "%.1f%%", PERCENT * value);
      case FIRST_LAYER, LAST_LAYER -> String.format(Locale.ROOT, "%,.3g", value);
      case ONE -> String.format(Locale.ROOT, "%.0f", value);
    };
  }
}
