package lab.tinynet.telemetry;

import java.util.Arrays;

/// Minimum, maximum and last value of every block of rows of a [Ledger] since its beginning; what
/// remains of rows that are not exact any more. A block of which nothing is known is empty.
///
/// Written by the ledger's writer; the count publishes a block.
final class LedgerBlocks {
  static final int MOST = 4096;

  private final int columns;

  /// Rows in a block.
  final int span;

  private final double[] min;
  private final double[] max;
  private final double[] last;
  private final boolean[] broken;
  private volatile int count;

  /// @param span rows in a block
  LedgerBlocks(int columns, int span) {
    this.columns = columns;
    this.span = span;
    this.min = new double[columns * MOST];
    this.max = new double[columns * MOST];
    this.last = new double[columns * MOST];
    this.broken = new boolean[columns * MOST];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
    Arrays.fill(last, Double.NaN);
  }

  /// Blocks for a ledger whose first rows have been left out: as wide as they would be by now, and
  /// empty.
  static LedgerBlocks startingAt(int columns, int finest, long row) {
    int span = finest;
    while (row / span >= MOST) {
      span *= 2;
    }
    LedgerBlocks blocks = new LedgerBlocks(columns, span);
    blocks.count = (int) (row / span);
    return blocks;
  }

  /// How many blocks are complete.
  int count() {
    return count;
  }

  /// Takes more rows into the open block.
  void extend(int column, double low, double high, double end, boolean isBroken) {
    int at = column * MOST + count;
    min[at] = Math.min(min[at], low);
    max[at] = Math.max(max[at], high);
    last[at] = end;
    broken[at] |= isBroken;
  }

  /// Completes the open block if it ends before this row.
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void close(long row) {
    if (row % span == 0) {
      count++;
    }
  }

  /// How many blocks say something: the complete ones and, when it has begun, the open one.
  ///
  /// @param length rows in the ledger
  /// @param finest rows after which the open block is extended
  int summarised(long length, int finest) {
    int complete = count;
    boolean begun = complete < MOST && length - (long) complete * span >= finest;
    return begun ? complete + 1 : complete;
  }

  /// Adds a block to the buckets of an envelope.
  void addTo(Envelope envelope, int column, int block, int firstBucket, int lastBucket) {
    int at = column * MOST + block;
    boolean empty = min[at] > max[at] && !broken[at];
    for (int bucket = firstBucket; bucket <= lastBucket && !empty; bucket++) {
      envelope.add(bucket, min[at], max[at], last[at], broken[at]);
    }
  }

  /// The same with pairs of blocks made one, when all are in use.
  LedgerBlocks merged() {
    LedgerBlocks wider = new LedgerBlocks(columns, 2 * span);
    for (int c = 0; c < columns; c++) {
      for (int b = 0; b < count / 2; b++) {
        int to = c * MOST + b;
        int one = c * MOST + 2 * b;
        int two = one + 1;
        wider.min[to] = Math.min(min[one], min[two]);
        wider.max[to] = Math.max(max[one], max[two]);
        wider.last[to] = last[two];
        wider.broken[to] = broken[one] || broken[two];
      }
    }
    wider.count = count / 2;
    return wider;
  }

  /// A copy of the blocks that are complete before a row.
  LedgerBlocks before(long row) {
    LedgerBlocks copy = new LedgerBlocks(columns, span);
    int kept = (int) Math.min(count, row / span);
    for (int c = 0; c < columns; c++) {
      int from = c * MOST;
      System.arraycopy(min, from, copy.min, from, kept);
      System.arraycopy(max, from, copy.max, from, kept);
      System.arraycopy(last, from, copy.last, from, kept);
      System.arraycopy(broken, from, copy.broken, from, kept);
    }
    copy.count = kept;
    return copy;
  }
}
