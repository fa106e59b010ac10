package lab.tinynet.telemetry;

import java.util.Arrays;

/// Minimum, maximum and last value of a series in buckets of equal width: what a chart draws of it.
/// Made once for a chart and filled again and again; belongs to the thread that reads.
public final class Envelope {
  /// Rows that are read at a time.
  static final int BUFFER = 1024;

  private final double[] min;
  private final double[] max;
  private final double[] last;
  private final boolean[] filled;
  private final boolean[] broken;
  private final double[] buffer = new double[BUFFER];

  public Envelope(int buckets) {
    min = new double[buckets];
    max = new double[buckets];
    last = new double[buckets];
    filled = new boolean[buckets];
    broken = new boolean[buckets];
    clear();
  }

  public int buckets() {
    return min.length;
  }

  /// Whether the bucket has any value.
  public boolean filled(int bucket) {
    return filled[bucket];
  }

  /// Whether the bucket has a value that is not finite.
  public boolean broken(int bucket) {
    return broken[bucket];
  }

  /// The smallest finite value of the bucket; +∞ if there is none.
  public double min(int bucket) {
    return min[bucket];
  }

  /// The largest finite value of the bucket; −∞ if there is none.
  public double max(int bucket) {
    return max[bucket];
  }

  /// The last value of the bucket, finite or not.
  public double last(int bucket) {
    return last[bucket];
  }

  void clear() {
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
    Arrays.fill(last, Double.NaN);
    Arrays.fill(filled, false);
    Arrays.fill(broken, false);
  }

  void add(int bucket, double value) {
    boolean finite = Double.isFinite(value);
    add(
        bucket,
        finite ? value : Double.POSITIVE_INFINITY,
        finite ? value : Double.NEGATIVE_INFINITY,
        value,
        !finite);
  }

  void add(int bucket, double low, double high, double end, boolean isBroken) {
    int at = Math.min(bucket, min.length - 1);
    min[at] = Math.min(min[at], low);
    max[at] = Math.max(max[at], high);
    last[at] = end;
    filled[at] = true;
    broken[at] |= isBroken;
  }

  double[] buffer() {
    return buffer;
  }
}
