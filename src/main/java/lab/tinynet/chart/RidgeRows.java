package lab.tinynet.chart;

import lab.tinynet.telemetry.HistogramLog;
import lab.tinynet.telemetry.RunLog;

/// The histograms that a chart shows: one every so many pixels, at steps that stay while the log
/// grows. FX-free.
final class RidgeRows {
  private final double placesEach;
  private RunLog log = LogSeries.NO_LOG;
  private long probes = -1;
  private long spacing;
  private long from;
  private long to;
  private long[] steps = {};
  private float[] rows = {};
  private int count;

  /// @param placesEach pixels that one histogram takes
  RidgeRows(double placesEach) {
    this.placesEach = placesEach;
  }

  /// Reads what is new; returns whether anything is.
  ///
  /// @param first the first step shown
  /// @param last the last one
  boolean update(RunLog source, long first, long last, double width) {
    HistogramLog histograms = source.histograms();
    double pixels = Math.max(1, width);
    long wanted = (long) Math.max(1, Ticks.niceAbove(placesEach * (last - first) / pixels));
    long now = histograms.probes();
    if (source == log && now == probes && wanted == spacing && first == from && last == to) {
      return false;
    }
    log = source;
    probes = now;
    spacing = wanted;
    from = first;
    to = last;
    int room = (int) ((to - from) / spacing) + 3;
    if (steps.length < room || rows.length < room * histograms.rowWidth()) {
      steps = new long[room];
      rows = new float[room * histograms.rowWidth()];
    }
    count = histograms.read(from, to, spacing, steps, rows);
    return true;
  }

  /// Number of histograms, the newest among them.
  int count() {
    return count;
  }

  long step(int row) {
    return steps[row];
  }

  /// Whether all outputs of a layer were finite.
  boolean isWhole(int row, int layer) {
    return total(row, layer) > 0 && Double.isFinite(mean(row, layer));
  }

  /// Whether it is the first of some in a row that are not all finite.
  boolean breaksAt(int row, int layer) {
    return !isWhole(row, layer) && (row == 0 || isWhole(row - 1, layer));
  }

  /// Steps between two of them.
  long spacing() {
    return spacing;
  }

  /// Whether a row is to be drawn: all but a newest one that would stand on the one before it.
  boolean drawn(int row) {
    return row < count - 1 || row == 0 || 10 * (steps[row] - steps[row - 1]) >= 9 * spacing;
  }

  double min(int row, int layer) {
    return number(row, layer, HistogramLog.MIN);
  }

  double max(int row, int layer) {
    return number(row, layer, HistogramLog.MAX);
  }

  double mean(int row, int layer) {
    return number(row, layer, HistogramLog.MEAN);
  }

  double deviation(int row, int layer) {
    return number(row, layer, HistogramLog.STD);
  }

  /// How many outputs are in a bin.
  double size(int row, int layer, int bin) {
    return number(row, layer, HistogramLog.COUNTS + bin);
  }

  /// How many outputs there are.
  double total(int row, int layer) {
    double total = 0;
    for (int bin = 0; bin < HistogramLog.BINS; bin++) {
      total += size(row, layer, bin);
    }
    return total;
  }

  /// The largest share of any bin of a layer in what is shown.
  double largestShare(int layer) {
    double largest = 0;
    for (int row = 0; row < count; row++) {
      double most = 0;
      for (int bin = 0; bin < HistogramLog.BINS; bin++) {
        most = Math.max(most, size(row, layer, bin));
      }
      largest = most > 0 ? Math.max(largest, most / total(row, layer)) : largest;
    }
    return largest;
  }

  private double number(int row, int layer, int offset) {
    int width = log.histograms().rowWidth();
    return rows[row * width + layer * HistogramLog.WIDTH + offset];
  }
}
