package lab.tinynet.chart.stage;

/// Paints the bars of what the network says to the input that is followed.
final class AnswerPainter {
  private final Raster raster;
  private final StageColors colors;
  private final StageLayout layout;
  private final StageScales scales;
  private final double unit;

  AnswerPainter(Raster raster, StageColors colors, StageLayout layout, StageScales scales) {
    this.raster = raster;
    this.colors = colors;
    this.layout = layout;
    this.scales = scales;
    this.unit = layout.em() / 12;
  }

  /// A bar for every output; a mark where the target is. Probabilities have no sign: all have the
  /// hue of their layer.
  ///
  /// @param hue of the output layer
  void paint(OutputRows rows, int hue) {
    double em = layout.em();
    int wanted = rows.target().map(OutputRows::largest).orElse(-1);
    boolean classes = rows.outputs().length > 1;
    for (int i = 0; i < rows.shown(); i++) {
      Box bar = rows.bar(i, em);
      raster.round(bar, 0.2 * em, colors.hairline(), 0.6);
      double value = rows.outputs()[i];
      double zero = rows.x(bar, scales, rows.shares() ? 0 : scales.outputCenter());
      double end = rows.x(bar, scales, value);
      int argb =
          !Double.isFinite(value)
              ? colors.alarm()
              : rows.shares() ? hue : sign(value - scales.outputCenter());
      Box full = new Box(Math.min(zero, end), bar.y(), Math.abs(end - zero), bar.height());
      raster.round(full, Math.min(0.2 * em, full.width() / 2), argb, 1);
      if (classes ? i == wanted : rows.target().isPresent()) {
        double target = classes ? 1 : rows.target().orElseThrow()[i];
        double x = rows.x(bar, scales, target);
        Box mark = new Box(x - 1.2 * unit, bar.y() - 0.25 * em, 2.4 * unit, 1.14 * em);
        raster.round(mark, unit, colors.ink(), 1);
      }
    }
  }

  private int sign(double value) {
    return value < 0 ? colors.negative() : colors.positive();
  }
}
