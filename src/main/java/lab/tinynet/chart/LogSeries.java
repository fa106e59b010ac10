package lab.tinynet.chart;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import lab.tinynet.telemetry.Ledger;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// Some series of one of a log's two tables, decimated for a chart and tied to their steps.
abstract sealed class LogSeries {
  /// The log of no run, before there is one.
  static final RunLog NO_LOG = new RunLog(List.of());

  private static final String NOTHING = "–";

  final Ledger ledger;
  final Decimated data;
  private final int[] columns;
  private final double[] one = new double[1];
  private OptionalLong standing = OptionalLong.empty();

  private LogSeries(Ledger ledger, Decimated data, int[] columns) {
    this.ledger = ledger;
    this.data = data;
    this.columns = columns.clone();
  }

  /// Series measured at every step: row i belongs to step i + 1.
  static LogSeries ofSteps(RunLog log, int... columns) {
    return new OfSteps(log.steps(), columns);
  }

  /// Series measured at every probe.
  static LogSeries ofProbes(RunLog log, int... columns) {
    int[] all = new int[columns.length + 1];
    System.arraycopy(columns, 0, all, 0, columns.length);
    all[columns.length] = log.column(Quantity.PROBE_STEP);
    return new OfProbes(log.probes(), all);
  }

  /// Reads what is new; returns whether anything is.
  abstract boolean update(StepAxis axis, double width);

  /// The step at which a bucket's last value stands.
  abstract double step(int bucket);

  /// The row that holds what was known at a step: −1 if none, −2 if it is not exact any more.
  abstract long rowAt(long step);

  /// The bucket that holds it.
  abstract int bucketAt(long step);

  Decimated data() {
    return data;
  }

  /// The place of a bucket; NaN if it lies outside the axis.
  double x(int bucket, PlotFrame frame, StepAxis axis) {
    double step = step(bucket);
    return step < axis.from() || step > axis.to() ? Double.NaN : frame.x(axis, step);
  }

  /// Says where the run stands; empty for its end.
  void stand(OptionalLong step) {
    standing = step;
  }

  /// Whether the run stands before its last known step.
  boolean stands() {
    return standing.isPresent();
  }

  /// The value of a series where the run stands, a probe's until the next probe; NaN while there is
  /// none.
  double now(int series) {
    if (standing.isEmpty()) {
      return data.count() == 0 ? Double.NaN : data.last(series, data.count() - 1);
    }
    long row = rowAt(standing.getAsLong());
    if (row >= 0 && row < ledger.length() && ledger.copy(columns[series], row, 1, one)) {
      return one[0];
    }
    int bucket = bucketAt(standing.getAsLong());
    return row == -1 || bucket < 0 || bucket >= data.count()
        ? Double.NaN
        : data.last(series, bucket);
  }

  /// Whether anything has been measured where the run stands.
  boolean known() {
    return standing.isEmpty() ? data.count() > 0 : rowAt(standing.getAsLong()) != -1;
  }

  /// The same value in words.
  String now(int series, DoubleFunction<String> format) {
    return known() ? format.apply(now(series)) : NOTHING;
  }

  /// Whether that value is a measured one that is not finite.
  boolean broken(int series) {
    return known() && !Double.isFinite(now(series));
  }

  /// The place where the run stands, of one that has gone back; NaN outside the axis.
  double nowX(PlotFrame frame, StepAxis axis) {
    long step = standing.orElse(Long.MAX_VALUE);
    return step < axis.from() || step > axis.to() ? Double.NaN : frame.x(axis, (double) step);
  }

  /// Whether there is any value at all, finite or not.
  boolean isEmpty() {
    return data.count() == 0;
  }

  /// Whether a series has ever been finite. One that never was doesn't exist, such as the accuracy
  /// of a regression.
  boolean exists(int series) {
    for (int bucket = 0; bucket < data.count(); bucket++) {
      if (data.min(series, bucket) <= data.max(series, bucket)) {
        return true;
      }
    }
    return false;
  }

  /// The value of a series at a step in words: exact, or smallest … largest of its bucket.
  String at(long step, int series, DoubleFunction<String> format) {
    long row = rowAt(step);
    if (row >= 0 && row < ledger.length() && ledger.copy(columns[series], row, 1, one)) {
      return format.apply(one[0]);
    }
    int bucket = bucketAt(step);
    if (row == -1 || bucket < 0 || bucket >= data.count()) {
      return NOTHING;
    }
    double min = data.min(series, bucket);
    double max = data.max(series, bucket);
    if (!(min <= max)) {
      return format.apply(data.last(series, bucket));
    }
    String range = min == max ? format.apply(min) : format.apply(min) + " … " + format.apply(max);
    return data.broken(series, bucket) ? range + ", NaN / ∞" : range;
  }

  private static final class OfSteps extends LogSeries {
    OfSteps(Ledger ledger, int[] columns) {
      super(ledger, new Decimated(columns), columns);
    }

    @Override
    boolean update(StepAxis axis, double width) {
      return data.update(ledger, Math.max(0, axis.from() - 1), axis.to(), width);
    }

    @Override
    double step(int bucket) {
      return data.lastRow(bucket) + 1.0;
    }

    @Override
    long rowAt(long step) {
      long row = step - 1;
      if (row < 0 || row >= ledger.length()) {
        return -1;
      }
      return row >= ledger.exactFrom() ? row : -2;
    }

    @Override
    int bucketAt(long step) {
      return data.bucketOf(step - 1);
    }
  }

  private static final class OfProbes extends LogSeries {
    private final int stepSeries;
    private final int stepColumn;
    private final double[] probed = new double[1];

    OfProbes(Ledger ledger, int[] columns) {
      super(ledger, new Decimated(columns), columns);
      this.stepSeries = columns.length - 1;
      this.stepColumn = columns[stepSeries];
    }

    @Override
    boolean update(StepAxis axis, double width) {
      long from = axis.from() == 0 ? 0 : Math.max(0, rowAt(axis.from()));
      return data.update(ledger, from, Math.max(from + 1, ledger.length()), width);
    }

    @Override
    double step(int bucket) {
      return data.last(stepSeries, bucket);
    }

    @Override
    long rowAt(long step) {
      long low = ledger.exactFrom();
      long high = ledger.length() - 1;
      if (high < low || stepOf(low) > step) {
        return low == 0 ? -1 : -2;
      }
      while (low < high) {
        long middle = (low + high + 1) / 2;
        if (stepOf(middle) <= step) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }

    @Override
    int bucketAt(long step) {
      int bucket = 0;
      while (bucket < data.count() - 1 && step(bucket) < step) {
        bucket++;
      }
      return bucket;
    }

    /// Infinite for a row that has been overwritten meanwhile, which counts as later.
    private double stepOf(long row) {
      return ledger.copy(stepColumn, row, 1, probed) ? probed[0] : Double.POSITIVE_INFINITY;
    }
  }
}
