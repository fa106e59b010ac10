package lab.tinynet.telemetry;

import java.lang.invoke.VarHandle;

/// Rows of numbers, one a probe, in bounded memory: when the log is full every second row goes, and
/// from then on only every second probe is kept, which spares the writer from making the others.
///
/// One thread appends, any thread reads.
public final class RowLog {
  private static final int CAPACITY = 1024;

  private final int rowWidth;
  private final float[] rows;
  private final long[] steps;

  /// This log, or the one that it is a view of.
  private final RowLog source;

  /// The last step and the number of probes of a view.
  private final long lastStep;
  private final long mostProbes;

  private int count;

  /// How many rows there would be before the first one, if they had not been left out.
  private int missing;

  private long probes;
  private int stride = 1;
  private volatile int version;
  private volatile long published;

  /// @param rowWidth numbers of a row
  public RowLog(int rowWidth) {
    this(rowWidth, 0);
  }

  /// A log whose first probes have been left out; it thins itself as if they were there.
  ///
  /// @param firstProbe how many probes have been left out
  public RowLog(int rowWidth, long firstProbe) {
    this.rowWidth = rowWidth;
    this.rows = new float[CAPACITY * rowWidth];
    this.steps = new long[CAPACITY];
    this.source = this;
    this.lastStep = Long.MAX_VALUE;
    this.mostProbes = Long.MAX_VALUE;
    while (Math.ceilDiv(firstProbe, (long) stride) > CAPACITY) {
      stride *= 2;
    }
    this.missing = (int) Math.ceilDiv(firstProbe, (long) stride);
    this.probes = firstProbe;
    this.published = firstProbe;
  }

  private RowLog(RowLog source, long lastStep, long mostProbes) {
    this.rowWidth = source.rowWidth;
    this.rows = source.rows;
    this.steps = source.steps;
    this.source = source;
    this.lastStep = lastStep;
    this.mostProbes = mostProbes;
  }

  /// A log with the first probes of this one, that can be appended to in its own way. It is thinned
  /// as this one is by now. Writer thread only.
  ///
  /// @param step of the last probe, at most
  /// @param probeCount how many probes there had been by then
  public RowLog continuedFrom(long step, long probeCount) {
    RowLog copy = new RowLog(rowWidth);
    while (copy.count < count && steps[copy.count] <= step) {
      copy.steps[copy.count] = steps[copy.count];
      copy.count++;
    }
    System.arraycopy(rows, 0, copy.rows, 0, copy.count * rowWidth);
    copy.missing = missing;
    copy.stride = stride;
    copy.probes = probeCount;
    copy.published = probeCount;
    return copy;
  }

  /// A view of the probes up to a step, for any thread that reads.
  ///
  /// @param step of the last probe, at most
  /// @param probeCount how many probes there had been by then
  public RowLog until(long step, long probeCount) {
    return new RowLog(source, Math.min(step, lastStep), Math.min(probeCount, mostProbes));
  }

  public int rowWidth() {
    return rowWidth;
  }

  /// Whether the row of the next probe will be kept; if not, [#skip] it without making it. Writer
  /// thread only.
  public boolean keepsNext() {
    return probes % stride == 0;
  }

  /// Counts a probe whose row is not kept. Writer thread only.
  public void skip() {
    probes++;
    published = probes;
  }

  /// Appends the row of one probe that [#keepsNext]. Writer thread only.
  ///
  /// @param step number of updates done
  /// @param row `rowWidth` numbers; copied
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer; the version tells readers of a change
  public void append(long step, float[] row) {
    version++;
    VarHandle.fullFence();
    if (missing + count == CAPACITY) {
      thin();
    }
    System.arraycopy(row, 0, rows, count * rowWidth, rowWidth);
    steps[count] = step;
    count++;
    probes++;
    VarHandle.fullFence();
    version++;
    published = probes;
  }

  /// Drops every second row, counted from the first probe of the run.
  private void thin() {
    int kept = 0;
    for (int i = missing % 2; i < count; i += 2) {
      System.arraycopy(rows, i * rowWidth, rows, kept * rowWidth, rowWidth);
      steps[kept] = steps[i];
      kept++;
    }
    missing = Math.ceilDiv(missing, 2);
    count = kept;
    stride *= 2;
  }

  /// Number of probes so far, kept or not: whether there is anything new.
  public long probes() {
    return Math.min(mostProbes, source.published);
  }

  /// Copies rows with steps in `fromStep … toStep`: the first row at or after every multiple of
  /// `spacing`, so that the choice stays the same while the log grows, and the newest row. Copies
  /// no more than `intoSteps` has room for.
  ///
  /// @param spacing steps, at least 1
  /// @param intoSteps receives the steps, ascending
  /// @param into receives the rows one after the other
  /// @return how many rows were copied
  public int read(long fromStep, long toStep, long spacing, long[] intoSteps, float[] into) {
    while (true) {
      int before = source.version;
      VarHandle.loadLoadFence();
      if ((before & 1) == 0) {
        long last = Math.min(toStep, lastStep);
        int copied = source.tryRead(fromStep, last, spacing, intoSteps, into);
        VarHandle.loadLoadFence();
        if (source.version == before) {
          return copied;
        }
      }
      Thread.onSpinWait();
    }
  }

  private int tryRead(long fromStep, long toStep, long spacing, long[] intoSteps, float[] into) {
    int first = 0;
    int end = Math.min(count, CAPACITY);
    while (first < end && steps[first] < fromStep) {
      first++;
    }
    while (end > first && steps[end - 1] > toStep) {
      end--;
    }
    int copied = 0;
    long due = Math.ceilDiv(fromStep, spacing) * spacing;
    for (int i = first; i < end; i++) {
      boolean newest = i == end - 1;
      boolean room = copied < intoSteps.length - (newest ? 0 : 1);
      if (room && (steps[i] >= due || newest)) {
        intoSteps[copied] = steps[i];
        System.arraycopy(rows, i * rowWidth, into, copied * rowWidth, rowWidth);
        copied++;
        due = (steps[i] / spacing + 1) * spacing;
      }
    }
    return copied;
  }
}
