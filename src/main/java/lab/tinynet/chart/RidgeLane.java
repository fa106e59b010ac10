package lab.tinynet.chart;

import javafx.scene.paint.Color;
import lab.tinynet.telemetry.HistogramLog;

/// How a layer's outputs are spread as time goes on: a shape a probe, its width the square root of
/// the share of outputs at that height.
final class RidgeLane implements LaneDrawing {
  /// The widest shape, in widths of an em.
  static final double WIDEST = 1.9;

  private static final double FILL = 0.55;
  private static final double FULL = 0.92;

  private final BreakMarks breaks = new BreakMarks();
  private final double[] xs = new double[HistogramLog.BINS + 2];
  private final double[] ys = new double[HistogramLog.BINS + 2];

  @Override
  public String key() {
    return "chart.activations";
  }

  @Override
  public double places() {
    return 8.5;
  }

  @Override
  public boolean overSteps() {
    return true;
  }

  @Override
  public double leastLane() {
    return 1.9;
  }

  @Override
  public ValueRange range(RidgeRows rows, int layer) {
    double min = 0;
    double max = 0;
    for (int row = 0; row < rows.count(); row++) {
      double low = rows.min(row, layer);
      double high = rows.max(row, layer);
      min = Double.isFinite(low) ? Math.min(min, low) : min;
      max = Double.isFinite(high) ? Math.max(max, high) : max;
    }
    return ValueRange.of(min, max);
  }

  @Override
  public void paint(
      Plot plot, PlotFrame frame, RidgeRows rows, int layer, ValueRange range, double inward) {
    Pen pen = plot.pen();
    double em = plot.em();
    Scale scale = LaneAxis.scale(range);
    ValuePanel panel = ValuePanel.of(frame, scale, false, em);
    double[] ticks = LaneAxis.ticks(scale, frame.height() - 2 * inward, 1.1 * em);
    panel.paintGrid(pen, ticks, LaneAxis::word, inward);
    double zero = panel.y(0);
    pen.line(frame.left(), zero, frame.right(), zero, pen.palette().hairline(), 1);
    Color hue = pen.palette().layer(layer);
    double spacing = rows.spacing() * frame.width() / (plot.axis().to() - plot.axis().from());
    double widest = Math.min(FULL * spacing, WIDEST * em);
    double scaleOfWidth = widest / Math.sqrt(Math.max(1e-9, rows.largestShare(layer)));
    breaks.clear();
    pen.canvas().setFill(hue.deriveColor(0, 1, 1, FILL));
    for (int row = 0; row < rows.count(); row++) {
      double x = frame.x(plot.axis(), (double) rows.step(row));
      if (rows.breaksAt(row, layer)) {
        breaks.add(x, NumberText.value(Double.NaN), 2 * em);
      } else if (rows.isWhole(row, layer) && rows.drawn(row)) {
        paintRidge(pen, panel, x, rows, row, layer, scaleOfWidth);
      }
    }
    breaks.paint(pen, frame);
  }

  private void paintRidge(
      Pen pen,
      ValuePanel panel,
      double x,
      RidgeRows rows,
      int row,
      int layer,
      double scaleOfWidth) {
    double low = panel.y(rows.min(row, layer));
    double high = panel.y(rows.max(row, layer));
    double total = rows.total(row, layer);
    if (low - high < 1.5) {
      double middle = (low + high) / 2;
      pen.canvas().fillRect(x, middle - 1, scaleOfWidth, 2);
      return;
    }
    int n = 0;
    xs[n] = x;
    ys[n++] = low;
    for (int bin = 0; bin < HistogramLog.BINS; bin++) {
      double place = (bin + 0.5) / HistogramLog.BINS;
      xs[n] = x + 1 + scaleOfWidth * Math.sqrt(rows.size(row, layer, bin) / total);
      ys[n++] = low + (high - low) * place;
    }
    // The outermost bins reach to the very ends: zeros of a rectifier lie on the line of zero.
    ys[1] = low;
    ys[n - 1] = high;
    xs[n] = x;
    ys[n++] = high;
    pen.canvas().fillPolygon(xs, ys, n);
  }
}
