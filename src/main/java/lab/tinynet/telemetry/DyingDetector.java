package lab.tinynet.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the layers in which units have died. A pure function of the log, read probe by probe, so
/// that what it finds at a step doesn't depend on when it is asked or how fast training went.
///
/// It goes on when the count has reached the rule's threshold and held it, and off only when it has
/// been below the lower threshold as long: a count that flaps switches nothing.
///
/// @param rule one of [Detectors]
public record DyingDetector(DetectorRule rule) {
  private static final int NEVER = -1;

  /// Whether the rule is of the kind that this detector evaluates.
  public static boolean evaluates(DetectorRule rule) {
    return rule.quantity() == Quantity.DEAD_UNITS;
  }

  public DyingDetector {
    if (!evaluates(rule)) {
      throw new IllegalArgumentException(rule.name() + " does not count dead units");
    }
  }

  /// The layers in which the detector is on at the newest probe, input side first.
  public List<DyingLayer> find(RunLog log) {
    List<DyingLayer> found = new ArrayList<>();
    for (int layer = 0; layer < log.layers().size(); layer++) {
      if (log.layers().get(layer).rectifier()) {
        look(log, layer).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /// The layers of [#find] whose count has also stood still for as long as the rule asks.
  public List<DyingLayer> findStable(RunLog log) {
    return find(log).stream().filter(dying -> dying.steps() >= rule.stepsHeld()).toList();
  }

  /// How many units of a layer were dead at the first probe at or after a step; empty when there
  /// is no such probe, or it is too old, or nothing is counted in that layer.
  public static Optional<DeadCount> countAt(RunLog log, int layer, long step) {
    Ledger probes = log.probes();
    int column = log.column(Quantity.DEAD_UNITS, layer);
    long rows = probes.length();
    long low = probes.exactFrom();
    long high = rows;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (probes.get(middle, log.column(Quantity.PROBE_STEP)) < step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == rows) {
      return Optional.empty();
    }
    double count = probes.get(low, column);
    long at = (long) probes.get(low, log.column(Quantity.PROBE_STEP));
    return Double.isNaN(count)
        ? Optional.empty()
        : Optional.of(new DeadCount((int) Math.round(count), at));
  }

  /// A number of dead units.
  ///
  /// @param step step of the probe that counted them
  public record DeadCount(int dead, long step) {}

  private Optional<DyingLayer> look(RunLog log, int layer) {
    Ledger probes = log.probes();
    long from = probes.exactFrom();
    int rows = (int) (probes.length() - from);
    double[] steps = new double[rows];
    double[] counts = new double[rows];
    boolean whole =
        probes.copy(log.column(Quantity.PROBE_STEP), from, rows, steps)
            && probes.copy(log.column(Quantity.DEAD_UNITS, layer), from, rows, counts);
    if (rows == 0 || !whole) {
      return Optional.empty();
    }
    LayerInfo info = log.layers().get(layer);
    boolean on = false;
    int aboveFrom = NEVER;
    int belowFrom = NEVER;
    int sameFrom = 0;
    int onFrom = NEVER;
    for (int row = 0; row < rows; row++) {
      double value = rule.scaled(counts[row], info);
      aboveFrom = value >= rule.on() ? first(aboveFrom, row) : NEVER;
      belowFrom = value < rule.off() ? first(belowFrom, row) : NEVER;
      if (counts[row] != counts[sameFrom]) {
        sameFrom = row;
      }
      if (!on && held(steps, aboveFrom, row)) {
        on = true;
        onFrom = aboveFrom;
      } else if (on && held(steps, belowFrom, row)) {
        on = false;
      }
    }
    double last = counts[rows - 1];
    if (!on || !(rule.scaled(last, info) >= rule.off())) {
      return Optional.empty();
    }
    long since = Math.max((long) steps[sameFrom], lastExchange(log, layer));
    return Optional.of(
        new DyingLayer(
            layer,
            info,
            (int) Math.round(last),
            (long) steps[onFrom],
            Math.min(since, (long) steps[rows - 1]),
            (long) steps[rows - 1]));
  }

  private boolean held(double[] steps, int from, int row) {
    return from != NEVER && steps[row] - steps[from] >= rule.stepsHeld();
  }

  private static int first(int already, int row) {
    return already == NEVER ? row : already;
  }

  /// The last step at which a unit of the layer died or came back: one may replace another without
  /// the count changing.
  private static long lastExchange(RunLog log, int layer) {
    long last = 0;
    for (Event event : log.events().since(0)) {
      boolean concerns =
          switch (event) {
            case Event.UnitDied died -> died.layer() == layer;
            case Event.UnitRevived revived -> revived.layer() == layer;
            case Event.Diverged _, Event.Edited _ -> false;
          };
      if (concerns) {
        last = Math.max(last, event.step());
      }
    }
    return last;
  }
}
