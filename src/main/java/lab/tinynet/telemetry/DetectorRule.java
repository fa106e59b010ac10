package lab.tinynet.telemetry;

/// One row of the table of detectors: when something in the log is worth telling.
///
/// @param name what questions and the health panel call it
/// @param quantity the series it reads
/// @param denominator what a value is divided by before it is compared
/// @param on it goes on once the value has been at least this for `stepsHeld` steps
/// @param off it goes off once the value has been below this for `stepsHeld` steps
/// @param stepsHeld how many steps a state must hold before it counts
/// @param source where the thresholds come from
public record DetectorRule(
    String name,
    Quantity quantity,
    Denominator denominator,
    double on,
    double off,
    int stepsHeld,
    String source) {

  /// What a value is divided by.
  public enum Denominator {
    /// Nothing: the value is a count.
    ONE,
    /// The number of units of the layer: the value is a share.
    UNITS,
    /// The same quantity of the last layer that has it: the value is a ratio.
    LAST_LAYER,
    /// The same quantity of the first layer that has it, of the last layer's value: a ratio.
    FIRST_LAYER,
    /// The best value so far: the value is a relative distance from it.
    BEST
  }

  public DetectorRule {
    if (off > on || stepsHeld < 1) {
      throw new IllegalArgumentException(name + ": off above on, or held for no step");
    }
  }

  /// A value of the series as it is compared with the thresholds.
  double scaled(double value, LayerInfo layer) {
    return switch (denominator) {
      case ONE -> value;
      case UNITS -> value / layer.units();
      case LAST_LAYER, FIRST_LAYER, BEST ->
          throw new IllegalArgumentException(name + " compares with more than its own value");
    };
  }
}
