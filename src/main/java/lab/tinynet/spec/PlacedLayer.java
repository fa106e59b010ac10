package lab.tinynet.spec;

/// A layer in its place in a network.
///
/// @param name in the log: `dense 2`, or `residual 3/dense 1` for one inside a residual
/// @param input shape of what it reads
/// @param output shape of what it puts out
public record PlacedLayer(String name, LayerSpec spec, OutputShape input, OutputShape output) {

  /// How many numbers of it are learnt: weights, biases, γ, β, a slope.
  public long parameters() {
    return switch (spec) {
      case LayerSpec.Dense dense ->
          weights(input.size(), dense.units(), dense.bias()) + slopes(dense.activation());
      case LayerSpec.Conv2d conv ->
          weights(fanIn(), conv.filters(), conv.bias()) + slopes(conv.activation());
      case LayerSpec.BatchNorm _ -> 2L * input.units();
      case LayerSpec.LayerNorm _ -> 2L * input.size();
      case LayerSpec.Activated(Activation activation) -> slopes(activation);
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.Dropout _,
          LayerSpec.Residual _ ->
          0;
    };
  }

  /// Numbers that a unit sums up: all inputs of a dense layer, channels · kernel² of a convolution.
  public int fanIn() {
    return spec instanceof LayerSpec.Conv2d conv
        ? input.units() * conv.kernel() * conv.kernel()
        : input.size();
  }

  /// Numbers that a pass keeps of it for one example: its outputs, and the pre-activations where it
  /// has weights.
  long kept() {
    return switch (spec) {
      case LayerSpec.Dense _, LayerSpec.Conv2d _ -> 2L * output.size();
      case LayerSpec.Flatten _ -> 0;
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          output.size();
    };
  }

  /// Multiplications of a convolution for one example.
  long multiplications() {
    return spec instanceof LayerSpec.Conv2d ? (long) output.size() * fanIn() : 0;
  }

  private static long weights(int fanIn, int units, boolean bias) {
    return (long) fanIn * units + (bias ? units : 0);
  }

  private static int slopes(Activation activation) {
    return activation.kind() == Activation.Kind.PRELU ? 1 : 0;
  }
}
