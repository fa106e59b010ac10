package lab.tinynet.telemetry;

import java.util.OptionalDouble;

/// The update after which a unit put out 0 for the whole probe set, and what it did to the unit.
///
/// @param step the update, counted from 1
/// @param highestBefore largest pre-activation of the unit on the probe set before it
/// @param highestAfter the same after it
/// @param before the unit's own parameters before it
/// @param after the same after it
public record KillingUpdate(
    long step, double highestBefore, double highestAfter, Parameters before, Parameters after) {

  /// Weights and bias of one unit. Immutable by contract.
  ///
  /// @param weights in the order of the frame's; empty for a layer without
  public record Parameters(double[] weights, OptionalDouble bias) {}
}
