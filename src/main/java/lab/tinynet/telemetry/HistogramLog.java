package lab.tinynet.telemetry;

/// How the outputs of every layer were distributed on the probe set, probe after probe, in bounded
/// memory; see [RowLog]. A row is `layers × WIDTH` numbers; see the offsets.
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

  private final RowLog rows;

  public HistogramLog(int layers) {
    this(layers, 0);
  }

  /// A log whose first probes have been left out; it thins itself as if they were there.
  ///
  /// @param firstProbe how many probes have been left out
  public HistogramLog(int layers, long firstProbe) {
    this(new RowLog(layers * WIDTH, firstProbe));
  }

  private HistogramLog(RowLog rows) {
    this.rows = rows;
  }

  /// A log with the first probes of this one, that can be appended to in its own way. It is thinned
  /// as this one is by now. Writer thread only.
  ///
  /// @param step of the last probe, at most
  /// @param probeCount how many probes there had been by then
  public HistogramLog continuedFrom(long step, long probeCount) {
    return new HistogramLog(rows.continuedFrom(step, probeCount));
  }

  /// A view of the probes up to a step, for any thread that reads.
  ///
  /// @param step of the last probe, at most
  /// @param probeCount how many probes there had been by then
  public HistogramLog until(long step, long probeCount) {
    return new HistogramLog(rows.until(step, probeCount));
  }

  public int rowWidth() {
    return rows.rowWidth();
  }

  /// Whether the row of the next probe will be kept; if not, [#skip] it without making it. Writer
  /// thread only.
  public boolean keepsNext() {
    return rows.keepsNext();
  }

  /// Counts a probe whose row is not kept. Writer thread only.
  public void skip() {
    rows.skip();
  }

  /// Appends the row of one probe that [#keepsNext]. Writer thread only.
  ///
  /// @param step number of updates done
  /// @param row `rowWidth` numbers; copied
  public void append(long step, float[] row) {
    rows.append(step, row);
  }

  /// Number of probes so far, kept or not: whether there is anything new.
  public long probes() {
    return rows.probes();
  }

  /// Copies rows, see [RowLog#read].
  ///
  /// @return how many rows were copied
  public int read(long fromStep, long toStep, long spacing, long[] intoSteps, float[] into) {
    return rows.read(fromStep, toStep, spacing, intoSteps, into);
  }
}
