package lab.tinynet.telemetry;

import java.util.Arrays;
import lab.tinynet.spec.Promise;
import lab.tinynet.spec.Promise.Claim;

/// Measures in a run's log what a preset promises.
public final class PromiseCheck {
  private static final int NEWEST = 100;

  private PromiseCheck() {}

  /// Whether all claims hold in the log as it is.
  public static boolean kept(Promise promise, RunLog log) {
    return promise.claims().stream().allMatch(claim -> claim.kept(measured(claim, log)));
  }

  /// What a claim speaks of; NaN where it was not measured.
  public static double measured(Claim claim, RunLog log) {
    int layer = claim.layer().orElse(1) - 1;
    return switch (claim.measure()) {
      case DIVERGED -> divergedAt(log);
      case TRAIN_ACCURACY -> last(log, log.column(Quantity.TRAIN_ACCURACY));
      case TEST_ACCURACY -> last(log, log.column(Quantity.TEST_ACCURACY));
      case TRAIN_LOSS -> last(log, log.column(Quantity.TRAIN_LOSS));
      case TEST_LOSS -> last(log, log.column(Quantity.TEST_LOSS));
      case DEAD_SHARE -> share(log, Quantity.DEAD_UNITS, layer);
      case SATURATED_SHARE -> share(log, Quantity.SATURATED_UNITS, layer);
      case GRADIENT_PEAK -> peak(log, log.column(Quantity.RAW_NORM, layer));
      case GRADIENT_RATIO -> ratio(log);
    };
  }

  private static double divergedAt(RunLog log) {
    return log.events().since(0).stream()
        .filter(Event.Diverged.class::isInstance)
        .mapToDouble(Event::step)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double last(RunLog log, int column) {
    long rows = log.probes().length();
    return rows == 0 ? Double.NaN : log.probes().get(rows - 1, column);
  }

  private static double share(RunLog log, Quantity quantity, int layer) {
    return last(log, log.column(quantity, layer)) / log.layers().get(layer).units();
  }

  private static double peak(RunLog log, int column) {
    Envelope whole = new Envelope(1);
    log.steps().envelope(column, 0, log.steps().length(), whole);
    return whole.max(0);
  }

  private static double ratio(RunLog log) {
    int rows = (int) Math.min(NEWEST, log.steps().length());
    if (rows == 0) {
      return Double.NaN;
    }
    long from = log.steps().length() - rows;
    int first = log.column(Quantity.RAW_NORM, 0);
    int last = log.column(Quantity.RAW_NORM, log.layers().size() - 1);
    double[] ratios = new double[rows];
    for (int i = 0; i < rows; i++) {
      ratios[i] = log.steps().get(from + i, first) / log.steps().get(from + i, last);
    }
    Arrays.sort(ratios);
    return ratios[rows / 2];
  }
}
