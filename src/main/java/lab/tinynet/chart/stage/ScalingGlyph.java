package lab.tinynet.chart.stage;

import lab.tinynet.telemetry.Frame;

/// What a normalisation does to a unit, right of its tile: two bars from mean − std to mean + std
/// on one axis with 0 in the middle, above before it, below after it.
///
/// @param box where it stands
/// @param reach the end of the axis, the same for all units of the layer
record ScalingGlyph(Box box, double reach) {

  static ScalingGlyph of(StageLayout layout, Column column, int unit, Frame.Scaling scaling) {
    Box tile = column.tile(unit);
    double inset = 0.35 * layout.em();
    boolean written = isWritten(layout, column);
    double height = written ? 0.45 * tile.height() : 0.7 * tile.height();
    double y = written ? tile.y() : tile.y() + 0.15 * tile.height();
    Box box = new Box(tile.right() + inset, y, Math.max(1, column.trail() - inset), height);
    double reach = 0;
    for (Frame.Moments[] all : new Frame.Moments[][] {scaling.before(), scaling.after()}) {
      for (Frame.Moments moments : all) {
        double end = Math.abs(moments.mean()) + moments.std();
        reach = Double.isFinite(end) ? Math.max(reach, end) : reach;
      }
    }
    return new ScalingGlyph(box, reach > 0 ? reach : 1);
  }

  /// Whether there is room to write γ and β below the bars.
  static boolean isWritten(StageLayout layout, Column column) {
    return column.tile() >= 3.1 * layout.em() && column.trail() >= 3 * layout.em();
  }

  /// The bar of one of the two.
  ///
  /// @param line 0 before, 1 after
  Box bar(Frame.Moments moments, int line) {
    double height = 0.32 * box.height();
    double y = box.y() + (line == 0 ? 0.1 : 0.58) * box.height();
    double from = x(moments.mean() - moments.std());
    double to = x(moments.mean() + moments.std());
    return new Box(from, y, Math.max(1.5, to - from), height);
  }

  double x(double value) {
    double share = Double.isFinite(value) ? Math.clamp(value / reach, -1, 1) : 0;
    return box.centerX() + share * box.width() / 2;
  }
}
