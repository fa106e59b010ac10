package lab.tinynet.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the entry of one layer in a file of weights and holds it against the layer's shape.
final class LayerWeightsReader {
  private static final Limits.Real VARIANCE = Limits.Real.atLeast(0);

  private final FieldReader in;
  private final PlacedLayer layer;

  LayerWeightsReader(FieldReader in, PlacedLayer layer) {
    this.in = in;
    this.layer = layer;
  }

  /// @throws InvalidInput if the numbers are not finite or not as many as the layer has
  Weights.Layer read() {
    return switch (layer.spec()) {
      case LayerSpec.Dense dense -> dense(dense);
      case LayerSpec.Conv2d conv -> conv2d(conv);
      case LayerSpec.BatchNorm _ -> {
        in.only(List.of("gamma", "beta", "mean", "variance"));
        int units = layer.input().units();
        yield new Weights.BatchNorm(
            vector("gamma", units, Limits.ANY),
            vector("beta", units, Limits.ANY),
            vector("mean", units, Limits.ANY),
            vector("variance", units, VARIANCE));
      }
      case LayerSpec.LayerNorm _ -> {
        in.only(List.of("gamma", "beta"));
        int size = layer.input().size();
        yield new Weights.LayerNorm(
            vector("gamma", size, Limits.ANY), vector("beta", size, Limits.ANY));
      }
      case LayerSpec.Activated _ -> {
        in.only(List.of("slope"));
        yield new Weights.Slope(in.real("slope", Limits.ANY));
      }
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.Dropout _,
          LayerSpec.Residual _ ->
          throw new IllegalArgumentException(layer.name() + " has no parameters");
    };
  }

  private Weights.Dense dense(LayerSpec.Dense dense) {
    checkFields("W", dense.bias(), dense.activation());
    String path = in.path("W");
    Matrix w = Tables.matrix(in.required("W"), path);
    if (w.rows() != layer.input().size()) {
      throw Problems.weightRows(path, layer.input().size(), w.rows()).refused();
    }
    checkColumns(w, dense.units(), path);
    Validation.firstNonFinite(path, w).ifPresent(LayerWeightsReader::refuse);
    return new Weights.Dense(w, bias(dense.bias(), dense.units()), slope(dense.activation()));
  }

  private Weights.Conv2d conv2d(LayerSpec.Conv2d conv) {
    checkFields("K", conv.bias(), conv.activation());
    int channels = layer.input().units();
    Matrix k =
        Kernels.read(in.required("K"), in.path("K"), conv.filters(), channels, conv.kernel());
    return new Weights.Conv2d(
        k, conv.kernel(), bias(conv.bias(), conv.filters()), slope(conv.activation()));
  }

  private void checkFields(String weights, boolean bias, Activation activation) {
    if (!bias && in.optional("b").isPresent()) {
      throw Problems.noBiasHere(in.path("b")).refused();
    }
    if (!learnsSlope(activation) && in.optional("slope").isPresent()) {
      throw Problems.noSlopeHere(in.path("slope")).refused();
    }
    in.only(List.of(weights, "b", "slope"));
  }

  private Optional<Matrix> bias(boolean bias, int units) {
    return bias ? Optional.of(vector("b", units, Limits.ANY)) : Optional.empty();
  }

  private OptionalDouble slope(Activation activation) {
    return learnsSlope(activation)
        ? OptionalDouble.of(in.real("slope", Limits.ANY))
        : OptionalDouble.empty();
  }

  private static boolean learnsSlope(Activation activation) {
    return activation.kind() == Activation.Kind.PRELU;
  }

  private Matrix vector(String name, int wanted, Limits.Real range) {
    String path = in.path(name);
    Matrix vector = Tables.vector(in.required(name), path);
    checkColumns(vector, wanted, path);
    for (int i = 0; i < wanted; i++) {
      range.check(Paths.index(path, i), vector.get(0, i)).ifPresent(LayerWeightsReader::refuse);
    }
    return vector;
  }

  private static void checkColumns(Matrix matrix, int wanted, String path) {
    if (matrix.columns() != wanted) {
      throw Problems.weightColumns(path, wanted, matrix.columns()).refused();
    }
  }

  private static void refuse(Problem problem) {
    throw problem.refused();
  }
}
