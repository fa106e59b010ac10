package lab.tinynet.data;

import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.NetworkShape;

/// Builds the examples of an experiment, which must be a valid one.
public final class Datasets {
  private Datasets() {}

  public static Dataset of(Experiment experiment) {
    return switch (experiment.data()) {
      case DataSpec.Generated generated ->
          generated(generated, experiment.loss().kind(), experiment.seed());
      case DataSpec.Inline inline -> inline(inline, experiment.loss().kind());
    };
  }

  private static Dataset generated(DataSpec.Generated spec, Loss.Kind loss, long seed) {
    int examples = spec.examples();
    double[] x = Shapes.points(spec.shape(), examples, spec.noise(), seed);
    int outputs = NetworkShape.targets(spec, loss);
    double[] y = targets(loss, examples);

    int tests = NetworkShape.testCount(spec);
    int[] order = Permutation.of(examples, seed, Purpose.SPLIT, 0);
    double[] testX = rows(x, 2, order, 0, tests);
    double[] testY = rows(y, outputs, order, 0, tests);
    double[] trainX = rows(x, 2, order, tests, examples);
    double[] trainY = rows(y, outputs, order, tests, examples);
    Task task =
        switch (loss) {
          case MSE, HUBER -> Task.SIGNS;
          case BCE -> Task.BITS;
          case CROSS_ENTROPY -> Task.CLASSES;
        };
    return new Dataset(2, outputs, trainX, trainY, testX, testY, task);
  }

  private static double[] targets(Loss.Kind loss, int examples) {
    double[] y = new double[loss == Loss.Kind.CROSS_ENTROPY ? 2 * examples : examples];
    for (int example = 0; example < examples; example++) {
      boolean positive = Shapes.positive(example);
      switch (loss) {
        case MSE, HUBER -> y[example] = positive ? 1 : -1;
        case BCE -> y[example] = positive ? 1 : 0;
        case CROSS_ENTROPY -> y[2 * example + (positive ? 1 : 0)] = 1;
      }
    }
    return y;
  }

  private static Dataset inline(DataSpec.Inline spec, Loss.Kind loss) {
    int outputs = spec.y().columns();
    double[] trainY = spec.y().toArray();
    double[] testY = spec.testY().toArray();
    return new Dataset(
        spec.x().columns(),
        outputs,
        spec.x().toArray(),
        trainY,
        spec.testX().toArray(),
        testY,
        Task.of(loss, outputs, trainY, testY),
        spec.shape());
  }

  /// The rows of `table` that stand in `order` from `from` up to `to`, exclusive.
  static double[] rows(double[] table, int columns, int[] order, int from, int to) {
    double[] picked = new double[(to - from) * columns];
    for (int i = from; i < to; i++) {
      System.arraycopy(table, order[i] * columns, picked, (i - from) * columns, columns);
    }
    return picked;
  }
}
