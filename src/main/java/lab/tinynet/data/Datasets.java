package lab.tinynet.data;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.NetworkShape;

/// Builds the examples of an experiment, which must be a valid one.
public final class Datasets {
  private Datasets() {}

  /// @throws lab.tinynet.spec.InvalidInput if the data stand in files that have not been read yet
  ///     and cannot be
  public static Dataset of(Experiment experiment) {
    Loss.Kind loss = experiment.loss().kind();
    return switch (experiment.data()) {
      case DataSpec.Generated generated -> generated(generated, loss, experiment.seed());
      case DataSpec.Inline inline -> inline(inline, loss);
      case DataSpec.Files files -> FileDataset.of(files, loss, experiment.seed());
    };
  }

  private static Dataset generated(DataSpec.Generated spec, Loss.Kind loss, long seed) {
    DataSpec.Shape shape = spec.shape();
    int examples = spec.examples();
    int classes = shape.classes();
    int outputs = NetworkShape.targets(spec, loss);
    Drawn drawn =
        switch (shape) {
          case CIRCLE, XOR, GAUSS, SPIRAL, MOONS, RINGS ->
              new Drawn(
                  Shapes.points(shape, examples, spec.noise(), seed),
                  Targets.of(numbers(examples, i -> Shapes.positive(i) ? 1 : 0), classes, loss));
          case WAVE, PLANE -> {
            Functions function = Functions.of(shape, examples, spec.noise(), seed);
            yield new Drawn(function.x(), function.y());
          }
          case STROKES ->
              new Drawn(
                  Strokes.images(examples, spec.noise(), seed),
                  Targets.of(numbers(examples, Strokes::classOf), classes, loss));
        };
    int tests = NetworkShape.testCount(spec);
    Dataset.Split split = split(drawn.x(), shape.inputs(), drawn.y(), outputs, tests, seed);
    Task task = classes == 0 ? Task.REGRESSION : Targets.task(classes, loss);
    List<String> names = shape == DataSpec.Shape.STROKES ? Strokes.SIGNS : List.of();
    return new Dataset(
        split, shape.inputs(), outputs, task, shape.image(), names, Optional.empty());
  }

  /// Inputs and targets, row by row.
  private record Drawn(double[] x, double[] y) {}

  private static int[] numbers(int count, IntUnaryOperator of) {
    return IntStream.range(0, count).map(of).toArray();
  }

  private static Dataset inline(DataSpec.Inline spec, Loss.Kind loss) {
    int outputs = spec.y().columns();
    var split =
        new Dataset.Split(
            spec.x().toArray(), spec.y().toArray(), spec.testX().toArray(), spec.testY().toArray());
    Task task = Task.of(loss, outputs, split.trainY(), split.testY());
    return new Dataset(split, spec.x().columns(), outputs, task, spec.shape());
  }

  /// Splits examples: the first `tests` of a random order are for testing.
  static Dataset.Split split(
      double[] x, int inputs, double[] y, int outputs, int tests, long seed) {
    int examples = y.length / outputs;
    int[] order = Permutation.of(examples, seed, Purpose.SPLIT, 0);
    return new Dataset.Split(
        rows(x, inputs, order, tests, examples),
        rows(y, outputs, order, tests, examples),
        rows(x, inputs, order, 0, tests),
        rows(y, outputs, order, 0, tests));
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
