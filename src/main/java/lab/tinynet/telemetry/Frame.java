package lab.tinynet.telemetry;

import java.util.List;

/// A picture of the network at one step, made on demand and never logged. Immutable by contract:
/// nobody writes into the arrays after it has been made.
///
/// @param step number of updates done
/// @param resolution side of the maps in cells; 0 when the experiment has not two inputs and so no
///     maps
/// @param region the part of the input plane that the maps cover
/// @param layers one entry a layer, input side first
public record Frame(long step, int resolution, Region region, List<LayerFrame> layers) {
  public Frame {
    layers = List.copyOf(layers);
  }

  /// A rectangle of the input plane.
  public record Region(double minX, double maxX, double minY, double maxY) {}

  /// One layer.
  ///
  /// @param weights W by input then unit: `weights[input * units + unit]`
  /// @param biases one a unit; empty when the layer has none
  /// @param maps output of each unit over the region, `resolution²` values row by row, top row
  ///     (largest y) first; empty when there are no maps
  /// @param dead which units put out 0 for the whole probe set; all false for a layer that is no
  ///     rectifier
  public record LayerFrame(
      LayerInfo info, double[] weights, double[] biases, float[][] maps, boolean[] dead) {}

  /// The last layer.
  public LayerFrame output() {
    return layers.getLast();
  }
}
