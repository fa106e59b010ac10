package lab.tinynet.telemetry;

import java.lang.invoke.VarHandle;

/// How the outputs of every layer were distributed on the probe set, probe after probe, in bounded
/// memory: when the log is full every second row goes, and from then on only every second probe is
/// kept (the newest is always there).
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

  public HistogramLog(int layers) {
    this.rowWidth = layers * WIDTH;
    this.rows = new float[CAPACITY * rowWidth];
  }

  public int rowWidth() {
    return rowWidth;
  }

  /// Appends the row of one probe. Writer thread only.
  ///
  /// @param step number of updates done
  /// @param row `rowWidth` numbers; copied
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer; the version tells readers of a change
  public void append(long step, float[] row) {
    version++;
    VarHandle.fullFence();
    if (count > 0 && (probes - 1) % stride != 0) {
      count--;
    }
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
  }

  /// Copies up to `most` rows with steps in `fromStep … toStep`, evenly chosen, the newest among
  /// them.
  ///
  /// @param intoSteps receives the steps
  /// @param into receives the rows one after the other
  /// @return how many rows were copied
  public int read(long fromStep, long toStep, int most, long[] intoSteps, float[] into) {
    while (true) {
      int before = version;
      VarHandle.loadLoadFence();
      if ((before & 1) == 0) {
        int copied = tryRead(fromStep, toStep, most, intoSteps, into);
        VarHandle.loadLoadFence();
        if (version == before) {
          return copied;
        }
      }
      Thread.onSpinWait();
    }
  }

  private int tryRead(long fromStep, long toStep, int most, long[] intoSteps, float[] into) {
    int available = Math.min(count, CAPACITY);
    int first = 0;
    while (first < available && steps[first] < fromStep) {
      first++;
    }
    int last = available;
    while (last > first && steps[last - 1] > toStep) {
      last--;
    }
    int found = last - first;
    int wanted = Math.min(found, most);
    for (int i = 0; i < wanted; i++) {
      int row = wanted == 1 ? last - 1 : first + (int) ((long) i * (found - 1) / (wanted - 1));
      intoSteps[i] = steps[row];
      System.arraycopy(rows, row * rowWidth, into, i * rowWidth, rowWidth);
    }
    return wanted;
  }
}
