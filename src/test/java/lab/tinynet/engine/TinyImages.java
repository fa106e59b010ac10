package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;

/// Small images of noise with a bright row or a bright column, to be told apart.
final class TinyImages {
  static final ImageShape SHAPE = new ImageShape(1, 6, 6);

  private TinyImages() {}

  static DataSpec data(int examples, int tests) {
    var draws = new Draws(31);
    return new DataSpec.Inline(
        images(draws, examples),
        classes(examples),
        images(draws, tests),
        classes(tests),
        Optional.of(SHAPE));
  }

  private static Matrix images(Draws draws, int count) {
    double[] x = draws.uniforms(count * SHAPE.size(), 0.3);
    for (int i = 0; i < count; i++) {
      int line = draws.between(0, 5);
      for (int pixel = 0; pixel < 6; pixel++) {
        x[i * SHAPE.size() + (i % 2 == 0 ? line * 6 + pixel : pixel * 6 + line)] += 1;
      }
    }
    return Matrix.of(count, SHAPE.size(), x);
  }

  private static Matrix classes(int count) {
    double[] y = new double[count * 2];
    for (int i = 0; i < count; i++) {
      y[2 * i + i % 2] = 1;
    }
    return Matrix.of(count, 2, y);
  }

  /// Cross-entropy on a softmax of two, behind these layers.
  static Experiment experiment(int examples, int tests, LayerSpec... layers) {
    List<LayerSpec> network = new ArrayList<>(List.of(layers));
    network.add(TinyNetworks.dense(2, Activation.Kind.SOFTMAX));
    return new Experiment(
        "",
        3,
        data(examples, tests),
        network,
        Loss.of(Loss.Kind.CROSS_ENTROPY),
        new Optimizer.Momentum(0.02, 0.9),
        new BatchSize(9),
        Clip.NONE,
        Penalty.NONE);
  }

  static LayerSpec.Conv2d conv(int filters, int kernel, Activation.Kind kind) {
    Activation activation = Activation.of(kind);
    return new LayerSpec.Conv2d(
        filters,
        kernel,
        1,
        LayerSpec.Padding.SAME,
        activation,
        Initializer.usualFor(activation),
        true,
        Initializer.ZEROS);
  }

  /// Every kind of layer once.
  static LayerSpec[] everyKind() {
    return new LayerSpec[] {
      conv(4, 3, Activation.Kind.IDENTITY),
      new LayerSpec.BatchNorm(),
      new LayerSpec.Activated(Activation.of(Activation.Kind.RELU)),
      new LayerSpec.Residual(List.of(new LayerSpec.LayerNorm(), conv(4, 3, Activation.Kind.PRELU))),
      new LayerSpec.MaxPool(2, 2),
      new LayerSpec.AveragePool(2, 1),
      new LayerSpec.Flatten(),
      new LayerSpec.Dropout(0.3)
    };
  }
}
