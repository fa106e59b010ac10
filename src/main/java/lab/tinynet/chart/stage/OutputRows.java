package lab.tinynet.chart.stage;

import java.util.Optional;
import lab.tinynet.telemetry.Frame;

/// What the network says to the input that is followed, one row an output: stands where the
/// decision surface would be.
///
/// @param outputs what it says
/// @param target what it should say, if that is known
/// @param shares whether they are probabilities that make up 1, on an axis from 0
/// @param shown rows that have room
/// @param place of all rows
/// @param pitch from one row to the next
record OutputRows(
    double[] outputs,
    Optional<double[]> target,
    boolean shares,
    int shown,
    Box place,
    double pitch) {
  private static final double ROW = 1.9;
  private static final double HEAD = 0.4;

  /// The numbers below the bars of probabilities, in em.
  private static final double AXIS = 1.3;

  static Optional<OutputRows> of(Frame frame, StageLayout layout) {
    if (layout.maps() || frame.forward().isEmpty()) {
      return Optional.empty();
    }
    Frame.Forward forward = frame.forward().get();
    double[] outputs = forward.outputs().get(frame.order().output());
    double em = layout.em();
    Box side = layout.side();
    Box place = new Box(side.x(), side.y() + HEAD * em, side.width(), side.height() - HEAD * em);
    boolean shares = frame.output().info().activation().equals("softmax");
    double room = place.height() - (shares ? AXIS * em : 0);
    int most = Math.max(1, (int) (room / (1.45 * em)));
    int shown = outputs.length <= most ? outputs.length : most - 1;
    double pitch = Math.min(ROW * em, room / Math.max(1, Math.min(outputs.length, most)));
    return Optional.of(
        new OutputRows(
            outputs,
            forward.target().length == outputs.length
                ? Optional.of(forward.target())
                : Optional.empty(),
            shares,
            shown,
            place,
            pitch));
  }

  int folded() {
    return outputs.length - shown;
  }

  /// The row of an output.
  Box row(int output) {
    return new Box(place.x(), place.y() + output * pitch, place.width(), pitch);
  }

  /// Where its bar may stand: right of its name, left of its number.
  Box bar(int output, double em) {
    Box row = row(output);
    double left = row.x() + 2.2 * em;
    double right = row.right() - 4.2 * em;
    return new Box(left, row.centerY() - 0.32 * em, Math.max(em, right - left), 0.64 * em);
  }

  /// The x of a value on the bar.
  double x(Box bar, StageScales scales, double value) {
    if (shares) {
      return bar.x() + (Double.isFinite(value) ? Math.clamp(value, 0, 1) : 0) * bar.width();
    }
    double share = (value - scales.outputCenter()) / scales.outputHalf();
    double inside = Double.isFinite(share) ? Math.clamp(share, -1, 1) : 0;
    return bar.x() + (inside + 1) / 2 * bar.width();
  }

  /// The output that the target names, or that is largest: of several the index of the largest.
  static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
