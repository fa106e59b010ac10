package lab.tinynet.chart;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lab.tinynet.telemetry.HistogramLog;

/// How a layer's outputs are spread at the newest probe that is shown: bars over the values, as
/// high as the share of outputs in them.
final class HistogramLane implements LaneDrawing {
  private static final double FILL = 0.6;

  @Override
  public String key() {
    return "chart.histogram";
  }

  @Override
  public double places() {
    return 8.5;
  }

  @Override
  public boolean overSteps() {
    return false;
  }

  @Override
  public double leastLane() {
    return 3.9;
  }

  @Override
  public ValueRange range(RidgeRows rows, int layer) {
    int newest = rows.count() - 1;
    boolean whole = newest >= 0 && rows.isWhole(newest, layer);
    return whole
        ? ValueRange.of(Math.min(0, rows.min(newest, layer)), Math.max(0, rows.max(newest, layer)))
        : ValueRange.of(0, 0);
  }

  @Override
  public void paint(
      Plot plot, PlotFrame frame, RidgeRows rows, int layer, ValueRange range, double inward) {
    Pen pen = plot.pen();
    double em = plot.em();
    Color muted = pen.palette().muted();
    int row = rows.count() - 1;
    double bottom = frame.bottom();
    pen.line(frame.left(), bottom, frame.right(), bottom, pen.palette().hairline(), 1);
    if (!rows.isWhole(row, layer)) {
      String word = NumberText.value(Double.NaN);
      double middle = frame.left() + frame.width() / 2;
      pen.boldText(word, middle, bottom - 0.8 * em, TextAlignment.CENTER, pen.palette().alarm());
      return;
    }
    Scale scale = LaneAxis.scale(range);
    double total = rows.total(row, layer);
    double most = 0;
    for (int bin = 0; bin < HistogramLog.BINS; bin++) {
      most = Math.max(most, rows.size(row, layer, bin) / total);
    }
    double top = Math.min(1, Math.ceil(20 * most) / 20);
    pen.line(frame.left(), frame.top(), frame.right(), frame.top(), pen.palette().grid(), 1);
    double wordX = frame.left() - 0.6 * em;
    String percent = Math.round(100 * top) + "%";
    pen.text(percent, wordX, frame.top(), TextAlignment.RIGHT, muted);
    pen.canvas().setFill(pen.palette().layer(layer).deriveColor(0, 1, 1, FILL));
    double min = rows.min(row, layer);
    double max = rows.max(row, layer);
    for (int bin = 0; bin < HistogramLog.BINS; bin++) {
      double share = rows.size(row, layer, bin) / total / top;
      double from = x(frame, scale, min + (max - min) * bin / HistogramLog.BINS);
      double to = x(frame, scale, min + (max - min) * (bin + 1) / HistogramLog.BINS);
      double width = Math.max(2, to - from - 0.5);
      double height = share * frame.height();
      pen.canvas().fillRect(from, bottom - height, width, height);
    }
    for (double tick : LaneAxis.ticks(scale, frame.width(), 3 * em)) {
      double at = x(frame, scale, tick);
      pen.line(at, bottom, at, bottom + 0.25 * em, pen.palette().hairline(), 1);
      pen.text(LaneAxis.word(tick), at, bottom + 0.85 * em, TextAlignment.CENTER, muted);
    }
  }

  private static double x(PlotFrame frame, Scale scale, double value) {
    return frame.left() + scale.position(value) * frame.width();
  }
}
