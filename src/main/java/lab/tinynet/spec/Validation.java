package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of an experiment beyond the types of its fields: ranges, shapes, and what goes with
/// what. The reader of files and the window's panels both ask here.
public final class Validation {
  private static final double ONE_WITHIN = 1e-6;

  private final List<Problem> problems = new ArrayList<>();
  private final Experiment experiment;

  private Validation(Experiment experiment) {
    this.experiment = experiment;
  }

  /// Everything that is wrong with an experiment, in the order of its fields; empty when it can be
  /// trained. Of data files that have not been read yet nothing is known, so what has to fit them,
  /// the network above all, is checked once they have been.
  public static List<Problem> check(Experiment experiment) {
    var validation = new Validation(experiment);
    validation.name();
    validation.data();
    boolean known = experiment.data().known();
    if (known) {
      new NetworkRules(experiment, validation.problems).check();
    }
    validation.training();
    if (known && validation.problems.isEmpty()) {
      validation.sizes();
    }
    return List.copyOf(validation.problems);
  }

  private void add(Optional<Problem> problem) {
    problem.ifPresent(problems::add);
  }

  private void name() {
    if (experiment.name().length() > Limits.NAME_LENGTH) {
      problems.add(Problems.nameTooLong("name", Limits.NAME_LENGTH));
    }
    if (!ofWholeCharacters(experiment.name())) {
      problems.add(Problems.nameNotText("name"));
    }
    add(Limits.SEED.check("seed", experiment.seed()));
  }

  static boolean ofWholeCharacters(String text) {
    return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  // --- data ---

  private void data() {
    switch (experiment.data()) {
      case DataSpec.Generated(DataSpec.Shape shape, int examples, double noise, double test) -> {
        add(Limits.EXAMPLES.check("data.examples", examples));
        add(Limits.NOISE.check("data.noise", noise));
        add(Limits.TEST.check("data.test", test));
        long numbers = (long) examples * shape.inputs();
        if (numbers > Limits.DATA_NUMBERS) {
          problems.add(Problems.tooMuchData("data.examples", numbers));
        }
      }
      case DataSpec.Inline inline -> inline(inline);
      case DataSpec.Files files -> files(files);
    }
    Loss.Kind loss = experiment.loss().kind();
    boolean ofClasses = loss == Loss.Kind.BCE || loss == Loss.Kind.CROSS_ENTROPY;
    if (ofClasses && NetworkShape.regression(experiment.data(), loss)) {
      problems.add(Problems.regressionLoss(loss.json()));
    }
  }

  private void files(DataSpec.Files files) {
    add(Limits.TEST.check("data.test", files.test()));
    switch (files.source()) {
      case FileSource.Csv csv ->
          csv.label()
              .ifPresent(
                  label ->
                      label.number().ifPresent(n -> add(Limits.CSV_COLUMN.check("data.label", n))));
      case FileSource.Images images -> {
        add(Limits.EXAMPLES.check("data.examples", images.examples()));
        ImageShape shape = images.shape();
        if (shape.channels() != 1 && shape.channels() != 3) {
          problems.add(Problems.imageChannels("data.shape[0]", shape.channels()));
        }
        add(Limits.IMAGE_SIDE.check("data.shape[1]", shape.height()));
        add(Limits.IMAGE_SIDE.check("data.shape[2]", shape.width()));
      }
      case FileSource.Idx idx -> add(Limits.EXAMPLES.check("data.examples", idx.examples()));
    }
  }

  private void inline(DataSpec.Inline data) {
    Matrix x = data.x();
    Matrix y = data.y();
    if (x.rows() == 0 || x.columns() == 0) {
      problems.add(Problems.noExamples("data.x"));
      return;
    }
    data.shape().ifPresent(shape -> imageShape(shape, x.columns()));
    pair("x", x, "y", y);
    if (data.testX().rows() > 0 && data.testX().columns() != x.columns()) {
      problems.add(
          Problems.columnCount("data.testX", "data.x", x.columns(), data.testX().columns()));
    }
    if (data.testY().rows() > 0 && data.testY().columns() != y.columns()) {
      problems.add(
          Problems.columnCount("data.testY", "data.y", y.columns(), data.testY().columns()));
    }
    pair("testX", data.testX(), "testY", data.testY());
    targets("data.y", y);
    targets("data.testY", data.testY());
  }

  private void imageShape(ImageShape shape, int columns) {
    add(Limits.IMAGE_SIDE.check("data.shape[0]", shape.channels()));
    add(Limits.IMAGE_SIDE.check("data.shape[1]", shape.height()));
    add(Limits.IMAGE_SIDE.check("data.shape[2]", shape.width()));
    long size = (long) shape.channels() * shape.height() * shape.width();
    if (size != columns) {
      problems.add(Problems.imageShapeSize("data.shape", shape, size, columns));
    }
  }

  private void pair(String xName, Matrix x, String yName, Matrix y) {
    if (x.rows() != y.rows()) {
      problems.add(Problems.rowCount("data." + yName, "data." + xName, x.rows(), y.rows()));
    }
    add(firstNonFinite("data." + xName, x));
    add(firstNonFinite("data." + yName, y));
  }

  static Optional<Problem> firstNonFinite(String path, Matrix matrix) {
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        double value = matrix.get(row, column);
        if (!Double.isFinite(value)) {
          String cell = Paths.index(Paths.index(path, row), column);
          return Optional.of(Problems.notFinite(cell, JsonNumbers.text(value)));
        }
      }
    }
    return Optional.empty();
  }

  private void targets(String path, Matrix y) {
    switch (experiment.loss().kind()) {
      case BCE -> bceTargets(path, y);
      case CROSS_ENTROPY -> crossEntropyTargets(path, y);
      case MSE, HUBER -> {
        // Any finite target will do.
      }
    }
  }

  private void bceTargets(String path, Matrix y) {
    for (int row = 0; row < y.rows(); row++) {
      for (int column = 0; column < y.columns(); column++) {
        double target = y.get(row, column);
        if (target < 0 || target > 1) {
          String cell = Paths.index(Paths.index(path, row), column);
          problems.add(Problems.bceTarget(cell, target));
          return;
        }
      }
    }
  }

  private void crossEntropyTargets(String path, Matrix y) {
    for (int row = 0; row < y.rows(); row++) {
      double sum = 0;
      boolean negative = false;
      for (int column = 0; column < y.columns(); column++) {
        sum += y.get(row, column);
        negative |= y.get(row, column) < 0;
      }
      if (negative || Math.abs(sum - 1) > ONE_WITHIN) {
        problems.add(Problems.crossEntropyTarget(Paths.index(path, row)));
        return;
      }
    }
  }

  // --- training ---

  private void training() {
    if (experiment.loss().kind() == Loss.Kind.HUBER) {
      add(Limits.DELTA.check("loss.delta", experiment.loss().parameter()));
    }
    OptimizerRules.check(experiment.optimizer(), problems::add);
    if (!experiment.batch().full()) {
      add(Limits.BATCH.check("batch", experiment.batch().examples()));
    }
    if (experiment.clip().kind() != Clip.Kind.NONE) {
      add(Limits.CLIP_LIMIT.check("clip.limit", experiment.clip().limit()));
    }
    add(Limits.PENALTY.check("penalty.l1", experiment.penalty().l1()));
    add(Limits.PENALTY.check("penalty.l2", experiment.penalty().l2()));
  }

  /// What only makes sense to ask of an experiment without other problems.
  private void sizes() {
    NetworkShape shape = NetworkShape.of(experiment);
    if (shape.parameters() > Limits.PARAMETERS) {
      problems.add(Problems.tooManyParameters(shape.parameters(), Limits.PARAMETERS));
    }
    long train = NetworkShape.trainCount(experiment.data());
    long batch = experiment.batch().of((int) train);
    long probe = Math.min(train, Limits.PROBE_EXAMPLES);
    long probes =
        probe + Math.min(NetworkShape.testCount(experiment.data()), Limits.PROBE_EXAMPLES);
    long numbers = shape.numbers(batch, probes) / Limits.MILLION;
    if (numbers > Limits.NUMBERS / Limits.MILLION) {
      problems.add(
          batch > probes
              ? Problems.batchTooLarge(numbers, Limits.NUMBERS / Limits.MILLION)
              : Problems.networkTooLarge(numbers, Limits.NUMBERS / Limits.MILLION));
    }
    long multiplications = Math.max(batch, probe) * shape.multiplications() / Limits.MILLION;
    if (multiplications > Limits.MULTIPLICATIONS / Limits.MILLION) {
      problems.add(Problems.tooSlow(multiplications, Limits.MULTIPLICATIONS / Limits.MILLION));
    }
  }
}
