package lab.tinynet.engine;

import java.util.Arrays;
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
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.Weights;

/// Networks so small that a test can say what happens in them.
final class TinyNetworks {
  private TinyNetworks() {}

  /// MSE, full batches, no clipping, no penalty.
  static Experiment of(DataSpec data, Optimizer optimizer, LayerSpec... layers) {
    return new Experiment(
        "",
        1,
        data,
        List.of(layers),
        Loss.of(Loss.Kind.MSE),
        optimizer,
        BatchSize.FULL,
        Clip.NONE,
        Penalty.NONE);
  }

  static LayerSpec.Dense dense(int units, Activation.Kind kind) {
    Activation activation = Activation.of(kind);
    return new LayerSpec.Dense(
        units, activation, Initializer.usualFor(activation), true, Initializer.ZEROS);
  }

  static DataSpec.Inline inline(double[][] x, double[][] y) {
    return new DataSpec.Inline(matrix(x), matrix(y), Matrix.empty(0), Matrix.empty(0));
  }

  static Matrix matrix(double[]... rows) {
    return Matrix.of(
        rows.length, rows[0].length, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
  }

  /// A layer's weights.
  ///
  /// @param b the biases
  /// @param w one row an input
  static Weights.Dense layer(double[] b, double[]... w) {
    return new Weights.Dense(matrix(w), Optional.of(matrix(b)), OptionalDouble.empty());
  }

  static double[] row(double... values) {
    return values;
  }

  static Trainer.Options startingFrom(Weights.Layer... layers) {
    return Trainer.Options.USUAL.withWeights(new Weights(List.of(layers)));
  }

  static Weights.Dense dense(Weights weights, int layer) {
    return (Weights.Dense) weights.layers().get(layer);
  }
}
