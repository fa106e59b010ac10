package lab.tinynet.chart;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Moves labels apart that would stand on each other, each as little as can be.
final class EndLabels {
  private EndLabels() {}

  /// @param wanted where each label's middle would like to stand, in any order
  /// @param gap the least distance of two middles
  /// @param top the smallest middle allowed
  /// @param bottom the largest middle allowed
  /// @return a middle for each label, in the order given. Without room for all of them the gap
  ///     shrinks.
  static double[] spread(double[] wanted, double gap, double top, double bottom) {
    int count = wanted.length;
    if (count == 0) {
      return new double[0];
    }
    double distance = count > 1 ? Math.min(gap, (bottom - top) / (count - 1)) : gap;
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> wanted[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    // Least squares under "each at least a gap below the one before": with the gaps taken off this
    // is an isotonic regression, solved by pooling neighbours that are out of order.
    double[] mean = new double[count];
    int[] size = new int[count];
    int pools = 0;
    for (int i = 0; i < count; i++) {
      mean[pools] = wanted[order[i]] - i * distance;
      size[pools] = 1;
      pools++;
      while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
        int both = size[pools - 2] + size[pools - 1];
        mean[pools - 2] =
            (mean[pools - 2] * size[pools - 2] + mean[pools - 1] * size[pools - 1]) / both;
        size[pools - 2] = both;
        pools--;
      }
    }
    double[] placed = new double[count];
    int next = 0;
    double highest = Math.max(top, bottom - (count - 1) * distance);
    for (int pool = 0; pool < pools; pool++) {
      double base = Math.clamp(mean[pool], top, highest);
      for (int i = 0; i < size[pool]; i++) {
        placed[order[next]] = base + next * distance;
        next++;
      }
    }
    return placed;
  }

  /// Whether so many labels fit without shrinking the gap.
  static boolean fit(int count, double gap, double top, double bottom) {
    return (count - 1) * gap <= bottom - top;
  }
}
