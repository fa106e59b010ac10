package lab.tinynet.chart;

/// What is drawn of one layer's outputs in its lane of the activations' card.
interface LaneDrawing {
  /// First part of the keys of its texts.
  String key();

  /// Pixels that one histogram of the run takes.
  double places();

  /// Whether the lanes stand over the steps; else each has an axis of its own.
  boolean overSteps();

  /// The least height of a lane, in widths of an em.
  double leastLane();

  /// How many standard deviations the picture shows on either side of the mean; the numbers say
  /// the same.
  default int deviations() {
    return 1;
  }

  /// What the value axis has to hold.
  ValueRange range(RidgeRows rows, int layer);

  /// @param inward how far the words at both ends of the axis are moved into the lane
  void paint(
      Plot plot, PlotFrame frame, RidgeRows rows, int layer, ValueRange range, double inward);
}
