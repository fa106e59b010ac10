package lab.tinynet.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The parameters of a network at one moment.
///
/// @param layers one entry a layer with parameters, in the order of the log
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

  /// @param k (filters × channels·kernel²): each row a filter's weights, channel by channel, each
  ///     row by row
  /// @param kernel side of the window
  /// @param b (1 × filters); absent in a layer without bias
  /// @param slope the learnt slope of `prelu`; absent for other activations
  public record Conv2d(Matrix k, int kernel, Optional<Matrix> b, OptionalDouble slope)
      implements Layer {
    /// Channels of the input.
    public int channels() {
      return k.columns() / (kernel * kernel);
    }
  }

  /// One number a unit, of an image a channel; (1 × units) each.
  ///
  /// @param gamma scale
  /// @param beta shift
  /// @param mean running mean, which is not learnt but measured
  /// @param variance running variance, likewise
  public record BatchNorm(Matrix gamma, Matrix beta, Matrix mean, Matrix variance)
      implements Layer {}

  /// One number for each of an example's, (1 × inputs) each.
  ///
  /// @param gamma scale
  /// @param beta shift
  public record LayerNorm(Matrix gamma, Matrix beta) implements Layer {}

  /// The learnt slope of a `prelu` that is a layer on its own.
  public record Slope(double slope) implements Layer {}
}
