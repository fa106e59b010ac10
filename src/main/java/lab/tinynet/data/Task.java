package lab.tinynet.data;

import lab.tinynet.spec.Loss;

/// What the targets ask of the network, and with it the rule by which an answer counts as right.
///
/// Accuracy is the fraction of examples answered rightly. A value of NaN is never right.
public enum Task {
  /// Targets −1 and +1: every output must lie on its target's side of 0. Exactly 0 counts as −1.
  SIGNS,
  /// Targets 0 and 1: every output must lie on its target's side of 0.5. Exactly 0.5 counts as 0.
  BITS,
  /// One-hot rows of two or more targets: the largest output must be the target's; of equal ones
  /// the first counts.
  CLASSES,
  /// Anything else: there is no accuracy.
  REGRESSION;

  /// The task that targets pose, training and test rows together.
  ///
  /// Tried in this order: one-hot rows (two or more columns), then all 0 or 1, then all −1 or +1,
  /// else regression. Where every target is 1 both of the middle two fit: it is [#BITS] under
  /// `bce` and [#SIGNS] under the other losses. Several columns of 0 and 1 that are not one-hot are
  /// [#BITS]: an example is right when all its entries are.
  ///
  /// @param rows targets row by row, in one or more arrays of (examples × outputs)
  static Task of(Loss.Kind loss, int outputs, double[]... rows) {
    boolean bits = true;
    boolean signs = true;
    boolean oneHot = outputs > 1;
    for (double[] values : rows) {
      for (int at = 0; at < values.length; at += outputs) {
        int ones = 0;
        for (int column = 0; column < outputs; column++) {
          double target = values[at + column];
          if (target == 1) {
            ones++;
          } else {
            bits &= target == 0;
            signs &= target == -1;
          }
        }
        oneHot &= ones == 1;
      }
    }
    if (oneHot && bits) {
      return CLASSES;
    }
    if (signs && !(bits && loss == Loss.Kind.BCE)) {
      return SIGNS;
    }
    return bits ? BITS : REGRESSION;
  }

  /// Whether there is a right and a wrong.
  public boolean hasAccuracy() {
    return this != REGRESSION;
  }

  /// The border between the two answers of an output: 0 or 0.5; NaN where there is none.
  public double threshold() {
    return switch (this) {
      case SIGNS -> 0;
      case BITS -> 0.5;
      case CLASSES, REGRESSION -> Double.NaN;
    };
  }

  /// Whether one example is answered rightly. Allocates nothing.
  ///
  /// @param outputs the network's outputs; output j of the example stands at `at + j·stride`
  /// @param targets row by row; target j of the example stands at `targetAt + j`
  /// @param columns number of outputs
  public boolean right(
      double[] outputs, int at, int stride, double[] targets, int targetAt, int columns) {
    return switch (this) {
      case SIGNS, BITS -> everyEntryOnItsSide(outputs, at, stride, targets, targetAt, columns);
      case CLASSES -> largestIsTheTarget(outputs, at, stride, targets, targetAt, columns);
      case REGRESSION -> false;
    };
  }

  private boolean everyEntryOnItsSide(
      double[] outputs, int at, int stride, double[] targets, int targetAt, int columns) {
    double border = threshold();
    for (int j = 0; j < columns; j++) {
      double output = outputs[at + j * stride];
      boolean onItsSide = targets[targetAt + j] > border ? output > border : output <= border;
      if (!onItsSide) {
        return false;
      }
    }
    return true;
  }

  private static boolean largestIsTheTarget(
      double[] outputs, int at, int stride, double[] targets, int targetAt, int columns) {
    int wanted = 0;
    while (targets[targetAt + wanted] != 1) {
      wanted++;
    }
    double answer = outputs[at + wanted * stride];
    for (int j = 0; j < columns; j++) {
      double other = outputs[at + j * stride];
      boolean below = j < wanted ? other < answer : other <= answer;
      if (!below) {
        return false;
      }
    }
    return true;
  }
}
