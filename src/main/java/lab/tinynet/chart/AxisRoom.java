package lab.tinynet.chart;

import java.util.function.DoubleFunction;

/// The room left of a frame in which the words of its value axis stand.
final class AxisRoom {
  private static final double USUAL = 3.2;
  private static final double GAP = 0.7;

  private AxisRoom() {}

  /// Enough for the widest word; not less than usual, so that charts below each other line up.
  static double of(Pen pen, double[] ticks, DoubleFunction<String> words) {
    double room = USUAL * pen.em();
    for (double tick : ticks) {
      room = Math.max(room, Math.ceil(pen.width(words.apply(tick)) + GAP * pen.em()));
    }
    return room;
  }
}
