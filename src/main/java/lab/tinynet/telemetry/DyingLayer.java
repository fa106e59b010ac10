package lab.tinynet.telemetry;

/// What the detector of dying units says of one layer at one probe.
///
/// @param layer index of the layer, from 0
/// @param info the layer
/// @param dead how many of its units are dead now
/// @param onSince step of the first probe of the stretch over which the detector has been on
/// @param since step of the first probe of the stretch over which the same units have been dead
/// @param step step of the newest probe: what is said here is true of it
public record DyingLayer(int layer, LayerInfo info, int dead, long onSince, long since, long step) {

  /// How many units the layer has.
  public int units() {
    return info.units();
  }

  /// For how many steps the number of dead units has not changed.
  public long steps() {
    return step - since;
  }

  /// The share of dead units, 0 … 1.
  public double share() {
    return dead / (double) units();
  }
}
