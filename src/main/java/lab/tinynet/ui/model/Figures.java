package lab.tinynet.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lab.tinynet.telemetry.Ledger;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// The newest figures of a run, as its log has them.
///
/// @param loss on the probe set; empty before the first probe
/// @param accuracy on the probe set; empty for a regression
/// @param testAccuracy empty without a test set
/// @param dead one entry for each layer whose units can die
public record Figures(
    OptionalDouble loss, OptionalDouble accuracy, OptionalDouble testAccuracy, List<Dead> dead) {

  /// @param layer index of the layer
  /// @param count dead units of it
  /// @param units all units of it
  /// @param since the step of the newest death in it
  public record Dead(int layer, String name, int count, int units, Optional<Long> since) {}

  public static Figures of(RunLog log, Deaths deaths) {
    Ledger probes = log.probes();
    long last = probes.length() - 1;
    if (last < 0) {
      return new Figures(
          OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of());
    }
    List<Dead> dead = new ArrayList<>();
    for (int layer = 0; layer < log.layers().size(); layer++) {
      if (log.layers().get(layer).rectifier()) {
        double count = probes.get(last, log.column(Quantity.DEAD_UNITS, layer));
        dead.add(
            new Dead(
                layer,
                log.layers().get(layer).name(),
                Double.isNaN(count) ? 0 : (int) count,
                log.layers().get(layer).units(),
                deaths.newest(layer)));
      }
    }
    return new Figures(
        finite(probes.get(last, log.column(Quantity.TRAIN_LOSS))),
        finite(probes.get(last, log.column(Quantity.TRAIN_ACCURACY))),
        finite(probes.get(last, log.column(Quantity.TEST_ACCURACY))),
        List.copyOf(dead));
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
