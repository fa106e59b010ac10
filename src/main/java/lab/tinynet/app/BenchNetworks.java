package lab.tinynet.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;

/// The networks that `bench` measures: fully connected ones (ReLU, tanh out, MSE) and convolutional
/// ones (ReLU, softmax out, cross-entropy), SGD, on 512 training examples and no test set, so that
/// a probe pass sees 512 examples.
final class BenchNetworks {
  private static final int EXAMPLES = 512;
  private static final int CLASSES = 10;
  private static final double RATE = 0.01;

  private BenchNetworks() {}

  /// Cases by name, in the order of the table.
  static List<Map.Entry<String, Experiment>> all() {
    return List.of(
        dense("2-4-2-1 b10", 10, 4, 2),
        dense("2-8-8-1 b10", 10, 8, 8),
        dense("2-8x6-1 b30", 30, 8, 8, 8, 8, 8, 8),
        dense("2-32-32-1 b32", 32, 32, 32),
        dense("2-32x4-1 b64", 64, 32, 32, 32, 32),
        images(
            "conv 16x16 b16",
            16,
            16,
            conv(3, 8),
            new LayerSpec.MaxPool(2, 2),
            layer(CLASSES, Activation.Kind.SOFTMAX)),
        images(
            "conv 24x24 b20",
            24,
            20,
            conv(5, 8),
            new LayerSpec.MaxPool(2, 2),
            conv(5, 16),
            new LayerSpec.MaxPool(3, 3),
            layer(CLASSES, Activation.Kind.SOFTMAX)));
  }

  private static Map.Entry<String, Experiment> dense(String name, int batch, int... hidden) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int units : hidden) {
      layers.add(layer(units, Activation.Kind.RELU));
    }
    layers.add(layer(1, Activation.Kind.TANH));
    return Map.entry(
        name,
        new Experiment(
            name,
            1,
            new DataSpec.Generated(DataSpec.Shape.CIRCLE, EXAMPLES, 0.1, 0),
            layers,
            Loss.of(Loss.Kind.MSE),
            new Optimizer.Sgd(RATE),
            new BatchSize(batch),
            Clip.NONE,
            Penalty.NONE));
  }

  private static LayerSpec conv(int kernel, int filters) {
    Activation relu = Activation.of(Activation.Kind.RELU);
    return new LayerSpec.Conv2d(
        filters,
        kernel,
        1,
        LayerSpec.Padding.SAME,
        relu,
        Initializer.usualFor(relu),
        true,
        Initializer.ZEROS);
  }

  /// Grey images of noise in ten classes, each brighter in another part.
  private static Map.Entry<String, Experiment> images(
      String name, int side, int batch, LayerSpec... layers) {
    int size = side * side;
    double[] x = new double[EXAMPLES * size];
    double[] y = new double[EXAMPLES * CLASSES];
    for (int example = 0; example < EXAMPLES; example++) {
      int shown = example % CLASSES;
      y[example * CLASSES + shown] = 1;
      for (int pixel = 0; pixel < size; pixel++) {
        double noise = CounterRandom.uniform(1, CounterRandom.Purpose.DATA, example, pixel);
        x[example * size + pixel] = 0.5 * noise + (pixel * CLASSES / size == shown ? 0.5 : 0);
      }
    }
    return Map.entry(
        name,
        new Experiment(
            name,
            1,
            new DataSpec.Inline(
                Matrix.of(EXAMPLES, size, x),
                Matrix.of(EXAMPLES, CLASSES, y),
                Matrix.empty(size),
                Matrix.empty(CLASSES),
                Optional.of(new ImageShape(1, side, side))),
            List.of(layers),
            Loss.of(Loss.Kind.CROSS_ENTROPY),
            new Optimizer.Sgd(RATE),
            new BatchSize(batch),
            Clip.NONE,
            Penalty.NONE));
  }

  private static LayerSpec layer(int units, Activation.Kind kind) {
    Activation activation = Activation.of(kind);
    return new LayerSpec.Dense(
        units, activation, Initializer.usualFor(activation), true, Initializer.ZEROS);
  }
}
