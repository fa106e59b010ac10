package lab.tinynet.chart;

import javafx.scene.paint.Color;

/// The mean of a layer's outputs as a line, and a band two standard deviations to either side.
final class SpreadLane implements LaneDrawing {
  private static final double FILL = 0.22;
  private static final int DEVIATIONS = 2;

  private final BreakMarks breaks = new BreakMarks();
  private final Trace trace = new Trace();

  @Override
  public String key() {
    return "chart.spread";
  }

  @Override
  public double places() {
    return 2;
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
  public int deviations() {
    return DEVIATIONS;
  }

  @Override
  public ValueRange range(RidgeRows rows, int layer) {
    double min = 0;
    double max = 0;
    for (int row = 0; row < rows.count(); row++) {
      if (rows.isWhole(row, layer)) {
        double reach = DEVIATIONS * rows.deviation(row, layer);
        min = Math.min(min, rows.mean(row, layer) - reach);
        max = Math.max(max, rows.mean(row, layer) + reach);
      }
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
    breaks.clear();
    trace.clear();
    for (int row = 0; row < rows.count(); row++) {
      double x = frame.x(plot.axis(), (double) rows.step(row));
      if (rows.isWhole(row, layer)) {
        double mean = rows.mean(row, layer);
        double reach = DEVIATIONS * rows.deviation(row, layer);
        trace.point(x, panel.y(mean), panel.y(mean - reach), panel.y(mean + reach));
      } else {
        trace.breakAt(x, Double.NaN);
        if (rows.breaksAt(row, layer)) {
          breaks.add(x, NumberText.value(Double.NaN), 2 * em);
        }
      }
    }
    pen.band(trace, hue.deriveColor(0, 1, 1, FILL));
    pen.layerDashes(layer);
    pen.line(trace, hue, pen.palette().lineWidth());
    pen.solid();
    breaks.paint(pen, frame);
  }
}
