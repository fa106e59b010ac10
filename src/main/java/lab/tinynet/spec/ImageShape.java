package lab.tinynet.spec;

/// The shape of an image, of an example or between two layers. Flattened, the numbers of the first
/// channel come first, row by row from the top, then those of the second.
///
/// @param channels 1 for grey, 3 for red, green and blue; of a convolution's output its filters
/// @param height in pixels
/// @param width in pixels
public record ImageShape(int channels, int height, int width) {
  /// Numbers in the whole image.
  public int size() {
    return channels * height * width;
  }

  /// Pixels of one channel.
  public int area() {
    return height * width;
  }

  /// As people write it: `1 × 12 × 12`.
  @Override
  public String toString() {
    return channels + " × " + height + " × " + width;
  }
}
