package lab.tinynet.chart;

import java.util.Arrays;
import lab.tinynet.telemetry.Envelope;
import lab.tinynet.telemetry.Ledger;

/// Some columns of a ledger in buckets as fine as a chart's pixels: minimum, maximum and last value
/// of each, so that spikes survive.
///
/// A bucket is a power of two rows wide and begins at a multiple of its width. So buckets stay
/// where they are while the log grows, a pulse reads only the rows that are new, and when there are
/// too many buckets neighbours are joined: the cost of a pulse doesn't depend on the log's length.
///
/// Belongs to one thread.
final class Decimated {
  private static final int PIECE = 1024;
  private static final Ledger NOTHING = new Ledger(1, 1);

  private final int[] columns;
  private final double[] piece = new double[PIECE];
  private double[][] min = {};
  private double[][] max = {};
  private double[][] last = {};
  private boolean[][] broken = {};
  private Envelope envelope = new Envelope(1);
  private Ledger ledger = NOTHING;
  private int capacity;
  private long start;
  private long width = 1;
  private long seen;
  private int count;

  /// @param columns the columns to be read; a series is the place of its column in this list
  Decimated(int... columns) {
    this.columns = columns.clone();
  }

  /// Reads what is new.
  ///
  /// @param from the first row shown
  /// @param to the row after the last one shown; need not be published yet
  /// @param pixels about how many buckets are wanted; between half and all of the power of two at
  ///     or below come
  /// @return whether anything has changed
  boolean update(Ledger source, long from, long to, double pixels) {
    int wanted = (int) Math.max(1, pixels);
    int room = Math.max(16, Integer.highestOneBit(wanted));
    long end = Math.max(from, Math.min(to, source.length()));
    long wide = 1;
    while (to - from / wide * wide > wide * room) {
      wide *= 2;
    }
    long begin = from / wide * wide;
    boolean same = source == ledger && room == capacity && begin == start && end >= seen;
    if (same && wide == width && end == seen) {
      return false;
    }
    if (!same || wide < width) {
      ledger = source;
      reserve(room);
      start = begin;
      width = wide;
      seen = begin;
      count = 0;
    }
    while (width < wide) {
      joinNeighbours();
    }
    if (!append(end)) {
      readAll(end);
    }
    return true;
  }

  /// Number of buckets that have rows.
  int count() {
    return count;
  }

  /// The last row of a bucket that has been read.
  long lastRow(int bucket) {
    return Math.min(start + (bucket + 1) * width, seen) - 1;
  }

  /// The bucket in which a row stands; −1 before the first, possibly beyond the last.
  int bucketOf(long row) {
    return row < start ? -1 : (int) ((row - start) / width);
  }

  /// Rows in a bucket.
  long rowsPerBucket() {
    return width;
  }

  /// The smallest finite value; +∞ if there is none.
  double min(int series, int bucket) {
    return min[series][bucket];
  }

  /// The largest finite value; −∞ if there is none.
  double max(int series, int bucket) {
    return max[series][bucket];
  }

  /// The last value, finite or not.
  double last(int series, int bucket) {
    return last[series][bucket];
  }

  /// Whether a value is not finite.
  boolean broken(int series, int bucket) {
    return broken[series][bucket];
  }

  private void reserve(int room) {
    if (room == capacity) {
      return;
    }
    capacity = room;
    min = new double[columns.length][room];
    max = new double[columns.length][room];
    last = new double[columns.length][room];
    broken = new boolean[columns.length][room];
    envelope = new Envelope(room);
  }

  private void joinNeighbours() {
    int half = (count + 1) / 2;
    for (int s = 0; s < columns.length; s++) {
      for (int b = 0; b < half; b++) {
        int one = 2 * b;
        int two = Math.min(2 * b + 1, count - 1);
        min[s][b] = Math.min(min[s][one], min[s][two]);
        max[s][b] = Math.max(max[s][one], max[s][two]);
        last[s][b] = last[s][two];
        broken[s][b] = broken[s][one] || broken[s][two];
      }
    }
    count = half;
    width *= 2;
  }

  /// @return false if some of the rows are not exact any more
  private boolean append(long end) {
    if (end - seen > Math.max(16 * PIECE, 4 * width)) {
      return false;
    }
    for (int s = 0; s < columns.length; s++) {
      for (long row = seen; row < end; row += PIECE) {
        int rows = (int) Math.min(PIECE, end - row);
        if (!ledger.copy(columns[s], row, rows, piece)) {
          return false;
        }
        add(s, row, rows);
      }
    }
    count = (int) Math.ceilDiv(end - start, width);
    seen = end;
    return true;
  }

  private void add(int s, long firstRow, int rows) {
    for (int i = 0; i < rows; i++) {
      long row = firstRow + i;
      int bucket = (int) ((row - start) / width);
      if ((row - start) % width == 0) {
        min[s][bucket] = Double.POSITIVE_INFINITY;
        max[s][bucket] = Double.NEGATIVE_INFINITY;
        broken[s][bucket] = false;
      }
      double value = piece[i];
      last[s][bucket] = value;
      if (Double.isFinite(value)) {
        min[s][bucket] = Math.min(min[s][bucket], value);
        max[s][bucket] = Math.max(max[s][bucket], value);
      } else {
        broken[s][bucket] = true;
      }
    }
  }

  private void readAll(long end) {
    for (int s = 0; s < columns.length; s++) {
      Arrays.fill(broken[s], false);
      ledger.envelope(columns[s], start, start + capacity * width, envelope);
      for (int b = 0; b < capacity; b++) {
        min[s][b] = envelope.min(b);
        max[s][b] = envelope.max(b);
        last[s][b] = envelope.last(b);
        broken[s][b] = envelope.broken(b);
      }
    }
    count = (int) Math.ceilDiv(end - start, width);
    seen = end;
  }
}
