package lab.tinynet.engine;

import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// The row of the log that a step fills, with its columns looked up once.
final class StepRow {
  private final double[] row;
  private final int loss;
  private final int rate;
  private final int[] raw;
  private final int[] applied;
  private final int[] ratio;
  private final int[] silent;

  StepRow(RunLog log) {
    int layers = log.layers().size();
    row = new double[log.steps().columns()];
    loss = log.column(Quantity.LOSS);
    rate = log.column(Quantity.RATE);
    raw = columns(log, Quantity.RAW_NORM, layers);
    applied = columns(log, Quantity.APPLIED_NORM, layers);
    ratio = columns(log, Quantity.UPDATE_RATIO, layers);
    silent = columns(log, Quantity.SILENT_UNITS, layers);
  }

  private static int[] columns(RunLog log, Quantity quantity, int layers) {
    int[] columns = new int[layers];
    for (int l = 0; l < layers; l++) {
      columns[l] = log.column(quantity, l);
    }
    return columns;
  }

  void setLoss(double value) {
    row[loss] = value;
  }

  void setRate(double value) {
    row[rate] = value;
  }

  void setNorms(int layer, double rawNorm, double appliedNorm) {
    row[raw[layer]] = rawNorm;
    row[applied[layer]] = appliedNorm;
  }

  void setUpdateRatio(int layer, double value) {
    row[ratio[layer]] = value;
  }

  void setSilent(int layer, int units) {
    row[silent[layer]] = units;
  }

  void appendTo(RunLog log) {
    log.steps().append(row);
  }
}
