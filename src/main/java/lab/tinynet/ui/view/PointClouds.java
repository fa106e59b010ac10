package lab.tinynet.ui.view;

import lab.tinynet.chart.stage.PointCloud;
import lab.tinynet.session.Examples;
import lab.tinynet.spec.Matrix;

/// Turns a run's examples into points of the input plane.
final class PointClouds {
  private PointClouds() {}

  /// The points of all examples; none when they have not two inputs.
  static PointCloud of(Examples examples) {
    int train = examples.trainX().rows();
    int count = train + examples.testX().rows();
    if (examples.trainX().columns() != 2) {
      return PointCloud.NONE;
    }
    double[] x = new double[count];
    double[] y = new double[count];
    double[] target = new double[count];
    for (int i = 0; i < count; i++) {
      boolean training = i < train;
      Matrix inputs = training ? examples.trainX() : examples.testX();
      Matrix targets = training ? examples.trainY() : examples.testY();
      int row = training ? i : i - train;
      x[i] = inputs.get(row, 0);
      y[i] = inputs.get(row, 1);
      target[i] = target(targets, row);
    }
    return new PointCloud(x, y, target, train);
  }

  private static double target(Matrix targets, int row) {
    if (targets.columns() == 1) {
      return targets.get(row, 0);
    }
    int largest = 0;
    for (int column = 1; column < targets.columns(); column++) {
      if (targets.get(row, column) > targets.get(row, largest)) {
        largest = column;
      }
    }
    return largest;
  }
}
