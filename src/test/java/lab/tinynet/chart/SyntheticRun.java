package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.HistogramLog;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.ProbeSchedule;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// A made-up run that looks like training: losses fall, norms wander, a spike kills two units.
final class SyntheticRun {
  private static final long DEATH = 260;
  private final int hidden;
  private final boolean clipped;
  private final boolean rectifiers;
  private final long divergesAt;
  private final RunLog log;
  private boolean allDie;
  private long done;

  private SyntheticRun(int hidden, boolean rectifiers, boolean clipped, long divergesAt) {
    this.hidden = hidden;
    this.rectifiers = rectifiers;
    this.clipped = clipped;
    this.divergesAt = divergesAt;
    List<LayerInfo> layers = new ArrayList<>();
    for (int i = 0; i < hidden; i++) {
      String activation = rectifiers ? "relu" : "tanh";
      layers.add(new LayerInfo("dense " + (i + 1), "dense", activation, 8, 8, true, rectifiers));
    }
    layers.add(new LayerInfo("dense " + (hidden + 1), "dense", "tanh", 8, 1, true, false));
    this.log = new RunLog(layers);
    probe();
  }

  static SyntheticRun ordinary(int hidden) {
    return new SyntheticRun(hidden, true, false, Long.MAX_VALUE);
  }

  static SyntheticRun withoutRectifiers() {
    return new SyntheticRun(2, false, false, Long.MAX_VALUE);
  }

  static SyntheticRun clipped(int hidden) {
    return new SyntheticRun(hidden, true, true, Long.MAX_VALUE);
  }

  static SyntheticRun diverging(int hidden, long step) {
    return new SyntheticRun(hidden, true, false, step);
  }

  /// A run in which all units of the hidden layers are dead in the end: their gradients are 0.
  static SyntheticRun dying(int hidden) {
    SyntheticRun run = clipped(hidden);
    run.allDie = true;
    return run;
  }

  RunLog log() {
    return log;
  }

  SyntheticRun train(long steps) {
    double[] row = new double[log.steps().columns()];
    for (long end = done + steps; done < end; ) {
      long step = done + 1;
      if (step > divergesAt) {
        return this;
      }
      row[log.column(Quantity.LOSS)] = loss(step) * Math.exp(0.35 * noise(step, 90));
      for (int layer = 0; layer <= hidden; layer++) {
        boolean silenced = allDie && layer < hidden && step > DEATH + 150;
        double raw = silenced ? 0 : norm(step, layer);
        row[log.column(Quantity.RAW_NORM, layer)] = raw;
        row[log.column(Quantity.APPLIED_NORM, layer)] =
            clipped ? Math.min(raw, 0.012 + 0.02 * (hidden - layer)) : raw;
        row[log.column(Quantity.UPDATE_RATIO, layer)] = 0.001;
        row[log.column(Quantity.SILENT_UNITS, layer)] =
            layer == hidden ? 0 : Math.min(8, dead(step, layer) + (noise(step, layer) > 1 ? 1 : 0));
      }
      if (step == divergesAt) {
        row[log.column(Quantity.LOSS)] = Double.NaN;
        for (int layer = 0; layer <= hidden; layer++) {
          row[log.column(Quantity.RAW_NORM, layer)] = Double.NaN;
          row[log.column(Quantity.APPLIED_NORM, layer)] = Double.NaN;
        }
      }
      log.steps().append(row);
      done = step;
      if (step == divergesAt) {
        log.events()
            .append(
                new Event.Diverged(
                    step - 1, new Divergence(step, "dense 1", Divergence.Quantity.LOSS)));
      } else if (ProbeSchedule.USUAL.due(done)) {
        probe();
      }
      if (step == DEATH + 10) {
        log.events().append(new Event.UnitDied(step, 1, 3));
        log.events().append(new Event.UnitDied(step, 1, 5));
      }
    }
    return this;
  }

  private void probe() {
    double[] row = new double[log.probes().columns()];
    double loss = loss(done);
    row[log.column(Quantity.PROBE_STEP)] = done;
    row[log.column(Quantity.TRAIN_LOSS)] = loss;
    row[log.column(Quantity.TRAIN_ACCURACY)] = Math.max(0.5, 1 - 0.45 * loss);
    row[log.column(Quantity.TEST_LOSS)] = 1.12 * loss + 0.02;
    row[log.column(Quantity.TEST_ACCURACY)] = Math.max(0.46, 0.96 - 0.45 * loss);
    for (int layer = 0; layer <= hidden; layer++) {
      row[log.column(Quantity.DEAD_UNITS, layer)] =
          rectifiers && layer < hidden ? dead(done, layer) : 0;
    }
    log.probes().append(row);
    float[] histograms = new float[log.histograms().rowWidth()];
    for (int layer = 0; layer <= hidden; layer++) {
      fillHistogram(histograms, layer * HistogramLog.WIDTH, layer);
    }
    log.histograms().append(done, histograms);
  }

  private void fillHistogram(float[] row, int at, int layer) {
    double growth = 1 + 2.4 * (1 - Math.exp(-done / 250.0));
    boolean output = layer == hidden;
    double min = output ? -1 : rectifiers ? 0 : -0.95;
    double max = output ? 1 : rectifiers ? 1.6 * growth + 0.2 * layer : 0.95;
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (int bin = 0; bin < HistogramLog.BINS; bin++) {
      double v = min + (bin + 0.5) / HistogramLog.BINS * (max - min);
      double density = Math.exp(-v * v / (0.8 * growth)) + 0.3 * Math.exp(-(v - 1) * (v - 1) * 6);
      if (output) {
        density = 0.1 + Math.exp(-3 * growth * (1 - Math.abs(v)));
      } else if (rectifiers && bin == 0) {
        density = 9 + 2 * layer + 3 * dead(done, layer);
      }
      float count = (float) Math.round(60 * density);
      row[at + HistogramLog.COUNTS + bin] = count;
      total += count;
      sum += count * v;
      squares += count * v * v;
    }
    double mean = sum / total;
    row[at + HistogramLog.MIN] = (float) min;
    row[at + HistogramLog.MAX] = (float) max;
    row[at + HistogramLog.MEAN] = (float) mean;
    row[at + HistogramLog.STD] = (float) Math.sqrt(squares / total - mean * mean);
  }

  private double loss(long step) {
    double base = 0.012 + 1.05 * Math.exp(-step / 170.0) + 0.08 * Math.exp(-step / 1500.0);
    double spike = 0.15 * Math.exp(-Math.abs(step - DEATH) / 9.0);
    double explosion = divergesAt == Long.MAX_VALUE ? 0 : Math.exp((step - divergesAt + 40) / 2.0);
    return base + spike + explosion;
  }

  private double norm(long step, int layer) {
    double base = 0.02 + 0.9 * Math.exp(-step / 120.0);
    double spike = 1.4 * Math.exp(-Math.abs(step - DEATH) / 4.0);
    double explosion =
        divergesAt == Long.MAX_VALUE ? 0 : Math.exp((step - divergesAt + 40) / 2.0 + layer);
    double wander = Math.sin(step / 37.0 + layer) * 0.35;
    return (base + spike) * Math.exp(wander + 0.45 * noise(step, layer) - 0.35 * layer) + explosion;
  }

  private int dead(long step, int layer) {
    if (allDie && step > DEATH + 150) {
      return 8;
    }
    if (!rectifiers || layer == 0) {
      return 0;
    }
    if (step < DEATH) {
      return layer == 1 && step > 20 && step < 120 ? (int) (1 + step / 40 % 2) : 0;
    }
    return layer == 1 ? 2 : 1;
  }

  private static double noise(long step, int stream) {
    return CounterRandom.normal(7, Purpose.PROBE, step, stream);
  }
}
