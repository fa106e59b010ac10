package lab.tinynet.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// An append-only table of numbers with one published length, in bounded memory.
///
/// The newest rows are exact; of older ones minimum, maximum and last of every block of rows
/// remain, and blocks are merged in pairs as the table grows. One thread appends, any thread reads,
/// nobody waits: the chunks of the newest rows are recycled in a ring, and a reader checks after
/// copying that the writer has not come round to what it read.
///
/// Appending allocates nothing once the ring is full, but for the rare merging of the blocks (each
/// time the table has doubled).
public final class Ledger {
  private static final int CHUNK = 4096;
  /// Columns of a chunk are this far apart: not a power of two, or all of them would compete for
  /// the same few lines of the processor's cache.
  private static final int STRIDE = CHUNK + 24;

  private static final int BLOCK = 64;

  /// A ring of up to so many bytes is made at once, a larger one as it fills.
  private static final long EAGER_BYTES = 8L << 20;

  private static final int MAX_BLOCKS = 4096;
  private static final VarHandle LENGTH;

  static {
    try {
      LENGTH = MethodHandles.lookup().findVarHandle(Ledger.class, "length", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int columns;
  private final double[][] ring;
  private double[] open = {};
  private final double[] openMin;
  private final double[] openMax;
  private final double[] openLast;
  private final boolean[] openBroken;
  private volatile Blocks blocks;

  @SuppressWarnings("UnusedVariable") // read and written through LENGTH
  private long length;

  /// @param columns numbers in a row
  /// @param exactRows how many of the newest rows stay exact, at least
  public Ledger(int columns, long exactRows) {
    this.columns = columns;
    this.ring = new double[Math.toIntExact(Math.ceilDiv(exactRows, (long) CHUNK)) + 2][];
    this.blocks = new Blocks(columns, BLOCK);
    this.openMin = new double[columns];
    this.openMax = new double[columns];
    this.openLast = new double[columns];
    this.openBroken = new boolean[columns];
    clearOpenBlock();
    if ((long) ring.length * columns * STRIDE * Double.BYTES <= EAGER_BYTES) {
      for (int i = 0; i < ring.length; i++) {
        ring[i] = new double[columns * STRIDE];
      }
    }
  }

  public int columns() {
    return columns;
  }

  /// Number of rows published so far.
  public long length() {
    return (long) LENGTH.getAcquire(this);
  }

  /// The first row that is still exact.
  public long exactFrom() {
    return firstExact(length());
  }

  /// Appends one row. Writer thread only.
  ///
  /// @param row at least `columns` numbers; copied
  public void append(double[] row) {
    long at = (long) LENGTH.get(this);
    int inChunk = (int) (at % CHUNK);
    if (inChunk == 0) {
      startChunk(at);
    }
    double[] chunk = open;
    for (int c = 0, place = inChunk; c < columns; c++, place += STRIDE) {
      chunk[place] = row[c];
    }
    LENGTH.setRelease(this, at + 1);
    if (((at + 1) & (BLOCK - 1)) == 0) {
      addToBlock(at + 1);
    }
  }

  private void startChunk(long at) {
    int slot = (int) (at / CHUNK % ring.length);
    if (ring[slot] == null) {
      ring[slot] = new double[columns * STRIDE];
    }
    open = ring[slot];
  }

  /// One number.
  ///
  /// @throws IndexOutOfBoundsException if the row is not published, or no longer exact
  public double get(long row, int column) {
    double[] one = new double[1];
    if (!copy(column, row, 1, one)) {
      throw new IndexOutOfBoundsException("row " + row + " is not exact any more");
    }
    return one[0];
  }

  /// Copies a run of exact rows of one column.
  ///
  /// @return false if some of the rows are older than the exact ones; then nothing in `into` counts
  /// @throws IndexOutOfBoundsException if a row is not published yet
  public boolean copy(int column, long from, int count, double[] into) {
    if (from < 0 || from + count > length()) {
      throw new IndexOutOfBoundsException("rows " + from + " … " + (from + count));
    }
    if (from < exactFrom()) {
      return false;
    }
    int done = 0;
    while (done < count) {
      long row = from + done;
      double[] chunk = ring[(int) (row / CHUNK % ring.length)];
      int inChunk = (int) (row % CHUNK);
      int part = Math.min(count - done, CHUNK - inChunk);
      System.arraycopy(chunk, column * STRIDE + inChunk, into, done, part);
      done += part;
    }
    VarHandle.loadLoadFence();
    return from >= exactFrom();
  }

  /// Summarises the rows `from … to − 1` of one column in buckets of equal width, as a chart of as
  /// many pixel columns needs them: spikes survive in minimum and maximum.
  ///
  /// @param envelope receives `envelope.buckets()` buckets
  public void envelope(int column, long from, long to, Envelope envelope) {
    envelope.clear();
    long end = Math.min(to, length());
    if (from < 0 || end <= from) {
      return;
    }
    double width = (to - from) / (double) envelope.buckets();
    long exact = Math.max(from, exactFrom());
    if (width >= 2 * blocks.span) {
      exact = Math.max(exact, end / blocks.span * blocks.span);
    }
    addBlocks(column, from, Math.min(exact, end), width, envelope);
    addRows(column, from, exact, end, width, envelope);
  }

  private void addBlocks(int column, long from, long to, double width, Envelope envelope) {
    Blocks now = blocks;
    int count = now.count;
    int last = (int) Math.min(count, Math.ceilDiv(to, (long) now.span));
    for (int block = (int) (from / now.span); block < last; block++) {
      int at = column * MAX_BLOCKS + block;
      long start = Math.max((long) block * now.span, from);
      long stop = Math.min((block + 1L) * now.span, to);
      int firstBucket = (int) ((start - from) / width);
      int lastBucket = (int) ((stop - 1 - from) / width);
      for (int bucket = firstBucket; bucket <= lastBucket; bucket++) {
        envelope.add(bucket, now.min[at], now.max[at], now.last[at], now.broken[at]);
      }
    }
  }

  private void addRows(
      int column, long from, long start, long end, double width, Envelope envelope) {
    double[] buffer = envelope.buffer();
    for (long row = start; row < end; row += buffer.length) {
      int count = (int) Math.min(buffer.length, end - row);
      if (!copy(column, row, count, buffer)) {
        continue;
      }
      for (int i = 0; i < count; i++) {
        envelope.add((int) ((row + i - from) / width), buffer[i]);
      }
    }
  }

  private long firstExact(long published) {
    long keptChunks = ring.length - 1L;
    long chunksStarted = Math.ceilDiv(published, (long) CHUNK);
    return Math.max(0, (chunksStarted - keptChunks) * CHUNK);
  }

  /// Adds the last [#BLOCK] rows, which lie in one chunk, to the open block, and completes it when
  /// it has its span.
  private void addToBlock(long end) {
    double[] chunk = open;
    int last = (int) ((end - 1) % CHUNK);
    for (int c = 0; c < columns; c++) {
      summarise(chunk, c * STRIDE + last - BLOCK + 1, c);
    }
    if (end % blocks.span == 0) {
      closeBlock(end);
    }
  }

  private void summarise(double[] values, int from, int column) {
    double min = openMin[column];
    double max = openMax[column];
    double sum = 0;
    for (int i = from; i < from + BLOCK; i++) {
      double value = values[i];
      min = value < min ? value : min;
      max = value > max ? value : max;
      sum += 0 * value; // NaN as soon as one value is not finite
    }
    if (Double.isNaN(sum)) {
      summariseFinite(values, from, column);
    } else {
      openMin[column] = min;
      openMax[column] = max;
    }
    openLast[column] = values[from + BLOCK - 1];
  }

  private void summariseFinite(double[] values, int from, int column) {
    for (int i = from; i < from + BLOCK; i++) {
      if (Double.isFinite(values[i])) {
        openMin[column] = Math.min(openMin[column], values[i]);
        openMax[column] = Math.max(openMax[column], values[i]);
      } else {
        openBroken[column] = true;
      }
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer; the count publishes the block
  private void closeBlock(long end) {
    Blocks now = blocks;
    if (now.count == MAX_BLOCKS) {
      now = now.merged();
      blocks = now;
      if (end % now.span != 0) {
        return;
      }
    }
    for (int c = 0; c < columns; c++) {
      now.set(c, now.count, openMin[c], openMax[c], openLast[c], openBroken[c]);
    }
    now.count++;
    clearOpenBlock();
  }

  private void clearOpenBlock() {
    Arrays.fill(openMin, Double.POSITIVE_INFINITY);
    Arrays.fill(openMax, Double.NEGATIVE_INFINITY);
    Arrays.fill(openBroken, false);
  }

  /// The summaries of all complete blocks since the beginning.
  private static final class Blocks {
    private final int columns;
    private final int span;
    private final double[] min;
    private final double[] max;
    private final double[] last;
    private final boolean[] broken;
    private volatile int count;

    Blocks(int columns, int span) {
      this.columns = columns;
      this.span = span;
      this.min = new double[columns * MAX_BLOCKS];
      this.max = new double[columns * MAX_BLOCKS];
      this.last = new double[columns * MAX_BLOCKS];
      this.broken = new boolean[columns * MAX_BLOCKS];
      Arrays.fill(last, Double.NaN);
    }

    void set(int column, int block, double low, double high, double end, boolean isBroken) {
      int at = column * MAX_BLOCKS + block;
      min[at] = low;
      max[at] = high;
      last[at] = end;
      broken[at] = isBroken;
    }

    Blocks merged() {
      Blocks wider = new Blocks(columns, 2 * span);
      for (int c = 0; c < columns; c++) {
        for (int b = 0; b < count / 2; b++) {
          int one = c * MAX_BLOCKS + 2 * b;
          int two = one + 1;
          wider.set(
              c,
              b,
              Math.min(min[one], min[two]),
              Math.max(max[one], max[two]),
              last[two],
              broken[one] || broken[two]);
        }
      }
      wider.count = count / 2;
      return wider;
    }
  }
}
