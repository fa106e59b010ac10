package lab.tinynet.data;

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

  /// Examples that are no images.
  Dataset(
      int inputs,
      int outputs,
      double[] trainX,
      double[] trainY,
      double[] testX,
      double[] testY,
      Task task) {
    this(inputs, outputs, trainX, trainY, testX, testY, task, Optional.empty());
  }

  Dataset(
      int inputs,
      int outputs,
      double[] trainX,
      double[] trainY,
      double[] testX,
      double[] testY,
      Task task,
      Optional<ImageShape> shape) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.trainX = trainX;
    this.trainY = trainY;
    this.testX = testX;
    this.testY = testY;
    this.task = task;
    this.shape = shape;
  }

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

  /// What the targets ask for.
  public Task task() {
    return task;
  }
}
