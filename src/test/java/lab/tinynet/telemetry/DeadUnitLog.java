package lab.tinynet.telemetry;

import java.util.List;

/// A log made up by hand, in which only dead units matter: two hidden layers of 8 ReLU units and a
/// tanh output.
public final class DeadUnitLog {
  public static final int UNITS = 8;

  private final RunLog log =
      new RunLog(
          List.of(
              new LayerInfo("dense 1", "dense", "relu", 2, UNITS, true, true),
              new LayerInfo("dense 2", "dense", "relu", UNITS, UNITS, true, true),
              new LayerInfo("dense 3", "dense", "tanh", UNITS, 1, true, false)));
  private final double[] stepRow = new double[log.steps().columns()];

  public RunLog log() {
    return log;
  }

  /// Adds a probe, and the steps up to it.
  public DeadUnitLog probe(long step, int first, int second) {
    while (log.length() < step) {
      log.steps().append(stepRow);
    }
    double[] row = new double[log.probes().columns()];
    row[log.column(Quantity.PROBE_STEP)] = step;
    row[log.column(Quantity.DEAD_UNITS, 0)] = first;
    row[log.column(Quantity.DEAD_UNITS, 1)] = second;
    row[log.column(Quantity.DEAD_UNITS, 2)] = Double.NaN;
    log.probes().append(row);
    return this;
  }

  /// Adds probes every 10 steps, with the counts of the second layer; the first has none dead.
  public static DeadUnitLog of(int... second) {
    DeadUnitLog made = new DeadUnitLog();
    for (int i = 0; i < second.length; i++) {
      made.probe(10L * i, 0, second[i]);
    }
    return made;
  }
}
