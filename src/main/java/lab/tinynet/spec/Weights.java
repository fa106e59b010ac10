package lab.tinynet.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The parameters of a network at one moment.
///
/// @param layers one entry a layer with parameters, input side first
public record Weights(List<Layer> layers) {
  public Weights {
    layers = List.copyOf(layers);
  }

  /// The parameters of one layer.
  public sealed interface Layer {}

  /// @param w (inputs × units)
  /// @param b (1 × units); absent in a layer without bias
  /// @param slope the learnt slope of `prelu`; absent for other activations
  public record Dense(Matrix w, Optional<Matrix> b, OptionalDouble slope) implements Layer {}
}
