package lab.tinynet.ui.data;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.session.Examples;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.ui.model.ExperimentEdits;
import lab.tinynet.ui.model.LayerPath;
import lab.tinynet.ui.model.NetworkEdits;

/// Points of two classes in the plane, as somebody drew them. Immutable.
///
/// @param points in the order in which they were drawn
public record DrawnPoints(List<Point> points) {
  /// How far the plane reaches from 0.
  public static final double REACH = 5;

  public static final DrawnPoints NONE = new DrawnPoints(List.of());

  /// So many of a class make something to be learnt.
  private static final int FEWEST = 1;

  /// @param x −REACH … REACH
  /// @param y likewise
  /// @param positive which of the two classes
  public record Point(double x, double y, boolean positive) {}

  public DrawnPoints {
    points = List.copyOf(points);
  }

  /// The training points of an experiment, if they are points of two classes in the plane.
  public static DrawnPoints of(Examples examples) {
    List<Point> found = new ArrayList<>();
    if (examples.trainX().columns() != 2 || examples.trainY().columns() > 2) {
      return NONE;
    }
    for (int row = 0; row < examples.trainX().rows(); row++) {
      boolean positive =
          examples.trainY().columns() == 1
              ? examples.trainY().get(row, 0) > 0.25
              : examples.trainY().get(row, 1) > examples.trainY().get(row, 0);
      found.add(new Point(examples.trainX().get(row, 0), examples.trainX().get(row, 1), positive));
    }
    return new DrawnPoints(found);
  }

  public DrawnPoints with(Point point) {
    List<Point> more = new ArrayList<>(points);
    more.add(point);
    return new DrawnPoints(more);
  }

  public DrawnPoints without(int index) {
    List<Point> fewer = new ArrayList<>(points);
    fewer.remove(index);
    return new DrawnPoints(fewer);
  }

  public DrawnPoints moved(int index, double x, double y) {
    List<Point> other = new ArrayList<>(points);
    other.set(index, new Point(x, y, points.get(index).positive()));
    return new DrawnPoints(other);
  }

  /// Whether there is a point of either class.
  public boolean trainable() {
    long positive = points.stream().filter(Point::positive).count();
    return positive >= FEWEST && points.size() - positive >= FEWEST;
  }

  /// An experiment on these points, its targets as its loss wants them; a loss that goes with
  /// numbers alone is given the targets ±1.
  public Experiment in(Experiment experiment) {
    Experiment planar = ExperimentEdits.shape(experiment, DataSpec.Shape.CIRCLE);
    Loss.Kind loss = planar.loss().kind();
    int columns = loss == Loss.Kind.CROSS_ENTROPY ? 2 : 1;
    double[] x = new double[2 * points.size()];
    double[] y = new double[columns * points.size()];
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      x[2 * i] = point.x();
      x[2 * i + 1] = point.y();
      switch (loss) {
        case MSE, HUBER -> y[i] = point.positive() ? 1 : -1;
        case BCE -> y[i] = point.positive() ? 1 : 0;
        case CROSS_ENTROPY -> y[2 * i + (point.positive() ? 1 : 0)] = 1;
      }
    }
    Matrix inputs = Matrix.of(points.size(), 2, x);
    Matrix targets = Matrix.of(points.size(), columns, y);
    int output = planar.network().size() - 1;
    return NetworkEdits.change(
            planar,
            LayerPath.of(output),
            layer -> layer instanceof LayerSpec.Dense dense ? dense.withUnits(columns) : layer)
        .withData(new DataSpec.Inline(inputs, targets, Matrix.empty(2), Matrix.empty(columns)));
  }
}
