package lab.tinynet.chart.stage;

import java.util.Arrays;
import java.util.Optional;
import lab.tinynet.telemetry.Frame;

/// What the units of a column put out for the one input that is followed through the network.
final class TileValues {
  private TileValues() {}

  /// The numbers of a unit: one, or those of all pixels of a channel; empty if none is followed.
  static Optional<double[]> of(Frame frame, int layer, int unit) {
    return frame
        .forward()
        .map(
            forward -> {
              double[] all = forward.outputs().get(layer);
              int area = frame.layers().get(layer).info().area();
              return Arrays.copyOfRange(all, unit * area, (unit + 1) * area);
            });
  }

  /// The mean of a unit's numbers, NaN if no input is followed.
  static double mean(Frame frame, int layer, int unit) {
    return of(frame, layer, unit)
        .map(values -> Arrays.stream(values).average().orElse(Double.NaN))
        .orElse(Double.NaN);
  }

  /// The largest size among numbers that are finite; 0 if there is none.
  static double reach(double[] values) {
    double reach = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        reach = Math.max(reach, Math.abs(value));
      }
    }
    return reach;
  }
}
