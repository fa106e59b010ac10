package lab.tinynet.telemetry;

/// The shape of an image as those who draw it need it: of an example, or between two layers.
/// Flattened, the numbers of the first channel come first, row by row from the top.
public record ImageGrid(int channels, int height, int width) {
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
