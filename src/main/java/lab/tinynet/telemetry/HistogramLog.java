package lab.tinynet.telemetry;

import java.lang.invoke.VarHandle;

/// How the outputs of every layer were distributed on the probe set, probe after probe, in bounded
/// memory: when the log is full every second row goes, and from then on only every second probe is
/// kept, which spares the writer from making the others.
///
/// One thread appends, any thread reads. A row is `layers × WIDTH` numbers; see the offsets.
public final class HistogramLog {
  /// Number of bins, equally wide from minimum to maximum.
  public static final int BINS = 32;

  /// Offsets of a layer's numbers: smallest and largest output, mean, standard deviation, then the
  /// counts.
  public static final int MIN = 0;

  public static final int MAX = 1;
  public static final int MEAN = 2;
  public static final int STD = 3;
  public static final int COUNTS = 4;

  /// Numbers of one layer in a row.
  public static final int WIDTH = COUNTS + BINS;

  private static final int CAPACITY = 1024;

  private final int rowWidth;
  private final float[] rows;
  private final long[] steps = new long[CAPACITY];
  private int count;
  private long probes;
  private int stride = 1;
  private volatile int version;
  private volatile long published;

  public HistogramLog(int layers) {
    this.rowWidth = layers * WIDTH;
    this.rows = new float[CAPACITY * rowWidth];
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
    if (count == CAPACITY) {
      for (int i = 0; 2 * i < CAPACITY; i++) {
        System.arraycopy(rows, 2 * i * rowWidth, rows, i * rowWidth, rowWidth);
        steps[i] = steps[2 * i];
      }
      count = CAPACITY / 2;
      stride *= 2;
    }
    System.arraycopy(row, 0, rows, count * rowWidth, rowWidth);
    steps[count] = step;
    count++;
    probes++;
    VarHandle.fullFence();
    version++;
    published = probes;
  }

  /// Number of probes so far, kept or not: whether there is anything new.
  public long probes() {
    return published;
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
      int before = version;
      VarHandle.loadLoadFence();
      if ((before & 1) == 0) {
        int copied = tryRead(fromStep, toStep, spacing, intoSteps, into);
        VarHandle.loadLoadFence();
        if (version == before) {
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
