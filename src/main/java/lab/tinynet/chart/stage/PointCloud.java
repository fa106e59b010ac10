package lab.tinynet.chart.stage;

import java.util.Optional;

/// The examples that stand on the decision surface, the training examples first. Immutable by
/// contract: nobody writes into the arrays after it has been made.
///
/// @param x first input of each example
/// @param y second input of each example
/// @param target what the network should say: the target itself if there is one output, else the
///     index of the class (the largest target), from 0
/// @param train how many of them, from the first on, belong to the training set; the others are
///     test examples
public record PointCloud(double[] x, double[] y, double[] target, int train) {
  /// No examples.
  public static final PointCloud NONE =
      new PointCloud(new double[0], new double[0], new double[0], 0);

  /// @throws IllegalArgumentException if the arrays differ in length, or `train` is larger
  public PointCloud {
    if (x.length != y.length || x.length != target.length || train < 0 || train > x.length) {
      throw new IllegalArgumentException(
          "%d, %d and %d numbers with %d training examples"
              .formatted(x.length, y.length, target.length, train));
    }
  }

  /// The two targets, the smaller first, if there are just two: then they are classes.
  Optional<double[]> twoTargets() {
    if (target.length == 0) {
      return Optional.empty();
    }
    double one = target[0];
    double other = one;
    for (double each : target) {
      if (each != one && other == one) {
        other = each;
      }
      if (Double.isNaN(each) || (each != one && each != other)) {
        return Optional.empty();
      }
    }
    return other == one
        ? Optional.empty()
        : Optional.of(new double[] {Math.min(one, other), Math.max(one, other)});
  }

  public int size() {
    return x.length;
  }
}
