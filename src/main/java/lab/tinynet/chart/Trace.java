package lab.tinynet.chart;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// A series as it will be drawn, in pixels, but knowing no canvas: a line that breaks where a value
/// is not finite, a band from smallest to largest where a point stands for many steps, and marks at
/// the breaks. Filled again for every picture.
final class Trace {
  /// Pixels by which a spike stands out.
  private static final double SPIKE = 5;

  private double[] x = new double[512];
  private double[] y = new double[512];
  private double[] low = new double[512];
  private double[] high = new double[512];
  private int count;
  private int[] runStarts = new int[16];
  private int runs;
  private boolean open;
  private double[] breakX = new double[16];
  private String[] breakWord = new String[16];
  private int breaks;
  private boolean banded;

  /// Reads one series of decimated data.
  ///
  /// @param x the place of a bucket; NaN leaves it out
  /// @param top y of the scale's high end
  /// @param height from there down to its low end
  /// @param zeroY where a value is put that lies infinitely far below: the lane of zeros under a
  ///     logarithmic axis
  void read(
      Decimated data,
      int series,
      IntToDoubleFunction x,
      Scale scale,
      double top,
      double height,
      double zeroY) {
    clear();
    for (int bucket = 0; bucket < data.count(); bucket++) {
      double at = x.applyAsDouble(bucket);
      if (Double.isNaN(at)) {
        continue;
      }
      double min = data.min(series, bucket);
      double max = data.max(series, bucket);
      boolean finite = min <= max;
      double yLow = finite ? y(min, scale, top, height, zeroY) : Double.NaN;
      double yHigh = finite ? y(max, scale, top, height, zeroY) : Double.NaN;
      double last = data.last(series, bucket);
      if (!data.broken(series, bucket)) {
        if (finite) {
          point(at, y(last, scale, top, height, zeroY), yLow, yHigh);
        }
        continue;
      }
      if (finite) {
        // What was finite in a broken bucket still shows, up to the break.
        point(at, yHigh, yLow, yHigh);
      }
      breakAt(at, last);
    }
  }

  void clear() {
    count = 0;
    runs = 0;
    breaks = 0;
    open = false;
    banded = false;
  }

  void point(double atX, double atY, double yLow, double yHigh) {
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      y = Arrays.copyOf(y, 2 * count);
      low = Arrays.copyOf(low, 2 * count);
      high = Arrays.copyOf(high, 2 * count);
    }
    if (!open) {
      if (runs == runStarts.length) {
        runStarts = Arrays.copyOf(runStarts, 2 * runs);
      }
      runStarts[runs++] = count;
      open = true;
    }
    x[count] = atX;
    y[count] = atY;
    low[count] = yLow;
    high[count] = yHigh;
    banded |= Math.abs(yLow - yHigh) > 0.5;
    count++;
  }

  /// Ends the run. A break that follows another without a point between is the same break.
  void breakAt(double atX, double value) {
    boolean again = !open && breaks > 0;
    open = false;
    if (again) {
      return;
    }
    if (breaks == breakX.length) {
      breakX = Arrays.copyOf(breakX, 2 * breaks);
      breakWord = Arrays.copyOf(breakWord, 2 * breaks);
    }
    breakX[breaks] = atX;
    breakWord[breaks] = Double.isFinite(value) ? "NaN / ∞" : NumberText.value(value);
    breaks++;
  }

  /// Number of unbroken pieces.
  int runs() {
    return runs;
  }

  /// The first point of a run.
  int runStart(int run) {
    return runStarts[run];
  }

  /// The point after the last one of a run.
  int runEnd(int run) {
    return run + 1 < runs ? runStarts[run + 1] : count;
  }

  int count() {
    return count;
  }

  double x(int point) {
    return x[point];
  }

  double y(int point) {
    return y[point];
  }

  double low(int point) {
    return low[point];
  }

  double high(int point) {
    return high[point];
  }

  /// Whether a point hides a spike: the top of its band stands far above the line there and above
  /// the bands beside it. Such a point needs more than a pale band to be noticed.
  boolean spike(int point) {
    double top = high[point];
    if (y[point] - top < SPIKE) {
      return false;
    }
    boolean overLeft = point == 0 || high[point - 1] - top >= SPIKE;
    boolean overRight = point == count - 1 || high[point + 1] - top >= SPIKE;
    return overLeft && overRight;
  }

  /// Whether any point's band is tall enough to be seen.
  boolean banded() {
    return banded;
  }

  int breaks() {
    return breaks;
  }

  double breakX(int number) {
    return breakX[number];
  }

  /// What the first value of the break is: `NaN`, `∞`, `−∞`.
  String breakWord(int number) {
    return breakWord[number];
  }

  private static double y(double value, Scale scale, double top, double height, double zeroY) {
    double position = scale.position(value);
    return position == Double.NEGATIVE_INFINITY ? zeroY : top + (1 - position) * height;
  }
}
