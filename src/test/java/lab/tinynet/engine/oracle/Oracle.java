package lab.tinynet.engine.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Weights;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Trains an experiment with inline data, slowly and readably.
public final class Oracle {
  private static final int PROBE_LIMIT = 512;

  private final Experiment experiment;
  private final List<LayerSpec.Dense> layers = new ArrayList<>();
  private final INDArray x;
  private final INDArray y;
  private final INDArray testX;
  private final INDArray testY;

  /// One map a layer: `W`, and where the layer has them `b` and `slope`.
  private final List<Map<String, INDArray>> parameters = new ArrayList<>();

  private final OracleOptimizer optimizer;
  private int steps;

  /// What a step tells: measured on its batch, before its update.
  public record Step(
      double loss, double rate, double[] raw, double[] applied, double[] ratio, int[] silent) {}

  /// What a probe tells; NaN where there is nothing to measure.
  public record Probe(
      double trainLoss, double trainAccuracy, double testLoss, double testAccuracy, int[] dead) {}

  private record Forward(List<INDArray> inputs, List<INDArray> z, INDArray output) {}

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
    for (int l = 0; l < experiment.network().size(); l++) {
      switch (experiment.network().get(l)) {
        case LayerSpec.Dense dense -> layers.add(dense);
      }
      Map<String, INDArray> ofLayer = new LinkedHashMap<>();
      switch (initial.layers().get(l)) {
        case Weights.Dense dense -> {
          ofLayer.put("W", array(dense.w()));
          dense.b().ifPresent(b -> ofLayer.put("b", array(b)));
          dense.slope().ifPresent(slope -> ofLayer.put("slope", Nd4j.create(new double[] {slope})));
        }
      }
      parameters.add(ofLayer);
    }
  }

  private static INDArray array(Matrix matrix) {
    return Nd4j.create(matrix.toArray(), new long[] {matrix.rows(), matrix.columns()}, 'c')
        .castTo(DataType.DOUBLE);
  }

  /// The parameters as they are now: `W`, `b`, `slope` of each layer.
  public List<Map<String, INDArray>> parameters() {
    return parameters;
  }

  /// Does one step.
  public Step step() {
    int[] batch = batch(steps);
    INDArray batchX = x.getRows(batch);
    INDArray batchY = y.getRows(batch);
    Forward forward = forward(batchX);
    double loss = OracleLoss.value(experiment.loss(), last(forward.z()), forward.output(), batchY);
    List<Map<String, INDArray>> gradients = backward(forward, batchY);
    addPenalty(gradients);
    double[] raw = norms(gradients);
    clip(gradients, raw);
    double[] applied = norms(gradients);
    int[] silent = zeroUnits(forward);
    steps++;
    return new Step(loss, optimizer.rate(steps), raw, applied, update(gradients), silent);
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

  private Forward forward(INDArray input) {
    List<INDArray> inputs = new ArrayList<>();
    List<INDArray> pre = new ArrayList<>();
    INDArray a = input;
    for (int l = 0; l < layers.size(); l++) {
      inputs.add(a);
      INDArray z = a.mmul(parameters.get(l).get("W"));
      if (layers.get(l).bias()) {
        z = z.addRowVector(parameters.get(l).get("b"));
      }
      pre.add(z);
      a = OracleActivation.value(kind(l), activationParameter(l), z);
    }
    return new Forward(inputs, pre, a);
  }

  private Activation.Kind kind(int layer) {
    return layers.get(layer).activation().kind();
  }

  private double activationParameter(int layer) {
    INDArray slope = parameters.get(layer).get("slope");
    return slope == null ? layers.get(layer).activation().parameter() : slope.getDouble(0);
  }

  private List<Map<String, INDArray>> backward(Forward forward, INDArray target) {
    List<Map<String, INDArray>> gradients = new ArrayList<>();
    INDArray above =
        OracleLoss.gradient(experiment.loss(), last(forward.z()), forward.output(), target);
    for (int l = layers.size() - 1; l >= 0; l--) {
      INDArray z = forward.z().get(l);
      INDArray delta = OracleActivation.back(kind(l), activationParameter(l), z, above);
      Map<String, INDArray> ofLayer = new LinkedHashMap<>();
      ofLayer.put("W", forward.inputs().get(l).transpose().mmul(delta));
      if (parameters.get(l).containsKey("b")) {
        ofLayer.put("b", delta.sum(true, 0));
      }
      if (parameters.get(l).containsKey("slope")) {
        INDArray left = OracleActivation.positive(z).rsub(1);
        double sum = above.mul(z).mul(left).sumNumber().doubleValue();
        ofLayer.put("slope", Nd4j.create(new double[] {sum}));
      }
      gradients.addFirst(ofLayer);
      above = delta.mmul(parameters.get(l).get("W").transpose());
    }
    return gradients;
  }

  private void addPenalty(List<Map<String, INDArray>> gradients) {
    for (int l = 0; l < layers.size(); l++) {
      INDArray w = parameters.get(l).get("W");
      INDArray penalty =
          w.mul(experiment.penalty().l2())
              .add(Transforms.sign(w, true).mul(experiment.penalty().l1()));
      gradients.get(l).computeIfPresent("W", (_, gradient) -> gradient.add(penalty));
    }
  }

  private void clip(List<Map<String, INDArray>> gradients, double[] norms) {
    double limit = experiment.clip().limit();
    if (experiment.clip().kind() == Clip.Kind.VALUE) {
      for (Map<String, INDArray> ofLayer : gradients) {
        ofLayer.replaceAll((_, g) -> Transforms.min(Transforms.max(g, -limit, true), limit, true));
      }
      return;
    }
    double together = Math.sqrt(Arrays.stream(norms).map(norm -> norm * norm).sum());
    for (int l = 0; l < gradients.size(); l++) {
      double norm =
          switch (experiment.clip().kind()) {
            case NORM -> together;
            case LAYER_NORM -> norms[l];
            case NONE, VALUE -> 0;
          };
      if (norm > limit) {
        double factor = limit / norm;
        gradients.get(l).replaceAll((_, gradient) -> gradient.mul(factor));
      }
    }
  }

  private static double[] norms(List<Map<String, INDArray>> arrays) {
    return arrays.stream().mapToDouble(Oracle::norm).toArray();
  }

  private static double norm(Map<String, INDArray> arrays) {
    double squares = 0;
    for (INDArray array : arrays.values()) {
      squares += array.mul(array).sumNumber().doubleValue();
    }
    return Math.sqrt(squares);
  }

  /// @return the update ratio of each layer
  private double[] update(List<Map<String, INDArray>> gradients) {
    double[] ratios = new double[layers.size()];
    for (int l = 0; l < ratios.length; l++) {
      int layer = l;
      Map<String, INDArray> updates = new LinkedHashMap<>();
      gradients
          .get(l)
          .forEach(
              (name, gradient) ->
                  updates.put(
                      name,
                      optimizer.update(
                          layer + name, parameters.get(layer).get(name), gradient, steps)));
      ratios[l] = norm(updates) / norm(parameters.get(l));
      parameters.get(l).replaceAll((name, value) -> value.sub(updates.get(name)));
    }
    return ratios;
  }

  /// How many rectifier units of each layer put out 0 for every example.
  private int[] zeroUnits(Forward forward) {
    int[] counts = new int[layers.size()];
    for (int l = 0; l < counts.length; l++) {
      if (kind(l).rectifier()) {
        INDArray a = l + 1 < counts.length ? forward.inputs().get(l + 1) : forward.output();
        INDArray largest = Transforms.abs(a, true).max(0);
        for (int unit = 0; unit < a.columns(); unit++) {
          counts[l] += largest.getDouble(unit) == 0 ? 1 : 0;
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
    Forward forward = forward(trainX);
    double trainLoss =
        OracleLoss.value(experiment.loss(), last(forward.z()), forward.output(), trainY);
    double testLoss = Double.NaN;
    double testAccuracy = Double.NaN;
    if (testX != null) {
      int[] rows = probeRows(testX.rows(), 1);
      Forward onTest = forward(testX.getRows(rows));
      INDArray wanted = testY.getRows(rows);
      testLoss = OracleLoss.value(experiment.loss(), last(onTest.z()), onTest.output(), wanted);
      testAccuracy = accuracy(onTest.output(), wanted);
    }
    return new Probe(
        trainLoss, accuracy(forward.output(), trainY), testLoss, testAccuracy, zeroUnits(forward));
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

  private static INDArray last(List<INDArray> arrays) {
    return arrays.getLast();
  }
}
