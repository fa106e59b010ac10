package lab.tinynet.chart;

/// The values that a panel's axis has to hold: what charts of several runs must agree on to be
/// compared by eye.
///
/// @param low the smallest value; of a logarithmic axis the smallest above 0; +∞ without values
/// @param high the largest value; −∞ without values
/// @param logarithmic whether the axis has to be logarithmic where it can be either
/// @param zeros whether zeros need a lane of their own below a logarithmic axis
public record ValueRange(double low, double high, boolean logarithmic, boolean zeros) {
  private static final double EXPLODED = 1e15;

  /// No values.
  public static final ValueRange NONE =
      new ValueRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false, false);

  /// A range on an axis that is always of the same make.
  static ValueRange of(double low, double high) {
    return new ValueRange(low, high, false, false);
  }

  /// Whether it holds values of a run on its way to infinity.
  boolean exploded() {
    return high > EXPLODED || low < -EXPLODED;
  }

  /// The range that holds both.
  ValueRange joined(ValueRange other) {
    return new ValueRange(
        Math.min(low, other.low),
        Math.max(high, other.high),
        logarithmic || other.logarithmic,
        zeros || other.zeros);
  }
}
