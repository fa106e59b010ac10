package lab.tinynet.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// An append-only table of numbers with one published length, in bounded memory.
///
/// The newest rows are exact; of older ones minimum, maximum and last of every block of rows
/// remain, and blocks are merged in pairs as the table grows. One thread appends, any thread reads,
/// nobody waits: the chunks of the newest rows are recycled in a ring, and a reader checks after
/// copying that the writer has not come round to what it read.
///
/// Appending allocates nothing once the ring is full, but for the rare merging of the blocks (each
/// time the table has doubled).
///
/// A ledger can be continued in two ways at once: [#continuedFrom] copies it up to a row, and
/// shares the chunks that are full. [#until] is a view that ends at a row.
public final class Ledger {
  private static final int CHUNK = 4096;
  private static final int BLOCK = 64;

  /// A ring of up to so many bytes is made at once, a larger one as it fills.
  private static final long EAGER_BYTES = 8L << 20;

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

  /// Whose chunks belong to other ledgers too and must not be written into. Writer thread only.
  private final boolean[] shared;

  /// The rows before this one are not in the ring, whatever the length.
  private final long exactSince;

  /// This ledger, or the one that it is a view of.
  private final Ledger source;

  /// Where a view ends.
  private final long limit;

  private double[] open = {};
  private volatile LedgerBlocks blocks;

  @SuppressWarnings("UnusedVariable") // read and written through LENGTH
  private long length;

  /// @param columns numbers in a row
  /// @param exactRows how many of the newest rows stay exact, at least
  public Ledger(int columns, long exactRows) {
    this(columns, exactRows, 0);
  }

  /// A table whose first rows have been left out.
  ///
  /// @param columns numbers in a row
  /// @param exactRows how many of the newest rows stay exact, at least
  /// @param first the number of the first row that will be appended; nothing is known of those
  ///     before
  public Ledger(int columns, long exactRows, long first) {
    this.columns = columns;
    this.ring = new double[Math.toIntExact(Math.ceilDiv(exactRows, (long) CHUNK)) + 2][];
    this.shared = new boolean[ring.length];
    this.exactSince = first;
    this.source = this;
    this.limit = Long.MAX_VALUE;
    this.length = first;
    this.blocks = LedgerBlocks.startingAt(columns, BLOCK, first);
    if ((long) ring.length * columns * CHUNK * Double.BYTES <= EAGER_BYTES) {
      for (int i = 0; i < ring.length; i++) {
        ring[i] = new double[columns * CHUNK];
      }
    }
    if (first % CHUNK != 0) {
      startChunk(first);
    }
  }

  private Ledger(Ledger other, long rows) {
    this.columns = other.columns;
    this.ring = new double[other.ring.length][];
    this.shared = new boolean[ring.length];
    this.exactSince = Math.min(rows, other.exactFrom());
    this.source = this;
    this.limit = Long.MAX_VALUE;
    this.length = rows;
    this.blocks = other.blocks.before(rows);
    for (long chunk = exactSince / CHUNK; exactSince < rows && chunk * CHUNK < rows; chunk++) {
      int slot = (int) (chunk % ring.length);
      boolean full = (chunk + 1) * CHUNK <= rows;
      ring[slot] = full ? other.ring[slot] : other.ring[slot].clone();
      shared[slot] = full;
      other.shared[slot] |= full;
    }
    if (rows % CHUNK != 0) {
      startChunk(rows);
    }
    summariseFrom((long) blocks.count() * blocks.span, rows);
  }

  private Ledger(Ledger source, long limit, boolean[] shared) {
    this.columns = source.columns;
    this.ring = source.ring;
    this.shared = shared;
    this.exactSince = source.exactSince;
    this.source = source;
    this.limit = limit;
    this.blocks = source.blocks;
  }

  /// A table with the first `rows` rows of this one, that can be appended to in its own way. Those
  /// that are exact here are exact there, and of older ones it knows what this one knows; but of up
  /// to one block of rows before `rows` nothing is known if they are not exact here. Writer thread
  /// only.
  ///
  /// @param rows at most the length
  public Ledger continuedFrom(long rows) {
    return new Ledger(this, rows);
  }

  /// A view of the rows before a row, for any thread that reads. What is no longer exact is known
  /// by blocks; the last of them may reach beyond the end of the view.
  public Ledger until(long row) {
    return new Ledger(source, Math.min(row, limit), shared);
  }

  public int columns() {
    return columns;
  }

  /// Number of rows published so far.
  public long length() {
    return Math.min(limit, published());
  }

  private long published() {
    return (long) LENGTH.getAcquire(source);
  }

  /// The first row that is still exact.
  public long exactFrom() {
    return Math.min(limit, firstExact(published()));
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
    if (ring[slot] == null || shared[slot]) {
      ring[slot] = new double[columns * CHUNK];
      shared[slot] = false;
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
    LedgerBlocks now = source.blocks;
    int closed = now.summarised(published(), BLOCK);
    if (width >= 2 * now.span) {
      exact = Math.max(exact, Math.min((long) now.count() * now.span, end / now.span * now.span));
    }
    exact = Math.min(exact, end);
    addBlocks(now, closed, column, from, from, exact, width, envelope);
    for (long row = exact; row < end; row += Envelope.BUFFER) {
      long stop = Math.min(row + Envelope.BUFFER, end);
      if (!addRows(column, from, row, stop, width, envelope)) {
        LedgerBlocks later = source.blocks;
        int summarised = later.summarised(published(), BLOCK);
        addBlocks(later, summarised, column, from, row, stop, width, envelope);
      }
    }
  }

  /// Adds what the first `closed` blocks say of the rows `start … stop − 1`.
  private static void addBlocks(
      LedgerBlocks now,
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
      long first = Math.max((long) block * now.span, start);
      long end = Math.min((block + 1L) * now.span, stop);
      int firstBucket = (int) ((first - from) / width);
      int lastBucket = (int) ((end - 1 - from) / width);
      now.addTo(envelope, column, block, firstBucket, lastBucket);
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
    return Math.max(exactSince, (chunksStarted - keptChunks) * CHUNK);
  }

  /// Takes the newest [#BLOCK] rows into the block that is open. A block may be wider than the rows
  /// that are still exact, so it is filled piece by piece.
  private void summarise(long end) {
    LedgerBlocks now = blocks;
    if (now.count() == LedgerBlocks.MOST) {
      now = now.merged();
      blocks = now;
    }
    long start = Math.max(end - BLOCK, exactSince);
    double[] chunk = ring[(int) (start / CHUNK % ring.length)];
    int first = (int) (start % CHUNK) * columns;
    int stop = first + (int) (end - start) * columns;
    for (int c = 0; c < columns; c++) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      double check = 0;
      for (int at = first + c; at < stop; at += columns) {
        double value = chunk[at];
        min = value < min ? value : min;
        max = value > max ? value : max;
        check += 0 * value; // NaN as soon as one value is not finite
      }
      boolean broken = Double.isNaN(check);
      if (broken) {
        min = finiteExtreme(chunk, first + c, stop, Double.POSITIVE_INFINITY, false);
        max = finiteExtreme(chunk, first + c, stop, Double.NEGATIVE_INFINITY, true);
      }
      now.extend(c, min, max, chunk[stop - columns + c], broken);
    }
    now.close(end);
  }

  /// Summarises what a copy has of the rows after its last complete block.
  private void summariseFrom(long from, long rows) {
    for (long end = from + BLOCK; end <= rows; end += BLOCK) {
      if (end > exactSince) {
        summarise(end);
      }
    }
  }

  private double finiteExtreme(double[] chunk, int from, int stop, double worst, boolean largest) {
    double extreme = worst;
    for (int at = from; at < stop; at += columns) {
      double value = chunk[at];
      if (Double.isFinite(value)) {
        extreme = largest ? Math.max(extreme, value) : Math.min(extreme, value);
      }
    }
    return extreme;
  }
}
