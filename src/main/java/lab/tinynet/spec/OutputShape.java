package lab.tinynet.spec;

import java.util.Optional;

/// The shape of what a layer reads or puts out for one example: a row of numbers, or an image.
///
/// @param size how many numbers
/// @param image how they stand, if they are an image
public record OutputShape(int size, Optional<ImageShape> image) {
  public static OutputShape row(int size) {
    return new OutputShape(size, Optional.empty());
  }

  public static OutputShape of(ImageShape image) {
    return new OutputShape(image.size(), Optional.of(image));
  }

  /// What is counted as a unit: the channels of an image, else every number.
  public int units() {
    return image.map(ImageShape::channels).orElse(size);
  }

  /// Numbers of one unit: the pixels of a channel, else 1.
  public int area() {
    return image.map(ImageShape::area).orElse(1);
  }

  /// The shape that a layer makes of this one.
  ///
  /// @param layer one that can read this shape, see [ShapeRules]
  public OutputShape after(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Dense dense -> row(dense.units());
      case LayerSpec.Conv2d conv ->
          windows(conv.filters(), conv.kernel(), conv.stride(), conv.padding());
      case LayerSpec.MaxPool(int side, int stride) -> pooled(side, stride);
      case LayerSpec.AveragePool(int side, int stride) -> pooled(side, stride);
      case LayerSpec.Flatten _ -> row(size);
      case LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          this;
    };
  }

  private OutputShape pooled(int side, int stride) {
    return windows(units(), side, stride, LayerSpec.Padding.VALID);
  }

  private OutputShape windows(int channels, int side, int stride, LayerSpec.Padding padding) {
    ImageShape from = image.orElseThrow();
    return of(
        new ImageShape(
            channels,
            padding.windows(from.height(), side, stride),
            padding.windows(from.width(), side, stride)));
  }
}
