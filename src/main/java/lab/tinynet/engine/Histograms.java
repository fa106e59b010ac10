package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import lab.tinynet.telemetry.HistogramLog;

/// Summarises a run of numbers as [HistogramLog] keeps it. Numbers that are not finite are left
/// out.
final class Histograms {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private Histograms() {}

  /// Room for making one histogram. Four sets of counts are filled in turn, because neighbours
  /// often fall into the same bin (a rectifier's zeros) and would wait for each other.
  static final class Workspace {
    private static final int SETS = 4;
    private final double[] values;
    private final int[] places;
    private final double[] moments = new double[4];
    private final int[] counts = new int[SETS * HistogramLog.BINS];

    /// @param most how many values there can be
    Workspace(int most) {
      values = new double[most];
      places = new int[most];
    }
  }

  /// Simple passes over arrays, each of a form that the compiler turns into vector instructions:
  /// several times faster than one pass that does everything.
  ///
  /// @param row receives minimum, maximum, mean, standard deviation and counts from `at` on
  static void summarise(MemorySegment source, int n, Workspace work, float[] row, int at) {
    MemorySegment.copy(source, DOUBLE, 0, work.values, 0, n);
    summarise(n, work, row, at);
  }

  /// Some rows of a matrix only.
  ///
  /// @param source the matrix, column by column
  /// @param sample the rows that count
  static void summarise(
      MemorySegment source,
      int rows,
      int columns,
      int[] sample,
      Workspace work,
      float[] row,
      int at) {
    int n = 0;
    for (int column = 0; column < columns; column++) {
      long from = (long) column * rows;
      for (int example : sample) {
        work.values[n++] = source.getAtIndex(DOUBLE, from + example);
      }
    }
    summarise(n, work, row, at);
  }

  private static void summarise(int n, Workspace work, float[] row, int at) {
    double[] values = work.values;
    double[] moments = work.moments;
    measure(values, n, moments);
    double sum = moments[0];
    double squares = moments[1];
    double min = moments[2];
    double max = moments[3];
    double scale = max > min ? (HistogramLog.BINS - 1e-9) / (max - min) : 0;
    if (n == 0 || !Double.isFinite(squares) || Double.isInfinite(scale)) {
      summariseFinite(n, work, row, at);
      return;
    }
    double mean = sum / n;
    double variance = Math.max(0, squares / n - mean * mean);
    place(values, n, min, scale, work.places);
    count(work.places, n, work.counts);
    write(row, at, min, max, mean, Math.sqrt(variance), work.counts);
  }

  /// Sum, sum of squares, minimum and maximum. New extremes are rare, so that the branches are
  /// foreseen and cost next to nothing, unlike `Math.min`.
  private static void measure(double[] values, int n, double[] moments) {
    double sum0 = 0;
    double sum1 = 0;
    double squares0 = 0;
    double squares1 = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double value = values[i];
      if ((i & 1) == 0) {
        sum0 += value;
        squares0 += value * value;
      } else {
        sum1 += value;
        squares1 += value * value;
      }
      if (value < min) {
        min = value;
      }
      if (value > max) {
        max = value;
      }
    }
    moments[0] = sum0 + sum1;
    moments[1] = squares0 + squares1;
    moments[2] = min;
    moments[3] = max;
  }

  private static void place(double[] values, int n, double min, double scale, int[] places) {
    for (int i = 0; i < n; i++) {
      places[i] = (int) ((values[i] - min) * scale);
    }
  }

  private static void count(int[] places, int n, int[] counts) {
    Arrays.fill(counts, 0);
    int i = 0;
    for (; i < n - 3; i += 4) {
      counts[places[i]]++;
      counts[HistogramLog.BINS + places[i + 1]]++;
      counts[2 * HistogramLog.BINS + places[i + 2]]++;
      counts[3 * HistogramLog.BINS + places[i + 3]]++;
    }
    for (; i < n; i++) {
      counts[places[i]]++;
    }
  }

  /// The slow way, for numbers of which some are not finite or too large to be squared, or which
  /// all but coincide.
  private static void summariseFinite(int n, Workspace work, float[] row, int at) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double mean = 0;
    int finite = 0;
    for (int i = 0; i < n; i++) {
      double value = work.values[i];
      if (Double.isFinite(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        finite++;
        mean += (value - mean) / finite;
      }
    }
    Arrays.fill(work.counts, 0);
    double largest = Math.max(Math.abs(min - mean), Math.abs(max - mean));
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double value = work.values[i];
      if (Double.isFinite(value)) {
        double off = largest > 0 ? (value - mean) / largest : 0;
        squares += off * off;
        double place = max > min ? (value / 2 - min / 2) / (max / 2 - min / 2) : 0;
        work.counts[Math.min(HistogramLog.BINS - 1, (int) (place * HistogramLog.BINS))]++;
      }
    }
    double std = finite > 0 ? largest * Math.sqrt(squares / finite) : Double.NaN;
    boolean any = finite > 0;
    write(
        row,
        at,
        any ? min : Double.NaN,
        any ? max : Double.NaN,
        any ? mean : Double.NaN,
        std,
        work.counts);
  }

  private static void write(
      float[] row, int at, double min, double max, double mean, double std, int[] counts) {
    row[at + HistogramLog.MIN] = (float) min;
    row[at + HistogramLog.MAX] = (float) max;
    row[at + HistogramLog.MEAN] = (float) mean;
    row[at + HistogramLog.STD] = (float) std;
    for (int b = 0; b < HistogramLog.BINS; b++) {
      int total = counts[b];
      for (int set = 1; set < Workspace.SETS; set++) {
        total += counts[set * HistogramLog.BINS + b];
      }
      row[at + HistogramLog.COUNTS + b] = total;
    }
  }
}
