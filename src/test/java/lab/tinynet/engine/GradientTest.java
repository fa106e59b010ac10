package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lab.tinynet.data.Dataset;
import lab.tinynet.data.Datasets;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.engine.oracle.GeneratedNetwork;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients against central differences of the loss, of every activation with every loss that
/// goes with it: ‖a − n‖₂ ≤ 1e-6·max(‖a‖₂, ‖n‖₂, 1e-6) for every array.
class GradientTest {
  private static final double TOLERANCE = 1e-6;

  /// With the five-point difference the error is of the order of h⁴ = 1e-14 and the rounding of
  /// 1e-16/h = 3e-13.
  private static final double H = 3e-4;

  private static final int EXAMPLES = 6;
  private static final int INPUTS = 3;

  record Case(
      Activation hidden, Activation output, Loss loss, int depth, boolean bias, Penalty penalty) {
    @Override
    public String toString() {
      return hidden.kind().json()
          + " ×"
          + depth
          + " → "
          + output.kind().json()
          + ", "
          + loss.kind().json()
          + (bias ? "" : ", no bias")
          + (penalty.equals(Penalty.NONE) ? "" : ", penalty");
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Activation.Kind kind : Activation.Kind.values()) {
      if (kind == Activation.Kind.SOFTMAX) {
        continue;
      }
      for (Loss.Kind loss : Loss.Kind.values()) {
        Activation hidden = Activation.of(kind);
        cases.add(new Case(hidden, output(kind, loss), of(loss), 2, true, Penalty.NONE));
        cases.add(new Case(hidden, output(kind, loss), of(loss), 0, true, Penalty.NONE));
      }
      Loss mse = Loss.of(Loss.Kind.MSE);
      Activation other = new Activation(kind, kind.parameterField().isEmpty() ? 0 : 0.7);
      cases.add(new Case(other, other, mse, 1, false, Penalty.NONE));
      cases.add(new Case(other, other, mse, 4, true, new Penalty(0.01, 0.03)));
    }
    return cases.stream();
  }

  private static Loss of(Loss.Kind kind) {
    return kind == Loss.Kind.HUBER ? new Loss(kind, 0.6) : Loss.of(kind);
  }

  /// The output activation that the loss wants; where it takes any, the one under test.
  private static Activation output(Activation.Kind kind, Loss.Kind loss) {
    return switch (loss) {
      case MSE, HUBER -> Activation.of(kind);
      case BCE -> Activation.of(Activation.Kind.SIGMOID);
      case CROSS_ENTROPY -> Activation.of(Activation.Kind.SOFTMAX);
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void gradientsAreThoseOfTheLoss(Case made) {
    Experiment experiment = experiment(made);
    assertThat(Validation.check(experiment)).isEmpty();
    try (var bench = new Bench(experiment)) {
      bench.agree();
    }
  }

  /// Softmax under other losses is refused by the rules of an experiment; its derivative stands in
  /// the engine all the same.
  @Test
  void softmaxHasTheGradientOfAnySmoothLoss() {
    var softmax = Activation.of(Activation.Kind.SOFTMAX);
    var tanh = Activation.of(Activation.Kind.TANH);
    Loss mse = Loss.of(Loss.Kind.MSE);
    try (var bench = new Bench(experiment(new Case(tanh, softmax, mse, 1, true, Penalty.NONE)))) {
      bench.agree();
    }
  }

  @Test
  void targetsThatAreNoOneHotRowsHaveTheirGradientToo() {
    agreeOnTargets(0.3, 0.7, 0.8, 0.2);
  }

  /// A row may miss 1 by a millionth and has its gradient all the same; here by more, to be seen.
  @Test
  void targetsWhoseSumIsNotOneHaveTheirGradientToo() {
    agreeOnTargets(0.3, 0.9, 0.1, 0.2);
  }

  private static void agreeOnTargets(double... targets) {
    var softmax = Activation.of(Activation.Kind.SOFTMAX);
    Loss loss = Loss.of(Loss.Kind.CROSS_ENTROPY);
    Experiment base = experiment(new Case(softmax, softmax, loss, 0, true, Penalty.NONE));
    Matrix y = Matrix.of(2, 2, targets);
    Matrix x = Matrix.of(2, INPUTS, new Draws(3).uniforms(2 * INPUTS, 1));
    var data = new DataSpec.Inline(x, y, Matrix.empty(0), Matrix.empty(0));
    try (var bench = new Bench(base.withData(data))) {
      bench.agree();
    }
  }

  private static Experiment experiment(Case made) {
    List<LayerSpec> network = new ArrayList<>();
    for (int i = 0; i < made.depth(); i++) {
      network.add(dense(4 - i % 2, made.hidden(), made.bias()));
    }
    int outputs = 2;
    network.add(dense(outputs, made.output(), made.bias()));
    var draws = new Draws(17);
    double[] y = new double[EXAMPLES * outputs];
    for (int i = 0; i < y.length; i += 2) {
      boolean first = draws.onceIn(2);
      switch (made.loss().kind()) {
        case MSE, HUBER -> {
          y[i] = draws.uniform(-2, 2);
          y[i + 1] = draws.uniform(-2, 2);
        }
        case BCE, CROSS_ENTROPY -> {
          y[i] = first ? 1 : 0;
          y[i + 1] = first ? 0 : 1;
        }
      }
    }
    return new Experiment(
        "",
        1,
        new DataSpec.Inline(
            Matrix.of(EXAMPLES, INPUTS, draws.uniforms(EXAMPLES * INPUTS, 1.5)),
            Matrix.of(EXAMPLES, outputs, y),
            Matrix.empty(0),
            Matrix.empty(0)),
        network,
        made.loss(),
        new Optimizer.Sgd(0.1),
        BatchSize.FULL,
        Clip.NONE,
        made.penalty());
  }

  private static LayerSpec.Dense dense(int units, Activation activation, boolean bias) {
    return new LayerSpec.Dense(units, activation, Initializer.ZEROS, bias, Initializer.ZEROS);
  }

  /// A network with its examples, on which parameters can be moved.
  private static final class Bench implements AutoCloseable {
    private final Experiment experiment;
    private final Dataset data;
    private final Network network;
    private final Pass pass;

    Bench(Experiment experiment) {
      NumericLibrary.load();
      this.experiment = experiment;
      this.data = Datasets.of(experiment);
      this.network = new Network(experiment, data.inputs());
      WeightsTransfer.write(
          GeneratedNetwork.weights(new Draws(5), data.inputs(), experiment.network(), 0.9),
          network);
      this.pass = new Pass(network, data.outputs(), data.trainCount(), true);
      pass.prepare(data.trainCount());
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
      for (DenseLayer layer : network.layers()) {
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

    private double penalty() {
      double sum = 0;
      for (DenseLayer layer : network.layers()) {
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

    /// On which side of every kink the last forward pass was: of the activations' at 0, of Huber's
    /// at ±δ, of |w| at 0.
    private boolean[] sides() {
      List<Boolean> sides = new ArrayList<>();
      int rows = data.trainCount();
      for (int l = 0; l < network.layers().size(); l++) {
        DenseLayer layer = network.layers().get(l);
        boolean kink =
            switch (layer.spec().activation().kind()) {
              case RELU, LEAKY_RELU, PRELU, ELU, SELU -> true;
              case IDENTITY, SIGMOID, TANH, GELU, SILU, SOFTPLUS, MISH, SOFTMAX -> false;
            };
        for (int i = 0; kink && i < rows * layer.info().units(); i++) {
          sides.add(pass.layer(l).preActivation().get(i) > 0);
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

    /// Where W, b and the slope of a layer lie in the flat buffers; W comes first.
    private static List<List<Integer>> arrays(DenseLayer layer) {
      List<Integer> w = new ArrayList<>();
      List<Integer> b = new ArrayList<>();
      for (int unit = 0; unit < layer.info().units(); unit++) {
        for (int input = 0; input < layer.info().inputs(); input++) {
          w.add(layer.weightIndex(input, unit));
        }
        if (layer.spec().bias()) {
          b.add(layer.biasIndex(unit));
        }
      }
      boolean slope = layer.spec().activation().kind() == Activation.Kind.PRELU;
      return List.of(w, b, slope ? List.of(layer.slopeIndex()) : List.of());
    }

    @Override
    public void close() {
      pass.close();
      network.close();
    }
  }
}
