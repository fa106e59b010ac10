package lab.tinynet.engine.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Trains an experiment with inline data, slowly and readably.
public final class Oracle {
  private static final int PROBE_LIMIT = 512;

  private final Experiment experiment;
  private final OracleNetwork network;
  private final INDArray x;
  private final INDArray y;
  private final INDArray testX;
  private final INDArray testY;

  private final OracleOptimizer optimizer;
  private int steps;

  /// What a step tells: measured on its batch, before its update.
  public record Step(
      double loss, double rate, double[] raw, double[] applied, double[] ratio, int[] silent) {}

  /// What a probe tells; NaN where there is nothing to measure.
  public record Probe(
      double trainLoss, double trainAccuracy, double testLoss, double testAccuracy, int[] dead) {}

  public Oracle(Experiment experiment, Weights initial) {
    this.experiment = experiment;
    if (!(experiment.data() instanceof DataSpec.Inline data)) {
      throw new IllegalArgumentException("the oracle only takes inline data");
    }
    this.x = array(data.x());
    this.y = array(data.y());
    this.testX = data.testX().rows() == 0 ? null : array(data.testX());
    this.testY = data.testY().rows() == 0 ? null : array(data.testY());
    this.optimizer = new OracleOptimizer(experiment.optimizer());
    this.network =
        new OracleNetwork(
            experiment.network(), NetworkShape.of(experiment), initial, experiment.seed());
  }

  private static INDArray array(Matrix matrix) {
    return OracleArrays.of(matrix);
  }

  /// The parameters and running statistics as they are now, of each layer that has any: `W`, `b`,
  /// `slope`, `K`, `gamma`, `beta`, `mean`, `variance`.
  public List<Map<String, INDArray>> parameters() {
    List<Map<String, INDArray>> all = new ArrayList<>();
    for (OracleLayer layer : network.all) {
      if (!layer.parameters.isEmpty()) {
        Map<String, INDArray> arrays = new LinkedHashMap<>(layer.parameters);
        arrays.putAll(layer.statistics);
        all.add(arrays);
      }
    }
    return all;
  }

  /// Does one step.
  public Step step() {
    int[] batch = batch(steps);
    INDArray batchX = x.getRows(batch);
    INDArray batchY = y.getRows(batch);
    OracleLayer last = network.forward(batchX, true, steps);
    double loss = OracleLoss.value(experiment.loss(), last.z, last.a, batchY);
    network.backward(OracleLoss.gradient(experiment.loss(), last.z, last.a, batchY));
    addPenalty();
    double[] raw = norms();
    clip(raw);
    double[] applied = norms();
    int[] silent = zeroUnits();
    steps++;
    double[] ratios = update();
    network.all.forEach(OracleLayer::updateStatistics);
    return new Step(loss, optimizer.rate(steps), raw, applied, ratios, silent);
  }

  /// Goes on with another optimiser.
  public void change(Optimizer changed) {
    optimizer.change(changed, steps);
  }

  /// The examples of a step: every epoch a new order, the rest of an epoch as a smaller batch.
  private int[] batch(int step) {
    int examples = x.rows();
    int size = experiment.batch().full() ? examples : experiment.batch().examples();
    if (size >= examples) {
      return upTo(examples);
    }
    int perEpoch = (examples + size - 1) / size;
    int[] order = shuffled(examples, Purpose.SHUFFLE, step / perEpoch);
    int from = step % perEpoch * size;
    return Arrays.copyOfRange(order, from, Math.min(from + size, examples));
  }

  private int[] shuffled(int count, Purpose purpose, long round) {
    int[] order = upTo(count);
    for (int last = count - 1; last > 0; last--) {
      int other = CounterRandom.below(last + 1, experiment.seed(), purpose, round, last);
      int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private static int[] upTo(int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  /// On weights and kernels.
  private void addPenalty() {
    for (OracleLayer layer : network.all) {
      for (String name : List.of("W", "K")) {
        layer.gradients.computeIfPresent(
            name,
            (_, gradient) -> {
              INDArray w = layer.parameters.get(name);
              INDArray l1 = Transforms.sign(w, true).mul(experiment.penalty().l1());
              return gradient.add(w.mul(experiment.penalty().l2())).add(l1);
            });
      }
    }
  }

  private void clip(double[] norms) {
    double limit = experiment.clip().limit();
    if (experiment.clip().kind() == Clip.Kind.VALUE) {
      for (OracleLayer layer : network.all) {
        layer.gradients.replaceAll(
            (_, g) -> Transforms.min(Transforms.max(g, -limit, true), limit, true));
      }
      return;
    }
    double together = Math.sqrt(Arrays.stream(norms).map(norm -> norm * norm).sum());
    for (int l = 0; l < norms.length; l++) {
      double norm =
          switch (experiment.clip().kind()) {
            case NORM -> together;
            case LAYER_NORM -> norms[l];
            case NONE, VALUE -> 0;
          };
      if (norm > limit) {
        double factor = limit / norm;
        network.all.get(l).gradients.replaceAll((_, gradient) -> gradient.mul(factor));
      }
    }
  }

  private double[] norms() {
    return network.all.stream().mapToDouble(layer -> norm(layer.gradients)).toArray();
  }

  private static double norm(Map<String, INDArray> arrays) {
    double squares = 0;
    for (INDArray array : arrays.values()) {
      squares += array.mul(array).sumNumber().doubleValue();
    }
    return Math.sqrt(squares);
  }

  /// @return the update ratio of each layer
  private double[] update() {
    double[] ratios = new double[network.all.size()];
    for (int l = 0; l < ratios.length; l++) {
      OracleLayer layer = network.all.get(l);
      String place = l + " ";
      Map<String, INDArray> updates = new LinkedHashMap<>();
      layer.gradients.forEach(
          (name, gradient) ->
              updates.put(
                  name,
                  optimizer.update(place + name, layer.parameters.get(name), gradient, steps)));
      ratios[l] = norm(updates) / norm(layer.parameters);
      layer.parameters.replaceAll((name, value) -> value.sub(updates.get(name)));
    }
    return ratios;
  }

  /// How many rectifier units of each layer put out 0 for every example, a channel at all its
  /// pixels.
  private int[] zeroUnits() {
    int[] counts = new int[network.all.size()];
    for (int l = 0; l < counts.length; l++) {
      OracleLayer layer = network.all.get(l);
      if (layer.activation().kind().rectifier()) {
        INDArray largest = Transforms.abs(layer.a, true).max(0);
        int area = layer.placed.output().area();
        for (int unit = 0; unit < layer.placed.output().units(); unit++) {
          boolean zero = true;
          for (int pixel = unit * area; pixel < (unit + 1) * area; pixel++) {
            zero &= largest.getDouble(pixel) == 0;
          }
          counts[l] += zero ? 1 : 0;
        }
      }
    }
    return counts;
  }

  /// Measures the probe set and the test set.
  public Probe probe() {
    int[] train = probeRows(x.rows(), 0);
    INDArray trainX = x.getRows(train);
    INDArray trainY = y.getRows(train);
    OracleLayer last = network.forward(trainX, false, steps);
    double trainLoss = OracleLoss.value(experiment.loss(), last.z, last.a, trainY);
    double trainAccuracy = accuracy(last.a, trainY);
    int[] dead = zeroUnits();
    double testLoss = Double.NaN;
    double testAccuracy = Double.NaN;
    if (testX != null) {
      int[] rows = probeRows(testX.rows(), 1);
      INDArray wanted = testY.getRows(rows);
      last = network.forward(testX.getRows(rows), false, steps);
      testLoss = OracleLoss.value(experiment.loss(), last.z, last.a, wanted);
      testAccuracy = accuracy(last.a, wanted);
    }
    return new Probe(trainLoss, trainAccuracy, testLoss, testAccuracy, dead);
  }

  private int[] probeRows(int count, int which) {
    if (count <= PROBE_LIMIT) {
      return upTo(count);
    }
    int[] rows = Arrays.copyOf(shuffled(count, Purpose.PROBE, which), PROBE_LIMIT);
    Arrays.sort(rows);
    return rows;
  }

  private double accuracy(INDArray output, INDArray target) {
    INDArray all = testY == null ? y : Nd4j.vstack(y, testY);
    boolean bits = all.mul(all).equals(all);
    boolean signs = Transforms.abs(all, true).equals(all.mul(0).add(1));
    boolean oneHot = bits && all.columns() > 1 && all.sum(1).equals(all.sum(1).mul(0).add(1));
    boolean preferBits = experiment.loss().kind() == Loss.Kind.BCE;
    double threshold = signs && !(bits && preferBits) ? 0 : 0.5;
    if (!oneHot && !signs && !bits) {
      return Double.NaN;
    }
    double[][] answers = output.toDoubleMatrix();
    double[][] wanted = target.toDoubleMatrix();
    int right = 0;
    for (int r = 0; r < answers.length; r++) {
      boolean sides = true;
      for (int c = 0; c < answers[r].length; c++) {
        sides &= answers[r][c] > threshold == wanted[r][c] > threshold;
      }
      right += (oneHot ? largest(answers[r]) == largest(wanted[r]) : sides) ? 1 : 0;
    }
    return right / (double) answers.length;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
