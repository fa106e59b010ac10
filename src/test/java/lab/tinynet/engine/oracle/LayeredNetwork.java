package lab.tinynet.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.LayerSpec.Padding;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.OutputShape;
import lab.tinynet.spec.Penalty;

/// A small random experiment with layers of every kind on images or on rows.
public final class LayeredNetwork {
  private static final int BATCH = 5;

  private final Draws draws;
  private final List<LayerSpec> network = new ArrayList<>();
  private OutputShape shape;

  /// A normalisation takes away parts of the gradient before it, and of what remains, which is
  /// rounding errors, Adam makes steps of full length.
  private boolean normalises;

  private LayeredNetwork(Draws draws, OutputShape input) {
    this.draws = draws;
    this.shape = input;
  }

  public static GeneratedNetwork of(long seed) {
    var draws = new Draws(seed + 10_000);
    Loss.Kind[] kinds = Loss.Kind.values();
    Loss loss = GeneratedNetwork.loss(draws, kinds[(int) (seed % kinds.length)]);
    int outputs = loss.kind() == Loss.Kind.CROSS_ENTROPY ? 3 : 2;
    boolean images = !draws.onceIn(4);
    OutputShape input =
        images
            ? OutputShape.of(
                new ImageShape(draws.between(1, 2), draws.between(4, 7), draws.between(4, 7)))
            : OutputShape.row(draws.between(2, 6));
    var made = new LayeredNetwork(draws, input);
    int layers = draws.between(2, 6);
    for (int i = 0; i < layers; i++) {
      made.add(made.any(2));
    }
    made.output(loss, outputs);
    Experiment experiment =
        new Experiment(
            "layered " + seed,
            seed,
            data(draws, loss, input, outputs),
            made.network,
            loss,
            GeneratedNetwork.optimizer(draws, optimizer(seed, made.normalises)),
            new BatchSize(BATCH),
            GeneratedNetwork.clip(draws),
            draws.onceIn(2) ? Penalty.NONE : new Penalty(0.002, 0.01));
    return new GeneratedNetwork(
        experiment, GeneratedNetwork.weights(draws, input, made.network, 0.6));
  }

  /// SGD, momentum, Nesterov or Adam. The optimisers that divide by the size of the first gradient
  /// turn the last bits of one that is nearly 0 into whole steps, Adam too where a normalisation
  /// makes gradients 0: no two correct implementations agree there. [GeneratedNetwork] tries all.
  private static int optimizer(long seed, boolean normalises) {
    int kind = (int) (seed % (normalises ? 3 : 4));
    return kind == 3 ? 5 : kind;
  }

  private void add(LayerSpec layer) {
    network.add(layer);
    shape = shape.after(layer);
  }

  /// A layer that can read the present shape.
  ///
  /// @param depth how deep residuals may be nested
  private LayerSpec any(int depth) {
    int kind = draws.between(0, 9);
    if (kind == 0 && depth > 0) {
      return residual(depth);
    }
    return switch (kind) {
      case 1 -> batchNorm();
      case 2 -> {
        normalises = true;
        yield new LayerSpec.LayerNorm();
      }
      case 3 -> new LayerSpec.Dropout(draws.uniform(0, 0.5));
      case 4 -> new LayerSpec.Activated(GeneratedNetwork.activation(draws));
      default -> shape.image().isPresent() ? ofImage(shape.image().get(), kind) : row(kind);
    };
  }

  private LayerSpec batchNorm() {
    normalises = true;
    return new LayerSpec.BatchNorm();
  }

  private LayerSpec row(int kind) {
    return kind == 5
        ? new LayerSpec.Flatten()
        : dense(draws.between(2, 6), GeneratedNetwork.activation(draws));
  }

  private LayerSpec ofImage(ImageShape image, int kind) {
    int side = Math.min(image.height(), image.width());
    int window = draws.between(1, Math.min(3, side));
    int stride = draws.between(1, 2);
    return switch (kind) {
      case 5 -> new LayerSpec.Flatten();
      case 6 -> new LayerSpec.MaxPool(window, stride);
      case 7 -> new LayerSpec.AveragePool(window, stride);
      default -> conv(draws.between(1, 3), window, stride, draws.oneOf(Padding.values()));
    };
  }

  /// Layers that give back the shape they are given.
  private LayerSpec residual(int depth) {
    List<LayerSpec> inside = new ArrayList<>();
    if (draws.onceIn(2)) {
      inside.add(batchNorm());
    }
    if (draws.onceIn(4)) {
      inside.add(residual(depth - 1));
    }
    if (shape.image().isPresent()) {
      inside.add(conv(2, 3, 1, Padding.SAME));
      inside.add(conv(shape.units(), draws.between(1, 3), 1, Padding.SAME));
    } else {
      inside.add(dense(3, GeneratedNetwork.activation(draws)));
      inside.add(dense(shape.size(), GeneratedNetwork.activation(draws)));
    }
    return new LayerSpec.Residual(inside);
  }

  private void output(Loss loss, int outputs) {
    Activation last =
        switch (loss.kind()) {
          case BCE -> Activation.of(Activation.Kind.SIGMOID);
          case CROSS_ENTROPY -> Activation.of(Activation.Kind.SOFTMAX);
          case MSE, HUBER -> Activation.of(Activation.Kind.TANH);
        };
    if (draws.onceIn(3)) {
      add(dense(outputs, Activation.of(Activation.Kind.IDENTITY)));
      add(new LayerSpec.Activated(last));
    } else {
      add(dense(outputs, last));
    }
  }

  private LayerSpec conv(int filters, int kernel, int stride, Padding padding) {
    return new LayerSpec.Conv2d(
        filters,
        kernel,
        stride,
        padding,
        GeneratedNetwork.activation(draws),
        Initializer.ZEROS,
        !draws.onceIn(4),
        Initializer.ZEROS);
  }

  private LayerSpec dense(int units, Activation activation) {
    return new LayerSpec.Dense(
        units, activation, Initializer.ZEROS, !draws.onceIn(4), Initializer.ZEROS);
  }

  /// The examples do not divide into the batches.
  private static DataSpec data(Draws draws, Loss loss, OutputShape input, int outputs) {
    int count = draws.between(12, 18);
    int tests = draws.onceIn(3) ? 0 : draws.between(1, 8);
    int size = input.size();
    return new DataSpec.Inline(
        Matrix.of(count, size, draws.uniforms(count * size, 2)),
        GeneratedNetwork.targets(draws, loss, count, outputs, true),
        Matrix.of(tests, size, draws.uniforms(tests * size, 2)),
        GeneratedNetwork.targets(draws, loss, tests, outputs, true),
        Optional.of(input).flatMap(OutputShape::image));
  }
}
