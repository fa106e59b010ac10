package lab.tinynet.chart;

/// The value axis of a lane: its ends, and 0 where there is room between them.
final class LaneAxis {
  private LaneAxis() {}

  static Scale scale(ValueRange range) {
    return Scale.linear(range.low(), range.high(), 9);
  }

  /// @param room pixels between the ends
  /// @param apart the least distance of two words
  static double[] ticks(Scale scale, double room, double apart) {
    if (room < apart) {
      return new double[] {scale.high()};
    }
    double zero = scale.position(0) * room;
    if (scale.low() == 0 || scale.high() == 0 || zero < apart || room - zero < apart) {
      return new double[] {scale.low(), scale.high()};
    }
    return new double[] {scale.low(), 0, scale.high()};
  }

  static String word(double value) {
    return NumberText.tick(value, Ticks.niceAbove(Math.abs(value) / 10));
  }
}
