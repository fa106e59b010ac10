package lab.tinynet.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.NetworkShape;

/// Makes examples of the contents of files: splits them, standardises the columns of a table, and
/// turns labels into targets.
final class FileDataset {
  private FileDataset() {}

  static Dataset of(DataSpec.Files given, Loss.Kind loss, long seed) {
    FileContents contents =
        given.contents().orElseGet(() -> DataFiles.contents(given.source(), ReadProgress.SILENT));
    DataSpec.Files files = given.withContents(contents);
    List<String> classes = contents.classes(loss);
    int inputs = contents.x().columns();
    int outputs = NetworkShape.targets(files, loss);
    double[] x = contents.x().toArray();
    double[] y = targets(contents, contents.y(), loss);
    Dataset.Split split =
        files.source().hasTestFiles()
            ? new Dataset.Split(
                x, y, contents.testX().toArray(), targets(contents, contents.testY(), loss))
            : Datasets.split(x, inputs, y, outputs, NetworkShape.testCount(files), seed);
    Optional<Standardisation> standardisation =
        contents.standardised()
            ? Optional.of(standardise(split, inputs, classes.isEmpty()))
            : Optional.empty();
    Task task = classes.isEmpty() ? Task.REGRESSION : Targets.task(classes.size(), loss);
    return new Dataset(split, inputs, outputs, task, contents.shape(), classes, standardisation);
  }

  private static double[] targets(FileContents contents, Matrix labels, Loss.Kind loss) {
    int classes = contents.classes(loss).size();
    if (classes == 0) {
      return labels.toArray();
    }
    int[] classOf =
        IntStream.range(0, labels.rows())
            .map(row -> contents.classOf(labels.get(row, 0)))
            .toArray();
    return Targets.of(classOf, classes, loss);
  }

  /// Standardises in place.
  private static Standardisation standardise(Dataset.Split split, int inputs, boolean regression) {
    Standardisation ofInputs = Standardisation.of(split.trainX(), inputs);
    ofInputs.apply(split.trainX());
    ofInputs.apply(split.testX());
    if (!regression) {
      return ofInputs;
    }
    Standardisation ofTarget = Standardisation.of(split.trainY(), 1);
    ofTarget.apply(split.trainY());
    ofTarget.apply(split.testY());
    return ofInputs.and(ofTarget);
  }
}
