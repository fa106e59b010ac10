package lab.tinynet.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;

/// The networks that `bench` measures: ReLU, tanh out, MSE, SGD, on 512 training examples and no
/// test set, so that a probe pass sees 512 examples.
final class BenchNetworks {
  private static final int EXAMPLES = 512;
  private static final double RATE = 0.01;

  private BenchNetworks() {}

  /// Cases by name, in the order of the table.
  static List<Map.Entry<String, Experiment>> all() {
    return List.of(
        dense("2-4-2-1 b10", 10, 4, 2),
        dense("2-8-8-1 b10", 10, 8, 8),
        dense("2-8x6-1 b30", 30, 8, 8, 8, 8, 8, 8),
        dense("2-32-32-1 b32", 32, 32, 32),
        dense("2-32x4-1 b64", 64, 32, 32, 32, 32));
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

  private static LayerSpec layer(int units, Activation.Kind kind) {
    Activation activation = Activation.of(kind);
    return new LayerSpec.Dense(
        units, activation, Initializer.usualFor(activation), true, Initializer.ZEROS);
  }
}
