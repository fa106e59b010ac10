package lab.tinynet.telemetry;

import java.util.Optional;

/// What the next frame should hold.
///
/// @param resolution side of the maps, in cells; 0 for no frame
/// @param point the input whose forward pass it carries; empty for the first training example
/// @param unit the unit that is measured on the probe set, if any
public record FrameWish(int resolution, Optional<ProbePoint> point, Optional<UnitPlace> unit) {

  /// A unit by its place.
  ///
  /// @param layer index of the layer in the log
  /// @param unit from 0
  public record UnitPlace(int layer, int unit) {}

  /// Maps and nothing special.
  public static FrameWish maps(int resolution) {
    return new FrameWish(resolution, Optional.empty(), Optional.empty());
  }
}
