package lab.tinynet.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.OutputShape;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.spec.Schedule;
import lab.tinynet.spec.Weights;

/// A small random experiment of any make, with initial weights.
public record GeneratedNetwork(Experiment experiment, Weights weights) {
  private static final List<Loss.Kind> LOSSES =
      List.of(Loss.Kind.MSE, Loss.Kind.BCE, Loss.Kind.CROSS_ENTROPY, Loss.Kind.HUBER);

  /// 28 seeds in a row have every loss with every optimiser.
  public static GeneratedNetwork of(long seed) {
    var draws = new Draws(seed);
    Loss loss = loss(draws, LOSSES.get((int) (seed % 4)));
    int inputs = draws.between(1, 4);
    int outputs =
        loss.kind() == Loss.Kind.CROSS_ENTROPY ? draws.between(2, 4) : draws.between(1, 3);
    List<LayerSpec> network = network(draws, loss, outputs);
    Experiment experiment =
        new Experiment(
            "generated " + seed,
            seed,
            data(draws, loss, inputs, outputs),
            network,
            loss,
            optimizer(draws, (int) (seed % 7)),
            draws.onceIn(4) ? BatchSize.FULL : new BatchSize(draws.between(1, 12)),
            clip(draws),
            draws.onceIn(2)
                ? Penalty.NONE
                : new Penalty(draws.uniform(0, 0.01), draws.uniform(0, 0.02)));
    return new GeneratedNetwork(experiment, weights(draws, OutputShape.row(inputs), network, 1));
  }

  static Loss loss(Draws draws, Loss.Kind kind) {
    return switch (kind) {
      case MSE -> Loss.of(Loss.Kind.MSE);
      case BCE -> Loss.of(Loss.Kind.BCE);
      case CROSS_ENTROPY -> Loss.of(Loss.Kind.CROSS_ENTROPY);
      case HUBER -> new Loss(Loss.Kind.HUBER, draws.uniform(0.2, 1.5));
    };
  }

  private static List<LayerSpec> network(Draws draws, Loss loss, int outputs) {
    List<LayerSpec> network = new ArrayList<>();
    int hidden = draws.between(0, 3);
    for (int i = 0; i < hidden; i++) {
      network.add(dense(draws.between(1, 7), activation(draws), !draws.onceIn(4)));
    }
    Activation last =
        switch (loss.kind()) {
          case BCE -> Activation.of(Activation.Kind.SIGMOID);
          case CROSS_ENTROPY -> Activation.of(Activation.Kind.SOFTMAX);
          case MSE, HUBER -> activation(draws);
        };
    network.add(dense(outputs, last, !draws.onceIn(4)));
    return network;
  }

  private static LayerSpec.Dense dense(int units, Activation activation, boolean bias) {
    return new LayerSpec.Dense(units, activation, Initializer.ZEROS, bias, Initializer.ZEROS);
  }

  static Activation activation(Draws draws) {
    Activation.Kind kind =
        draws.oneOf(
            Activation.Kind.IDENTITY,
            Activation.Kind.SIGMOID,
            Activation.Kind.TANH,
            Activation.Kind.RELU,
            Activation.Kind.RELU,
            Activation.Kind.LEAKY_RELU,
            Activation.Kind.PRELU,
            Activation.Kind.ELU,
            Activation.Kind.SELU,
            Activation.Kind.GELU,
            Activation.Kind.SILU,
            Activation.Kind.SOFTPLUS,
            Activation.Kind.MISH);
    boolean other = !kind.parameterField().isEmpty() && draws.onceIn(2);
    return other ? new Activation(kind, draws.uniform(0.05, 1.5)) : Activation.of(kind);
  }

  static Optimizer optimizer(Draws draws, int kind) {
    double rate = draws.uniform(0.0005, 0.02);
    double beta1 = draws.uniform(0.5, 0.95);
    double beta2 = draws.uniform(0.9, 0.9995);
    double epsilon = draws.oneOf(1e-8, 1e-4);
    Optimizer optimizer =
        switch (kind) {
          case 0 -> new Optimizer.Sgd(draws.uniform(0.005, 0.15));
          case 1 -> new Optimizer.Momentum(2 * rate, beta1);
          case 2 -> new Optimizer.Nesterov(2 * rate, beta1);
          case 3 -> new Optimizer.RmsProp(rate, beta2, epsilon);
          case 4 -> new Optimizer.Adagrad(3 * rate, epsilon, draws.oneOf(0.0, 0.1));
          case 5 -> new Optimizer.Adam(rate, beta1, beta2, epsilon);
          default -> new Optimizer.AdamW(rate, beta1, beta2, epsilon, draws.uniform(0, 0.3));
        };
    return optimizer.withSchedule(
        switch (draws.between(0, 5)) {
          case 0 -> new Schedule.Staircase(draws.between(1, 40), draws.uniform(0.3, 1));
          case 1 -> new Schedule.Cosine(draws.between(1, 150), draws.oneOf(0.0, 0.2));
          case 2 -> new Schedule.Warmup(draws.between(1, 150));
          default -> Schedule.CONSTANT;
        });
  }

  static Clip clip(Draws draws) {
    return switch (draws.oneOf(Clip.Kind.values())) {
      case NONE -> Clip.NONE;
      case NORM -> new Clip(Clip.Kind.NORM, draws.uniform(0.05, 1));
      case LAYER_NORM -> new Clip(Clip.Kind.LAYER_NORM, draws.uniform(0.05, 1));
      case VALUE -> new Clip(Clip.Kind.VALUE, draws.uniform(0.01, 0.3));
    };
  }

  private static DataSpec data(Draws draws, Loss loss, int inputs, int outputs) {
    int count = draws.onceIn(10) ? draws.between(513, 600) : draws.between(3, 40);
    int tests = draws.onceIn(3) ? 0 : draws.onceIn(10) ? 530 : draws.between(1, 20);
    boolean regression = draws.onceIn(2);
    return new DataSpec.Inline(
        Matrix.of(count, inputs, draws.uniforms(count * inputs, 2)),
        targets(draws, loss, count, outputs, regression),
        Matrix.of(tests, inputs, draws.uniforms(tests * inputs, 2)),
        targets(draws, loss, tests, outputs, regression));
  }

  static Matrix targets(Draws draws, Loss loss, int count, int outputs, boolean regression) {
    double[] y = new double[count * outputs];
    for (int r = 0; r < count; r++) {
      int chosen = draws.between(0, outputs - 1);
      for (int c = 0; c < outputs; c++) {
        y[r * outputs + c] =
            switch (loss.kind()) {
              case CROSS_ENTROPY -> c == chosen ? 1 : 0;
              case BCE -> regression ? draws.uniform(0, 1) : draws.between(0, 1);
              case MSE, HUBER -> regression ? draws.uniform(-2, 2) : 2 * draws.between(0, 1) - 1;
            };
      }
    }
    return Matrix.of(count, outputs, y);
  }

  /// Weights, biases, shifts and running means between ±`limit`, scales and running variances
  /// around 1, and a slope where one is learnt.
  public static Weights weights(
      Draws draws, OutputShape input, List<LayerSpec> network, double limit) {
    List<Weights.Layer> layers = new ArrayList<>();
    for (PlacedLayer layer : NetworkShape.of(network, input).layers()) {
      int fanIn = layer.fanIn();
      switch (layer.spec()) {
        case LayerSpec.Dense dense -> {
          int units = dense.units();
          Optional<Matrix> bias = bias(draws, dense.bias(), units, limit);
          OptionalDouble slope = slope(draws, dense.activation());
          Matrix w = Matrix.of(fanIn, units, draws.uniforms(fanIn * units, limit));
          layers.add(new Weights.Dense(w, bias, slope));
        }
        case LayerSpec.Conv2d conv -> {
          int filters = conv.filters();
          Optional<Matrix> bias = bias(draws, conv.bias(), filters, limit);
          OptionalDouble slope = slope(draws, conv.activation());
          Matrix k = Matrix.of(filters, fanIn, draws.uniforms(filters * fanIn, limit));
          layers.add(new Weights.Conv2d(k, conv.kernel(), bias, slope));
        }
        case LayerSpec.BatchNorm _ -> {
          int units = layer.input().units();
          layers.add(
              new Weights.BatchNorm(
                  around(draws, units, 1),
                  around(draws, units, 0),
                  around(draws, units, 0),
                  around(draws, units, 1)));
        }
        case LayerSpec.LayerNorm _ -> {
          int size = layer.input().size();
          layers.add(new Weights.LayerNorm(around(draws, size, 1), around(draws, size, 0)));
        }
        case LayerSpec.Activated(Activation activation) ->
            slope(draws, activation).ifPresent(slope -> layers.add(new Weights.Slope(slope)));
        case LayerSpec.MaxPool _,
            LayerSpec.AveragePool _,
            LayerSpec.Flatten _,
            LayerSpec.Dropout _,
            LayerSpec.Residual _ -> {
          // No parameters.
        }
      }
    }
    return new Weights(layers);
  }

  private static Optional<Matrix> bias(Draws draws, boolean bias, int units, double limit) {
    return bias ? Optional.of(Matrix.of(1, units, draws.uniforms(units, limit))) : Optional.empty();
  }

  private static OptionalDouble slope(Draws draws, Activation activation) {
    return activation.kind() == Activation.Kind.PRELU
        ? OptionalDouble.of(draws.uniform(0.1, 0.6))
        : OptionalDouble.empty();
  }

  private static Matrix around(Draws draws, int count, double middle) {
    double[] values = draws.uniforms(count, 0.5);
    for (int i = 0; i < count; i++) {
      values[i] += middle;
    }
    return Matrix.of(1, count, values);
  }
}
