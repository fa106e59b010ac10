package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.tinynet.data.Dataset;
import lab.tinynet.data.Datasets;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.engine.oracle.GeneratedNetwork;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.OutputShape;
import lab.tinynet.spec.Penalty;

/// A network with its examples, on which parameters can be moved: gradients against central
/// differences of the loss, ‖a − n‖₂ ≤ 1e-6·max(‖a‖₂, ‖n‖₂, 1e-6) for every array.
final class GradientBench implements AutoCloseable {
  private static final double TOLERANCE = 1e-6;

  /// With the five-point difference the error is of the order of h⁴ = 1e-14 and the rounding of
  /// 1e-16/h = 3e-13.
  private static final double H = 3e-4;

  private final Experiment experiment;
  private final Dataset data;
  private final Network network;
  private final Pass pass;

  GradientBench(Experiment experiment) {
    NumericLibrary.load();
    this.experiment = experiment;
    this.data = Datasets.of(experiment);
    OutputShape input = NetworkShape.input(experiment.data());
    this.network = new Network(experiment, input);
    WeightsTransfer.write(
        GeneratedNetwork.weights(new Draws(5), input, experiment.network(), 0.9), network);
    this.pass = new Pass(network, data.outputs(), data.trainCount(), true);
    pass.prepare(data.trainCount());
    pass.atStep(3);
    Columns.fill(pass.input().values(), data.trainX(), data.trainCount(), data.inputs());
    Columns.fill(pass.targets(), data.trainY(), data.trainCount(), data.outputs());
  }

  void agree() {
    pass.forward();
    pass.backward(experiment.loss());
    Penalty penalty = experiment.penalty();
    network.layers().forEach(layer -> layer.addPenalty(penalty.l1(), penalty.l2()));
    boolean[] sides = sides();
    int compared = 0;
    for (Layer layer : network.layers()) {
      for (List<Integer> array : arrays(layer)) {
        compared += agree(array, sides);
      }
    }
    // What is left out lies at a kink; were it much, the test would say little.
    assertThat(compared).isGreaterThan(network.parameterCount() * 9 / 10);
  }

  /// @return how many components were compared
  private int agree(List<Integer> array, boolean[] sides) {
    double analytic = 0;
    double numeric = 0;
    double difference = 0;
    int compared = 0;
    for (int at : array) {
      double[] losses = new double[5];
      boolean smooth = true;
      for (int k = -2; k <= 2; k++) {
        losses[k + 2] = lossAt(at, k * H);
        smooth &= Arrays.equals(sides, sidesAt(at, k * H));
      }
      if (smooth) {
        double a = network.gradients().get(at);
        double n = (8 * (losses[3] - losses[1]) - (losses[4] - losses[0])) / (12 * H);
        analytic = Math.hypot(analytic, a);
        numeric = Math.hypot(numeric, n);
        difference = Math.hypot(difference, a - n);
        compared++;
      }
    }
    double scale = Math.max(Math.max(analytic, numeric), 1e-6);
    assertThat(difference).isLessThanOrEqualTo(TOLERANCE * scale);
    return compared;
  }

  private double lossAt(int parameter, double offset) {
    double kept = network.parameters().get(parameter);
    network.parameters().set(parameter, kept + offset);
    pass.forward();
    double loss = pass.loss(experiment.loss()) + penalty();
    network.parameters().set(parameter, kept);
    return loss;
  }

  /// Of weights and kernels, and of nothing else.
  private double penalty() {
    double sum = 0;
    for (Layer layer : network.layers()) {
      if (!(layer instanceof DenseLayer || layer instanceof ConvLayer)) {
        continue;
      }
      for (int at : arrays(layer).getFirst()) {
        double w = network.parameters().get(at);
        sum += experiment.penalty().l1() * Math.abs(w) + experiment.penalty().l2() / 2 * w * w;
      }
    }
    return sum;
  }

  private boolean[] sidesAt(int parameter, double offset) {
    double kept = network.parameters().get(parameter);
    network.parameters().set(parameter, kept + offset);
    pass.forward();
    boolean[] sides = sides();
    network.parameters().set(parameter, kept);
    return sides;
  }

  /// On which side of every kink the last forward pass was: of the activations' at 0, of which
  /// place of a window is the largest, of Huber's at ±δ, of |w| at 0.
  private boolean[] sides() {
    List<Boolean> sides = new ArrayList<>();
    int rows = data.trainCount();
    for (int l = 0; l < network.layers().size(); l++) {
      LayerPass at = pass.layer(l);
      boolean kink =
          switch (Activation.Kind.named(network.infos().get(l).activation()).orElseThrow()) {
            case RELU, LEAKY_RELU, PRELU, ELU, SELU -> true;
            case IDENTITY, SIGMOID, TANH, GELU, SILU, SOFTPLUS, MISH, SOFTMAX -> false;
          };
      for (int i = 0; kink && i < rows * at.output().columns(); i++) {
        sides.add(at.preActivation().get(i) > 0);
      }
      if (network.layers().get(l) instanceof PoolLayer pool && pool.kind() == PoolLayer.Kind.MAX) {
        largest(pool.windows(), at, rows, sides);
      }
    }
    if (experiment.loss().kind() == Loss.Kind.HUBER) {
      for (int i = 0; i < rows * data.outputs(); i++) {
        double error = pass.last().output().values().get(i) - pass.targets().get(i);
        sides.add(error > experiment.loss().parameter());
        sides.add(error < -experiment.loss().parameter());
      }
    }
    for (int i = 0; experiment.penalty().l1() > 0 && i < network.parameterCount(); i++) {
      sides.add(network.parameters().get(i) > 0);
    }
    boolean[] array = new boolean[sides.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = sides.get(i);
    }
    return array;
  }

  private static void largest(Windows windows, LayerPass at, int rows, List<Boolean> sides) {
    for (int window = 0; window < windows.count(); window++) {
      for (int place = 0; place < windows.places(); place++) {
        for (int row = 0; row < rows; row++) {
          int pixel = windows.first(window) + windows.offset(place);
          double value = at.preActivation().get((long) pixel * rows + row);
          sides.add(value == at.output().values().get((long) window * rows + row));
        }
      }
    }
  }

  /// Where the arrays of a layer lie in the flat buffers; weights come first.
  private static List<List<Integer>> arrays(Layer layer) {
    return switch (layer) {
      case DenseLayer dense -> arrays(dense.weights());
      case ConvLayer conv -> arrays(conv.weights());
      case BatchNormLayer norm -> arrays(norm.learnt());
      case LayerNormLayer norm -> arrays(norm.learnt());
      default -> List.of(range(layer.parameterOffset(), layer.parameterCount()));
    };
  }

  private static List<List<Integer>> arrays(WeightBlock weights) {
    List<Integer> w = new ArrayList<>();
    List<Integer> b = new ArrayList<>();
    for (int unit = 0; unit < weights.units(); unit++) {
      for (int input = 0; input < weights.inputs(); input++) {
        w.add(weights.weightIndex(input, unit));
      }
      if (weights.hasBias()) {
        b.add(weights.biasIndex(unit));
      }
    }
    return List.of(w, b, weights.learnsSlope() ? List.of(weights.slopeIndex()) : List.of());
  }

  private static List<List<Integer>> arrays(ScaleAndShift learnt) {
    return List.of(
        range(learnt.gammaIndex(0), learnt.units()), range(learnt.betaIndex(0), learnt.units()));
  }

  private static List<Integer> range(int from, int count) {
    return IntStream.range(from, from + count).boxed().toList();
  }

  @Override
  public void close() {
    pass.close();
    network.close();
  }
}
