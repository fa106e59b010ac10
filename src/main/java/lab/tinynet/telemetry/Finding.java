package lab.tinynet.telemetry;

import java.util.OptionalInt;

/// What a detector sees in a log.
///
/// @param rule the row of [Detectors#TABLE] that it goes by
/// @param layer the layer concerned, from 0; of a ratio of two layers the first; empty for the
///     whole network
/// @param value the number that was compared with the rule's thresholds
/// @param since the step from which on it has been so, as far back as the detector looks
/// @param step the newest step that it is true of
public record Finding(DetectorRule rule, OptionalInt layer, double value, long since, long step) {
  /// Whether it is still so at the newest step. A detector that was switched on waits for a while
  /// before it goes off; to say its sentence meanwhile would be saying what is no longer true.
  public boolean holds() {
    return !(value < rule.off());
  }
}
