package lab.tinynet.telemetry;

import java.util.List;
import java.util.Optional;
import lab.tinynet.telemetry.DetectorRule.Denominator;

/// The table of the lab's detectors. All thresholds stand here and nowhere else.
public final class Detectors {
  /// A layer has dead units, and their number has stopped moving: the tutor can ask about it
  /// without the count changing under the question. 40 steps are four probes of the dense schedule.
  public static final DetectorRule DEAD_UNITS =
      new DetectorRule(
          "dead-units",
          Quantity.DEAD_UNITS,
          Denominator.ONE,
          1,
          1,
          40,
          "the lab's own: one dead unit can be asked about");

  /// Enough of a layer is dead to warn.
  public static final DetectorRule DYING_LAYER =
      new DetectorRule(
          "dying-layer",
          Quantity.DEAD_UNITS,
          Denominator.UNITS,
          0.10,
          0.05,
          40,
          "warning from 10 % of the units: keras-contrib, DeadReluDetector");

  /// Most of a layer is dead.
  public static final DetectorRule DEAD_LAYER =
      new DetectorRule(
          "dead-layer",
          Quantity.DEAD_UNITS,
          Denominator.UNITS,
          0.50,
          0.40,
          40,
          "alarm above 50 % of the units: Amazon SageMaker Debugger, DeadRelu");

  /// Every detector, in the order in which a table shows them.
  public static final List<DetectorRule> TABLE = List.of(DEAD_UNITS, DYING_LAYER, DEAD_LAYER);

  private Detectors() {}

  public static Optional<DetectorRule> named(String name) {
    return TABLE.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }
}
