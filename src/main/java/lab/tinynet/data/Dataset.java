package lab.tinynet.data;

import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.ImageShape;

/// The examples of an experiment, split into training and test set.
///
/// Tables stand row by row, one example a row. The arrays are shared, not copied: whoever gets one
/// reads it and never writes to it.
public final class Dataset {
  private final int inputs;
  private final int outputs;
  private final double[] trainX;
  private final double[] trainY;
  private final double[] testX;
  private final double[] testY;
  private final Task task;
  private final Optional<ImageShape> shape;
  private final List<String> classes;
  private final Optional<Standardisation> standardisation;

  Dataset(Split split, int inputs, int outputs, Task task, Optional<ImageShape> shape) {
    this(split, inputs, outputs, task, shape, List.of(), Optional.empty());
  }

  Dataset(
      Split split,
      int inputs,
      int outputs,
      Task task,
      Optional<ImageShape> shape,
      List<String> classes,
      Optional<Standardisation> standardisation) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.trainX = split.trainX();
    this.trainY = split.trainY();
    this.testX = split.testX();
    this.testY = split.testY();
    this.task = task;
    this.shape = shape;
    this.classes = List.copyOf(classes);
    this.standardisation = standardisation;
  }

  /// Inputs and targets of both sets, row by row.
  record Split(double[] trainX, double[] trainY, double[] testX, double[] testY) {}

  /// Columns of an example's input.
  public int inputs() {
    return inputs;
  }

  /// Columns of an example's target.
  public int outputs() {
    return outputs;
  }

  /// Number of training examples, ≥ 1.
  public int trainCount() {
    return trainX.length / inputs;
  }

  /// Number of test examples, may be 0.
  public int testCount() {
    return testX.length / inputs;
  }

  /// (trainCount × inputs), row by row. Read only.
  public double[] trainX() {
    return trainX;
  }

  /// (trainCount × outputs), row by row. Read only.
  public double[] trainY() {
    return trainY;
  }

  /// (testCount × inputs), row by row. Read only.
  public double[] testX() {
    return testX;
  }

  /// (testCount × outputs), row by row. Read only.
  public double[] testY() {
    return testY;
  }

  /// The shape of every example's input, where it is an image.
  public Optional<ImageShape> shape() {
    return shape;
  }

  /// The names of the classes, where they have names: those of files, and the drawn signs.
  public List<String> classes() {
    return classes;
  }

  /// How the columns have been standardised, where they have: first the inputs, then, of a
  /// regression, the target.
  public Optional<Standardisation> standardisation() {
    return standardisation;
  }

  /// What the targets ask for.
  public Task task() {
    return task;
  }
}
