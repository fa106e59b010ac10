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
  private volatile Blocks blocks;

  @SuppressWarnings("UnusedVariable") // read and written through LENGTH
  private long length;

  /// @param columns numbers in a row
  /// @param exactRows how many of the newest rows stay exact, at least
  public Ledger(int columns, long exactRows) {
    this.columns = columns;
    this.ring = new double[Math.toIntExact(Math.ceilDiv(exactRows, (long) CHUNK)) + 2][];
    this.blocks = new Blocks(columns, BLOCK);
    if ((long) ring.length * columns * CHUNK * Double.BYTES <= EAGER_BYTES) {
      for (int i = 0; i < ring.length; i++) {
        ring[i] = new double[columns * CHUNK];
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
    System.arraycopy(row, 0, open, inChunk * columns, columns);
    LENGTH.setRelease(this, at + 1);
    if ((at + 1) % BLOCK == 0) {
      summarise(at + 1);
    }
  }

  private void startChunk(long at) {
    int slot = (int) (at / CHUNK % ring.length);
    if (ring[slot] == null) {
      ring[slot] = new double[columns * CHUNK];
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
      for (int i = 0, at = inChunk * columns + column; i < part; i++, at += columns) {
        into[done + i] = chunk[at];
      }
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
    // In this order: what is not exact any more has been summarised before the blocks are asked.
    long exact = Math.max(from, exactFrom());
    Blocks now = blocks;
    int closed = now.summarised(length());
    if (width >= 2 * now.span) {
      exact = Math.max(exact, Math.min((long) now.count * now.span, end / now.span * now.span));
    }
    exact = Math.min(exact, end);
    addBlocks(now, closed, column, from, from, exact, width, envelope);
    for (long row = exact; row < end; row += Envelope.BUFFER) {
      long stop = Math.min(row + Envelope.BUFFER, end);
      if (!addRows(column, from, row, stop, width, envelope)) {
        Blocks later = blocks;
        int summarised = later.summarised(length());
        addBlocks(later, summarised, column, from, row, stop, width, envelope);
      }
    }
  }

  /// Adds what the first `closed` blocks say of the rows `start … stop − 1`.
  private static void addBlocks(
      Blocks now,
      int closed,
      int column,
      long from,
      long start,
      long stop,
      double width,
      Envelope envelope) {
    if (stop <= start) {
      return;
    }
    int last = (int) Math.min(closed, Math.ceilDiv(stop, (long) now.span));
    for (int block = (int) (start / now.span); block < last; block++) {
      int at = column * MAX_BLOCKS + block;
      long first = Math.max((long) block * now.span, start);
      long end = Math.min((block + 1L) * now.span, stop);
      int firstBucket = (int) ((first - from) / width);
      int lastBucket = (int) ((end - 1 - from) / width);
      for (int bucket = firstBucket; bucket <= lastBucket; bucket++) {
        envelope.add(bucket, now.min[at], now.max[at], now.last[at], now.broken[at]);
      }
    }
  }

  /// @return false, and nothing is added, if the rows are not exact any more
  private boolean addRows(
      int column, long from, long start, long stop, double width, Envelope envelope) {
    double[] buffer = envelope.buffer();
    int count = (int) (stop - start);
    if (!copy(column, start, count, buffer)) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      envelope.add((int) ((start + i - from) / width), buffer[i]);
    }
    return true;
  }

  private long firstExact(long published) {
    long keptChunks = ring.length - 1L;
    long chunksStarted = Math.ceilDiv(published, (long) CHUNK);
    return Math.max(0, (chunksStarted - keptChunks) * CHUNK);
  }

  /// Takes the newest [#BLOCK] rows into the block that is open. A block may be wider than the rows
  /// that are still exact, so it is filled piece by piece.
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer; the count publishes the block
  private void summarise(long end) {
    Blocks now = blocks;
    if (now.count == MAX_BLOCKS) {
      now = now.merged();
      blocks = now;
    }
    long start = end - BLOCK;
    boolean opens = start % now.span == 0;
    for (int c = 0; c < columns; c++) {
      int first = (int) (start % CHUNK) * columns + c;
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      double check = 0;
      for (int at = first; at < first + BLOCK * columns; at += columns) {
        double value = open[at];
        min = value < min ? value : min;
        max = value > max ? value : max;
        check += 0 * value; // NaN as soon as one value is not finite
      }
      boolean broken = Double.isNaN(check);
      if (broken) {
        min = finiteExtreme(first, Double.POSITIVE_INFINITY, false);
        max = finiteExtreme(first, Double.NEGATIVE_INFINITY, true);
      }
      double last = open[first + (BLOCK - 1) * columns];
      if (opens) {
        now.set(c, now.count, min, max, last, broken);
      } else {
        now.extend(c, now.count, min, max, last, broken);
      }
    }
    if (end % now.span == 0) {
      now.count++;
    }
  }

  private double finiteExtreme(int first, double worst, boolean largest) {
    double extreme = worst;
    for (int at = first; at < first + BLOCK * columns; at += columns) {
      double value = open[at];
      if (Double.isFinite(value)) {
        extreme = largest ? Math.max(extreme, value) : Math.min(extreme, value);
      }
    }
    return extreme;
  }

  /// The summaries of all blocks since the beginning; `count` of them are complete.
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

    /// How many blocks say something: the complete ones and, when it has begun, the open one.
    int summarised(long length) {
      int complete = count;
      boolean begun = complete < MAX_BLOCKS && length - (long) complete * span >= BLOCK;
      return begun ? complete + 1 : complete;
    }

    void extend(int column, int block, double low, double high, double end, boolean isBroken) {
      int at = column * MAX_BLOCKS + block;
      set(
          column,
          block,
          Math.min(min[at], low),
          Math.max(max[at], high),
          end,
          broken[at] || isBroken);
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
