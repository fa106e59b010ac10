package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.LayerSpec.Padding;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.Validation;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients of every kind of layer against central differences, see [GradientBench]: the mask of a
/// dropout stays the same, since it belongs to a step, and batch normalisation trains.
class LayerGradientTest {
  private static final int EXAMPLES = 5;
  private static final ImageShape IMAGE = new ImageShape(2, 5, 6);
  private static final Activation TANH = Activation.of(Activation.Kind.TANH);
  private static final Activation IDENTITY = Activation.of(Activation.Kind.IDENTITY);

  static Stream<Named<List<LayerSpec>>> networks() {
    List<Named<List<LayerSpec>>> all = new ArrayList<>();
    for (Activation.Kind kind : Activation.Kind.values()) {
      if (kind != Activation.Kind.SOFTMAX) {
        Activation f = Activation.of(kind);
        add(all, "conv2d " + kind.json(), conv(3, 3, 1, Padding.SAME, f), dense(2, TANH));
        add(all, "activation " + kind.json(), dense(4, IDENTITY), activation(f), dense(2, TANH));
        add(all, "activation first " + kind.json(), activation(f), dense(2, TANH));
      }
    }
    for (Padding padding : Padding.values()) {
      for (int kernel : new int[] {1, 2, 3, 5}) {
        for (int stride : new int[] {1, 2, 3}) {
          String name = "conv2d " + kernel + " / " + stride + " " + padding.json();
          // The second one passes its gradient on to the first.
          add(
              all,
              name,
              conv(2, 1, 1, Padding.SAME, TANH),
              conv(3, kernel, stride, padding, TANH),
              dense(2, TANH));
        }
      }
    }
    add(all, "no bias", noBias(conv(2, 3, 1, Padding.SAME, TANH)), dense(2, TANH));
    add(all, "kernel beyond the image", conv(2, 9, 2, Padding.SAME, TANH), dense(2, TANH));
    for (int size : new int[] {1, 2, 3}) {
      for (int stride : new int[] {1, 2, 3}) {
        LayerSpec conv = conv(2, 3, 1, Padding.SAME, TANH);
        String name = size + " / " + stride;
        add(all, "max-pool " + name, conv, new LayerSpec.MaxPool(size, stride), dense(2, TANH));
        LayerSpec average = new LayerSpec.AveragePool(size, stride);
        add(all, "average-pool " + name, conv, average, dense(2, TANH));
      }
    }
    var batchNorm = new LayerSpec.BatchNorm();
    var layerNorm = new LayerSpec.LayerNorm();
    LayerSpec small = conv(2, 2, 1, Padding.VALID, TANH);
    for (LayerSpec norm : List.of(batchNorm, layerNorm)) {
      add(all, norm.kind() + " of images", small, norm, dense(2, TANH));
      add(all, norm.kind() + " of rows", dense(4, TANH), norm, dense(2, TANH));
      add(all, norm.kind() + " first", norm, dense(2, TANH));
      add(all, norm.kind() + " last", dense(2, TANH), norm);
    }
    var dropout = new LayerSpec.Dropout(0.4);
    add(all, "dropout", dropout, dense(6, TANH), dropout, dense(2, TANH));
    add(all, "flatten", small, new LayerSpec.Flatten(), dense(2, TANH));
    add(all, "residual first", residual(conv(2, 3, 1, Padding.SAME, TANH)), dense(2, TANH));
    add(
        all,
        "residual",
        dense(4, TANH),
        residual(dense(3, TANH), residual(dense(3, TANH), dropout), batchNorm, dense(4, IDENTITY)),
        activation(TANH),
        residual(new LayerSpec.Flatten(), new LayerSpec.Flatten()),
        dense(2, TANH));
    add(
        all,
        "all together",
        // A bias here would be taken away again by the mean: its gradient is nothing but rounding.
        noBias(conv(3, 3, 1, Padding.SAME, IDENTITY)),
        batchNorm,
        activation(Activation.of(Activation.Kind.PRELU)),
        residual(conv(3, 3, 1, Padding.SAME, TANH), layerNorm),
        new LayerSpec.MaxPool(2, 2),
        new LayerSpec.AveragePool(2, 1),
        new LayerSpec.Flatten(),
        dropout,
        dense(2, IDENTITY));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAreThoseOfTheLoss(List<LayerSpec> network) {
    agree(experiment(network, Loss.of(Loss.Kind.MSE), Penalty.NONE));
  }

  static Stream<Named<Experiment>> withLosses() {
    LayerSpec conv = conv(3, 3, 1, Padding.SAME, Activation.of(Activation.Kind.PRELU));
    LayerSpec norm = new LayerSpec.BatchNorm();
    List<Named<Experiment>> all = new ArrayList<>();
    for (Loss.Kind loss : Loss.Kind.values()) {
      Activation last =
          switch (loss) {
            case MSE, HUBER -> TANH;
            case BCE -> Activation.of(Activation.Kind.SIGMOID);
            case CROSS_ENTROPY -> Activation.of(Activation.Kind.SOFTMAX);
          };
      Loss made = loss == Loss.Kind.HUBER ? new Loss(loss, 0.6) : Loss.of(loss);
      Penalty penalty = new Penalty(0.01, 0.03);
      all.add(
          Named.of(loss.json(), experiment(List.of(conv, norm, dense(2, last)), made, penalty)));
      all.add(
          Named.of(
              loss.json() + ", activation on its own",
              experiment(List.of(conv, dense(2, IDENTITY), activation(last)), made, penalty)));
    }
    return all.stream();
  }

  /// The penalty is on W and K, and on nothing else.
  @ParameterizedTest
  @MethodSource("withLosses")
  void gradientsAreThoseOfTheLossWithItsPenalty(Experiment experiment) {
    agree(experiment);
  }

  private static void agree(Experiment experiment) {
    assertThat(Validation.check(experiment)).isEmpty();
    try (var bench = new GradientBench(experiment)) {
      bench.agree();
    }
  }

  private static void add(List<Named<List<LayerSpec>>> all, String name, LayerSpec... network) {
    all.add(Named.of(name, List.of(network)));
  }

  private static LayerSpec.Conv2d conv(
      int filters, int kernel, int stride, Padding padding, Activation activation) {
    Initializer zeros = Initializer.ZEROS;
    return new LayerSpec.Conv2d(filters, kernel, stride, padding, activation, zeros, true, zeros);
  }

  private static LayerSpec noBias(LayerSpec.Conv2d conv) {
    return new LayerSpec.Conv2d(
        conv.filters(),
        conv.kernel(),
        conv.stride(),
        conv.padding(),
        conv.activation(),
        conv.init(),
        false,
        conv.biasInit());
  }

  private static LayerSpec dense(int units, Activation activation) {
    return new LayerSpec.Dense(units, activation, Initializer.ZEROS, true, Initializer.ZEROS);
  }

  private static LayerSpec activation(Activation activation) {
    return new LayerSpec.Activated(activation);
  }

  private static LayerSpec residual(LayerSpec... inside) {
    return new LayerSpec.Residual(List.of(inside));
  }

  private static Experiment experiment(List<LayerSpec> network, Loss loss, Penalty penalty) {
    var draws = new Draws(17);
    double[] y = new double[EXAMPLES * 2];
    for (int i = 0; i < y.length; i += 2) {
      boolean first = draws.onceIn(2);
      boolean free = loss.kind() == Loss.Kind.MSE || loss.kind() == Loss.Kind.HUBER;
      y[i] = free ? draws.uniform(-2, 2) : first ? 1 : 0;
      y[i + 1] = free ? draws.uniform(-2, 2) : first ? 0 : 1;
    }
    return new Experiment(
        "",
        1,
        new DataSpec.Inline(
            Matrix.of(EXAMPLES, IMAGE.size(), draws.uniforms(EXAMPLES * IMAGE.size(), 1.5)),
            Matrix.of(EXAMPLES, 2, y),
            Matrix.empty(0),
            Matrix.empty(0),
            Optional.of(IMAGE)),
        network,
        loss,
        new Optimizer.Sgd(0.1),
        BatchSize.FULL,
        Clip.NONE,
        penalty);
  }
}
