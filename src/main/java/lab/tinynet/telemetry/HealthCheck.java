package lab.tinynet.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Everything that the detectors of [Detectors#TABLE] see at the end of a log. A pure function of
/// the log, so that what it says of a step can be checked by asking again of [RunLog#until].
///
/// It looks back over [#WINDOW] steps. Reading takes as long as copying that many rows: it is not
/// for the thread that paints.
public final class HealthCheck {
  /// How many of the newest steps, and of the newest probes, are looked at.
  public static final int WINDOW = 5_000;

  private final RunLog log;

  private HealthCheck(RunLog log) {
    this.log = log;
  }

  /// In the order of the table, in each rule from the input side.
  public static List<Finding> of(RunLog log) {
    var check = new HealthCheck(log);
    List<Finding> found = new ArrayList<>();
    for (DetectorRule rule : Detectors.TABLE) {
      found.addAll(check.find(rule));
    }
    return List.copyOf(found);
  }

  private List<Finding> find(DetectorRule rule) {
    if (DyingDetector.evaluates(rule)) {
      return new DyingDetector(rule).find(log).stream().map(dying -> told(rule, dying)).toList();
    }
    return switch (rule.denominator()) {
      case LAST_LAYER, FIRST_LAYER -> gradients(rule);
      case UNITS -> shares(rule);
      case BEST -> rule.quantity() == Quantity.TEST_LOSS ? overfitting(rule) : plateau(rule);
      case ONE -> diverged(rule);
    };
  }

  private static Finding told(DetectorRule rule, DyingLayer dying) {
    double value = rule.scaled(dying.dead(), dying.info());
    OptionalInt layer = OptionalInt.of(dying.layer());
    return new Finding(rule, layer, value, dying.onSince(), dying.step());
  }

  // --- gradients ---

  /// Compares the first layer that learns with the last.
  private List<Finding> gradients(DetectorRule rule) {
    int[] learning =
        IntStream.range(0, log.layers().size())
            .filter(l -> log.layers().get(l).parameters())
            .toArray();
    if (learning.length < 2) {
      return List.of();
    }
    int first = learning[0];
    Series firsts = steps(rule.quantity(), first);
    Series lasts = steps(rule.quantity(), learning[learning.length - 1]);
    boolean growing = rule.denominator() == DetectorRule.Denominator.LAST_LAYER;
    Hysteresis state = new Hysteresis(rule.stepsHeld());
    double ratio = Double.NaN;
    for (int i = 0; i < firsts.count(); i++) {
      double near = firsts.values()[i];
      double far = lasts.values()[i];
      ratio = growing ? near / far : far / near;
      boolean faint = growing || near < Detectors.VANISHING_NORM;
      state.see(firsts.steps()[i], ratio >= rule.on() && faint, !(ratio >= rule.off()) || !faint);
    }
    return found(rule, OptionalInt.of(first), state, ratio, firsts);
  }

  // --- shares of units ---

  private List<Finding> shares(DetectorRule rule) {
    List<Finding> found = new ArrayList<>();
    for (int layer = 0; layer < log.layers().size(); layer++) {
      Series series = probes(rule.quantity(), layer);
      Hysteresis state = new Hysteresis(rule.stepsHeld());
      double share = Double.NaN;
      for (int i = 0; i < series.count(); i++) {
        share = rule.scaled(series.values()[i], log.layers().get(layer));
        state.see(series.steps()[i], share >= rule.on(), share < rule.off());
      }
      found.addAll(found(rule, OptionalInt.of(layer), state, share, series));
    }
    return found;
  }

  // --- losses ---

  /// How far the test loss lies above its lowest value, while the training loss is no higher than
  /// it was there.
  private List<Finding> overfitting(DetectorRule rule) {
    Series tests = probes(Quantity.TEST_LOSS, 0);
    Series trains = probes(Quantity.TRAIN_LOSS, 0);
    Hysteresis state = new Hysteresis(rule.stepsHeld());
    double lowest = Double.POSITIVE_INFINITY;
    double trainThere = Double.POSITIVE_INFINITY;
    double above = Double.NaN;
    for (int i = 0; i < tests.count(); i++) {
      if (tests.values()[i] < lowest) {
        lowest = tests.values()[i];
        trainThere = trains.values()[i];
      }
      above = tests.values()[i] / lowest - 1;
      boolean learning = trains.values()[i] <= trainThere;
      state.see(tests.steps()[i], above > rule.on() && learning, !(above >= rule.off()));
    }
    return found(rule, OptionalInt.empty(), state, above, tests);
  }

  /// How much of the best loss before the last steps is left of the best loss in them.
  private List<Finding> plateau(DetectorRule rule) {
    Series series = probes(rule.quantity(), 0);
    Hysteresis state = new Hysteresis(rule.stepsHeld());
    double bestBefore = Double.POSITIVE_INFINITY;
    int before = 0;
    double left = Double.NaN;
    for (int i = 0; i < series.count(); i++) {
      long start = series.steps()[i] - Detectors.PLATEAU_STEPS;
      while (series.steps()[before] <= start) {
        bestBefore = Math.min(bestBefore, series.values()[before]);
        before++;
      }
      if (before == 0) {
        continue;
      }
      double best = Double.POSITIVE_INFINITY;
      for (int j = before; j <= i; j++) {
        best = Math.min(best, series.values()[j]);
      }
      left = best / bestBefore;
      state.see(series.steps()[i], left > rule.on(), !(left >= rule.off()));
    }
    return found(rule, OptionalInt.empty(), state, left, series);
  }

  // --- divergence ---

  /// The last step broke, and nobody has changed anything since.
  private List<Finding> diverged(DetectorRule rule) {
    Finding last = null;
    for (Event event : log.events().since(0)) {
      last =
          switch (event) {
            case Event.Diverged(long step, Divergence _) when step == log.length() ->
                new Finding(rule, OptionalInt.empty(), 1, step, step);
            case Event.Edited(long step, String _, String _, String _) when step == log.length() ->
                null;
            case Event.Diverged _, Event.Edited _, Event.UnitDied _, Event.UnitRevived _ -> last;
          };
    }
    return last == null ? List.of() : List.of(last);
  }

  // --- reading ---

  /// @param steps of each value
  private record Series(long[] steps, double[] values) {
    int count() {
      return values.length;
    }
  }

  private Series steps(Quantity quantity, int layer) {
    long end = log.steps().length();
    long from = Math.max(log.steps().exactFrom(), end - WINDOW);
    int count = (int) Math.max(0, end - from);
    double[] values = new double[count];
    if (!log.steps().copy(log.column(quantity, layer), from, count, values)) {
      return new Series(new long[0], new double[0]);
    }
    return new Series(IntStream.range(0, count).mapToLong(i -> from + i + 1).toArray(), values);
  }

  private Series probes(Quantity quantity, int layer) {
    Ledger ledger = log.probes();
    long end = ledger.length();
    long from = Math.max(ledger.exactFrom(), end - WINDOW);
    int count = (int) Math.max(0, end - from);
    double[] values = new double[count];
    double[] at = new double[count];
    boolean whole =
        ledger.copy(log.column(quantity, layer), from, count, values)
            && ledger.copy(log.column(Quantity.PROBE_STEP), from, count, at);
    if (!whole) {
      return new Series(new long[0], new double[0]);
    }
    return new Series(IntStream.range(0, count).mapToLong(i -> (long) at[i]).toArray(), values);
  }

  private static List<Finding> found(
      DetectorRule rule, OptionalInt layer, Hysteresis state, double value, Series series) {
    if (!state.on() || series.count() == 0) {
      return List.of();
    }
    long newest = series.steps()[series.count() - 1];
    return List.of(new Finding(rule, layer, value, state.since(), newest));
  }
}
