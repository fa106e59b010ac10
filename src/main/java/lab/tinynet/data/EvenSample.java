package lab.tinynet.data;

/// Takes so many of a row of things, evenly spread.
final class EvenSample {
  private EvenSample() {}

  /// @return ascending indices below `count`; all of them where `most` is as large
  static int[] of(int count, int most) {
    int taken = Math.min(count, most);
    int[] indices = new int[taken];
    for (int i = 0; i < taken; i++) {
      indices[i] = (int) ((long) i * count / taken);
    }
    return indices;
  }
}
