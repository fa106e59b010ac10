package lab.tinynet.spec;

import java.util.List;
import java.util.OptionalDouble;

/// The parameters of a network, one entry for every layer that has any, in order.
public record Weights(List<LayerWeights> layers) {
  public Weights {
    layers = List.copyOf(layers);
  }

  /// A dense layer's.
  ///
  /// @param w (inputs × units)
  /// @param b one a unit, (1 × units); no columns when the layer has no bias
  /// @param slope of prelu
  public record LayerWeights(Matrix w, Matrix b, OptionalDouble slope) {}
}
