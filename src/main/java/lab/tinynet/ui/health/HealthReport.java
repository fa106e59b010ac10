package lab.tinynet.ui.health;

import java.util.List;
import java.util.OptionalInt;
import lab.tinynet.telemetry.Detectors;
import lab.tinynet.telemetry.Finding;
import lab.tinynet.telemetry.HealthCheck;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.RunLog;

/// What the detectors see at a step, one finding a matter: of several rules on the dead units of a
/// layer the gravest counts.
///
/// @param findings in the order of the table, the divergence first
/// @param layers of the run, for their names
public record HealthReport(List<Finding> findings, List<LayerInfo> layers) {
  public static final HealthReport NOTHING = new HealthReport(List.of(), List.of());

  private static final List<String> ON_DEAD_UNITS =
      List.of(
          Detectors.DEAD_UNITS.name(), Detectors.DYING_LAYER.name(), Detectors.DEAD_LAYER.name());

  public HealthReport {
    findings = List.copyOf(findings);
    layers = List.copyOf(layers);
  }

  /// Looks at a log up to a step. Takes some milliseconds: not for the JavaFX thread of a window.
  public static HealthReport of(RunLog log, long step) {
    if (log.layers().isEmpty()) {
      return NOTHING;
    }
    List<Finding> all = HealthCheck.of(step < log.length() ? log.until(step) : log);
    List<Finding> gravest =
        all.stream()
            .filter(Finding::holds)
            .filter(finding -> all.stream().noneMatch(other -> outweighs(other, finding)))
            .toList();
    return new HealthReport(gravest, log.layers());
  }

  private static boolean outweighs(Finding other, Finding finding) {
    return other.layer().equals(finding.layer())
        && ON_DEAD_UNITS.indexOf(other.rule().name()) > ON_DEAD_UNITS.indexOf(finding.rule().name())
        && ON_DEAD_UNITS.contains(finding.rule().name());
  }

  /// The chart in which a finding is seen.
  public static String chart(Finding finding) {
    return switch (finding.rule().quantity()) {
      case RAW_NORM, APPLIED_NORM, SIGNAL_NORM -> "gradient-norms";
      case SATURATED_UNITS -> "saturated-units";
      case DEAD_UNITS, SILENT_UNITS -> "dead-units";
      default -> "loss";
    };
  }

  /// What is to be lit up.
  ///
  /// @param chart name of the chart
  /// @param layer index of the layer on the stage; empty for none
  public record Evidence(String chart, OptionalInt layer) {
    static Evidence of(Finding finding) {
      return new Evidence(HealthReport.chart(finding), finding.layer());
    }
  }
}
