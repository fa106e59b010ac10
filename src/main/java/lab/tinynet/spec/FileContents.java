package lab.tinynet.spec;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What data files hold, before it is split, standardised and turned into targets: these depend on
/// the rest of the experiment, this on the files alone.
///
/// @param x inputs, (examples × inputs)
/// @param y one label an example: the index of its class, or a number
/// @param testX inputs of test files; no rows where there are none
/// @param testY their labels
/// @param classes the names of the classes; empty where the labels are numbers
/// @param levels where the labels are numbers that may stand for classes: the different ones,
///     ascending
/// @param inputNames the names of the columns of a table; empty for images
/// @param shape of each row of inputs, where it is an image
public record FileContents(
    Matrix x,
    Matrix y,
    Matrix testX,
    Matrix testY,
    List<String> classes,
    List<Double> levels,
    List<String> inputNames,
    Optional<ImageShape> shape) {
  public FileContents {
    classes = List.copyOf(classes);
    levels = List.copyOf(levels);
    inputNames = List.copyOf(inputNames);
  }

  /// Whether the columns are to be standardised: those of a table are, pixels are not.
  public boolean standardised() {
    return shape.isEmpty();
  }

  /// The names of the classes under a loss; empty for a regression. Numbers are classes where the
  /// loss is one of classes, and where there are only two of them.
  public List<String> classes(Loss.Kind loss) {
    boolean wanted =
        switch (loss) {
          case BCE, CROSS_ENTROPY -> true;
          case MSE, HUBER -> levels.size() == 2;
        };
    return classes.isEmpty() && wanted ? levels.stream().map(JsonNumbers::text).toList() : classes;
  }

  /// The index of the class that a label stands for, where there are classes.
  public int classOf(double label) {
    if (!classes.isEmpty()) {
      return (int) label;
    }
    return Collections.binarySearch(levels, label);
  }
}
