package lab.tinynet.data;

import lab.tinynet.spec.Loss;

/// Turns the classes of examples into targets. Two classes share one column, −1 and +1 under `mse`
/// and `huber`, 0 and 1 under `bce`; under `cross-entropy`, and where there are more classes, each
/// has its own column, 1 for the examples of the class and 0 for all others.
final class Targets {
  private Targets() {}

  /// @param classOf the class of each example, 0 … classes − 1
  /// @param classes how many there are, ≥ 2
  static double[] of(int[] classOf, int classes, Loss.Kind loss) {
    boolean shared = classes == 2 && loss != Loss.Kind.CROSS_ENTROPY;
    double[] y = new double[shared ? classOf.length : classOf.length * classes];
    for (int example = 0; example < classOf.length; example++) {
      if (!shared) {
        y[example * classes + classOf[example]] = 1;
      } else if (loss == Loss.Kind.BCE) {
        y[example] = classOf[example];
      } else {
        y[example] = 2 * classOf[example] - 1;
      }
    }
    return y;
  }

  static Task task(int classes, Loss.Kind loss) {
    if (classes > 2) {
      return Task.CLASSES;
    }
    return switch (loss) {
      case MSE, HUBER -> Task.SIGNS;
      case BCE -> Task.BITS;
      case CROSS_ENTROPY -> Task.CLASSES;
    };
  }
}
