package lab.tinynet.spec;

import java.util.Optional;

/// Whether a layer can read what comes out of the one before.
final class ShapeRules {
  private ShapeRules() {}

  /// What is wrong, if anything, with a layer whose own fields are in order.
  ///
  /// @param input shape of what it would read
  /// @param path of the layer
  static Optional<Problem> problem(LayerSpec layer, OutputShape input, String path) {
    return switch (layer) {
      case LayerSpec.Conv2d conv ->
          needsImage(layer, input, path)
              .or(() -> window(conv.padding(), conv.kernel(), input, path + ".kernel"))
              .or(() -> softmax(conv.activation(), true, path))
              .or(() -> tooLarge(conv, input, path));
      case LayerSpec.MaxPool(int size, _) -> pool(layer, size, input, path);
      case LayerSpec.AveragePool(int size, _) -> pool(layer, size, input, path);
      case LayerSpec.Activated(Activation activation) ->
          softmax(activation, input.image().isPresent(), path);
      case LayerSpec.Dense _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Residual _ ->
          Optional.empty();
    };
  }

  private static Optional<Problem> pool(LayerSpec layer, int size, OutputShape input, String path) {
    return needsImage(layer, input, path)
        .or(() -> window(LayerSpec.Padding.VALID, size, input, path + ".size"));
  }

  private static Optional<Problem> needsImage(LayerSpec layer, OutputShape input, String path) {
    return input.image().isPresent()
        ? Optional.empty()
        : Optional.of(Problems.needsImage(path, layer.kind(), input.size()));
  }

  private static Optional<Problem> window(
      LayerSpec.Padding padding, int side, OutputShape input, String path) {
    ImageShape image = input.image().orElseThrow();
    boolean fits = side <= image.height() && side <= image.width();
    return fits || padding == LayerSpec.Padding.SAME
        ? Optional.empty()
        : Optional.of(Problems.windowTooLarge(path, side, image));
  }

  private static Optional<Problem> softmax(Activation activation, boolean onImage, String path) {
    return onImage && activation.kind() == Activation.Kind.SOFTMAX
        ? Optional.of(Problems.softmaxOnImage(path + ".activation"))
        : Optional.empty();
  }

  private static Optional<Problem> tooLarge(LayerSpec.Conv2d conv, OutputShape input, String path) {
    ImageShape image = input.image().orElseThrow();
    long height = conv.padding().windows(image.height(), conv.kernel(), conv.stride());
    long width = conv.padding().windows(image.width(), conv.kernel(), conv.stride());
    long size = conv.filters() * height * width;
    long fanIn = (long) image.channels() * conv.kernel() * conv.kernel();
    if (size > Limits.LAYER_OUTPUTS) {
      return Optional.of(Problems.layerTooLarge(path, size, Limits.LAYER_OUTPUTS));
    }
    long weights = fanIn * conv.filters();
    return weights > Limits.PARAMETERS
        ? Optional.of(Problems.tooManyParameters(weights, Limits.PARAMETERS))
        : Optional.empty();
  }
}
