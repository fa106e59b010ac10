package lab.tinynet.chart;

import java.util.function.DoubleFunction;
import javafx.scene.text.TextAlignment;

/// A frame with a value axis, and below a logarithmic one, where it is needed, a lane for zeros.
///
/// @param frame where the scale's values stand
/// @param scale the value axis
/// @param zeroY the lane of zeros; the frame's bottom without one
record ValuePanel(PlotFrame frame, Scale scale, double zeroY) {
  private static final double ABOVE_ZEROS = 2.6;

  static ValuePanel of(PlotFrame room, Scale scale, boolean zeros, double em) {
    if (!zeros) {
      return new ValuePanel(room, scale, room.bottom());
    }
    double lane = 2 * em;
    PlotFrame frame = room.rows(room.top(), room.height() - lane);
    return new ValuePanel(frame, scale, room.bottom() - 0.35 * em);
  }

  /// y of a value; for what isn't finite the top.
  double y(double value) {
    double position = scale.position(value);
    if (Double.isNaN(position)) {
      return frame.top();
    }
    return position == Double.NEGATIVE_INFINITY ? zeroY : frame.y(position);
  }

  /// Reads a series into a trace that stands in this panel.
  void read(Trace trace, LogSeries series, int which, StepAxis axis) {
    trace.read(
        series.data(),
        which,
        bucket -> series.x(bucket, frame, axis),
        scale,
        frame.top(),
        frame.height(),
        zeroY);
  }

  /// Draws grid lines and their values.
  void paintGrid(Pen pen, double[] ticks, DoubleFunction<String> words) {
    paintGrid(pen, ticks, words, 0);
  }

  /// The same, where the frame stands close to others.
  ///
  /// @param inward how far the words at both ends are moved into the frame
  void paintGrid(Pen pen, double[] ticks, DoubleFunction<String> words, double inward) {
    double em = pen.em();
    for (double tick : ticks) {
      double position = scale.position(tick);
      double y = frame.y(position);
      // Between the lowest tick and the lane of zeros stands the break of the axis.
      boolean crammed = zeroY > frame.bottom() && zeroY - y < ABOVE_ZEROS * em;
      grid(pen, y, y + (2 * position - 1) * inward, crammed ? "" : words.apply(tick));
    }
    if (zeroY > frame.bottom()) {
      pen.dashes(1, 3);
      grid(pen, zeroY, zeroY, "0");
      pen.solid();
      double middle = (frame.bottom() + zeroY) / 2;
      double x = frame.left() - 0.9 * em;
      pen.line(x - 0.3 * em, middle + 1, x + 0.3 * em, middle - 2, pen.palette().muted(), 1);
    }
  }

  private void grid(Pen pen, double y, double wordY, String word) {
    pen.line(frame.left(), y, frame.right(), y, pen.palette().grid(), 1);
    double x = frame.left() - 0.6 * pen.em();
    pen.text(word, x, wordY, TextAlignment.RIGHT, pen.palette().muted());
  }
}
