package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.tinynet.data.Dataset;
import lab.tinynet.data.ProbeSet;
import lab.tinynet.data.Task;
import lab.tinynet.spec.Loss;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.HistogramLog;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// Measures a network on its probe set and test set, in buffers of its own, and writes what it sees
/// into the log: loss, accuracy, dead units, how outputs are distributed, which units died or came
/// back.
final class Probe implements AutoCloseable {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final Network network;
  private final Loss loss;
  private final Task task;
  private RunLog log;
  private final Pass train;
  private final Pass test;
  private final ProbeSet trainSet;
  private final ProbeSet testSet;
  private final double[] outputs;
  private final double[] row;
  private final float[] histogramRow;
  private final Histograms.Workspace histograms;
  private final boolean[][] dead;
  private final ZeroUnits[] zeros;
  private final SaturatedUnits[] saturated;
  private final PreActivations[] preActivations;
  private final float[] unitMeans;
  private boolean freshFlags;

  /// Whether the buffers hold a forward pass with the present parameters.
  private boolean evaluated;

  Probe(Network network, Loss loss, Dataset data, long seed, RunLog log) {
    this.network = network;
    this.loss = loss;
    this.task = data.task();
    this.log = log;
    this.trainSet = ProbeSet.ofTraining(data, seed);
    this.testSet = ProbeSet.ofTest(data, seed);
    this.train = loaded(trainSet, data.outputs());
    this.test = loaded(testSet, data.outputs());
    this.outputs = new double[Math.max(trainSet.count(), testSet.count()) * data.outputs()];
    this.row = new double[log.probes().columns()];
    this.histograms = new Histograms.Workspace(trainSet.count() * widest());
    this.histogramRow = new float[log.histograms().rowWidth()];
    this.unitMeans = new float[log.unitMeans().rowWidth()];
    List<LayerInfo> infos = network.infos();
    this.dead = new boolean[infos.size()][];
    this.zeros = new ZeroUnits[infos.size()];
    this.saturated = new SaturatedUnits[infos.size()];
    this.preActivations = new PreActivations[infos.size()];
    int[] sample = PreActivations.sample(trainSet.count(), seed);
    for (int l = 0; l < dead.length; l++) {
      dead[l] = new boolean[infos.get(l).units()];
      zeros[l] = new ZeroUnits(train.layer(l).output(), infos.get(l));
      saturated[l] = new SaturatedUnits(train.layer(l).output(), infos.get(l));
      preActivations[l] = new PreActivations(train.layer(l), network.layers().get(l), sample);
    }
  }

  /// Numbers that the widest layer puts out for an example.
  private int widest() {
    return IntStream.range(0, network.infos().size())
        .map(l -> train.layer(l).output().columns())
        .max()
        .orElse(0);
  }

  private Pass loaded(ProbeSet set, int targetColumns) {
    Pass pass = new Pass(network, targetColumns, Math.max(1, set.count()), false);
    pass.prepare(set.count());
    Columns.fill(pass.input().values(), set.x(), set.count(), network.inputs());
    Columns.fill(pass.targets(), set.y(), set.count(), targetColumns);
    return pass;
  }

  /// Measures and appends a row to the log.
  ///
  /// @param step number of steps done
  /// @param training the pass of the step before, for the signals that came back in it
  void measure(long step, Pass training) {
    train.forward();
    evaluated = true;
    row[log.column(Quantity.PROBE_STEP)] = step;
    row[log.column(Quantity.TRAIN_LOSS)] = train.loss(loss);
    row[log.column(Quantity.TRAIN_ACCURACY)] = accuracy(train, trainSet);
    boolean tested = testSet.count() > 0;
    if (tested) {
      test.forward();
    }
    row[log.column(Quantity.TEST_LOSS)] = tested ? test.loss(loss) : Double.NaN;
    row[log.column(Quantity.TEST_ACCURACY)] = tested ? accuracy(test, testSet) : Double.NaN;
    for (int l = 0; l < dead.length; l++) {
      row[log.column(Quantity.DEAD_UNITS, l)] = countDead(l, step);
      row[log.column(Quantity.SATURATED_UNITS, l)] = saturated[l].count(trainSet.count());
      preActivations[l].measure(trainSet.count());
      row[log.column(Quantity.PRE_ACTIVATION_MEAN, l)] = preActivations[l].mean();
      row[log.column(Quantity.PRE_ACTIVATION_STD, l)] = preActivations[l].std();
      row[log.column(Quantity.DERIVATIVE, l)] = preActivations[l].derivative();
      row[log.column(Quantity.SIGNAL_NORM, l)] = training.signal(l);
    }
    freshFlags = true;
    log.probes().append(row);
    measureHistograms(step);
  }

  private void measureHistograms(long step) {
    if (!log.histograms().keepsNext()) {
      log.histograms().skip();
      log.preActivations().skip();
      log.unitMeans().skip();
      return;
    }
    for (int l = 0; l < dead.length; l++) {
      Histograms.summarise(
          train.layer(l).output().values().memory(),
          trainSet.count() * train.layer(l).output().columns(),
          histograms,
          histogramRow,
          l * HistogramLog.WIDTH);
    }
    log.histograms().append(step, histogramRow);
    for (int l = 0; l < dead.length; l++) {
      preActivations[l].summarise(
          trainSet.count(), histograms, histogramRow, l * HistogramLog.WIDTH);
    }
    log.preActivations().append(step, histogramRow);
    measureUnits(step);
  }

  private void measureUnits(long step) {
    int at = 0;
    for (int l = 0; l < dead.length && unitMeans.length > 0; l++) {
      LayerInfo info = network.infos().get(l);
      UnitStatistics.means(train, info, l, unitMeans, at);
      at += info.units();
    }
    log.unitMeans().append(step, unitMeans);
  }

  /// A forward pass of the probe set with the present parameters.
  Pass evaluated() {
    if (!evaluated) {
      train.forward();
      evaluated = true;
    }
    return train;
  }

  /// Writes into another log from now on.
  void writeTo(RunLog other) {
    log = other;
  }

  /// Finds out which units are dead, where the log has this probe already.
  void refresh() {
    train.forward();
    evaluated = true;
    for (int l = 0; l < dead.length; l++) {
      for (int unit = 0; unit < dead[l].length; unit++) {
        dead[l][unit] = network.infos().get(l).rectifier() && zeros[l].zero(unit, trainSet.count());
      }
    }
    freshFlags = true;
  }

  /// A copy of what the last probe found dead, [layer][unit].
  boolean[][] dead() {
    return Arrays.stream(dead).map(boolean[]::clone).toArray(boolean[][]::new);
  }

  /// Goes on as if the last probe had found these dead.
  void recall(boolean[][] flags) {
    for (int l = 0; l < dead.length; l++) {
      System.arraycopy(flags[l], 0, dead[l], 0, dead[l].length);
    }
    freshFlags = false;
    evaluated = false;
  }

  /// Says that the parameters have changed since the last measurement.
  void stale() {
    freshFlags = false;
    evaluated = false;
  }

  /// Which units of a layer are dead now; measured again if the parameters have changed.
  boolean[] deadNow(int layer) {
    if (!freshFlags) {
      evaluated();
      boolean[] now = new boolean[dead[layer].length];
      for (int unit = 0; unit < now.length; unit++) {
        now[unit] =
            network.infos().get(layer).rectifier() && zeros[layer].zero(unit, trainSet.count());
      }
      return now;
    }
    return dead[layer].clone();
  }

  private int countDead(int layer, long step) {
    if (!network.infos().get(layer).rectifier()) {
      return 0;
    }
    int count = 0;
    for (int unit = 0; unit < dead[layer].length; unit++) {
      boolean now = zeros[layer].zero(unit, trainSet.count());
      if (now) {
        count++;
      }
      if (now != dead[layer][unit]) {
        dead[layer][unit] = now;
        if (now) {
          log.events().append(new Event.UnitDied(step, layer, unit));
        } else {
          log.events().append(new Event.UnitRevived(step, layer, unit));
        }
      }
    }
    return count;
  }

  private double accuracy(Pass pass, ProbeSet set) {
    if (!task.hasAccuracy()) {
      return Double.NaN;
    }
    int rows = set.count();
    int columns = pass.last().output().columns();
    MemorySegment values = pass.last().output().values().memory();
    MemorySegment.copy(values, DOUBLE, 0, outputs, 0, rows * columns);
    int right = 0;
    for (int r = 0; r < rows; r++) {
      if (task.right(outputs, r, rows, set.y(), r * columns, columns)) {
        right++;
      }
    }
    return right / (double) rows;
  }

  @Override
  public void close() {
    train.close();
    test.close();
  }
}
