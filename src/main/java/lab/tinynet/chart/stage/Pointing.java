package lab.tinynet.chart.stage;

import java.util.Optional;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.ProbePoint;

/// Finds what is under the pointer. Small things win over large ones.
final class Pointing {
  private Pointing() {}

  static Optional<Target> at(StageImage image, double x, double y) {
    StageLayout layout = image.layout();
    return bias(image, x, y)
        .or(() -> tile(layout, x, y))
        .or(() -> surface(image, x, y))
        .or(() -> legend(layout, x, y))
        .or(() -> edge(image, x, y));
  }

  private static Optional<Target> bias(StageImage image, double x, double y) {
    StageLayout layout = image.layout();
    double slack = 0.25 * layout.em();
    for (Column column : layout.columns()) {
      if (column.layer() == Column.INPUTS || !column.isTiles()) {
        continue;
      }
      int biases = image.frame().layers().get(column.layer()).biases().length;
      for (int unit = 0; unit < Math.min(column.shown(), biases); unit++) {
        Box dot = layout.bias(column, unit).grown(slack);
        if (dot.contains(x, y) && !column.tile(unit).contains(x, y)) {
          return Optional.of(new Target.Bias(column.layer(), unit));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Target> tile(StageLayout layout, double x, double y) {
    for (Column column : layout.columns()) {
      for (int unit = 0; unit < column.shown(); unit++) {
        if (column.tile(unit).contains(x, y)) {
          return Optional.of(
              column.layer() == Column.INPUTS
                  ? new Target.Input(unit)
                  : new Target.Unit(column.layer(), unit));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Target> surface(StageImage image, double x, double y) {
    Box side = image.layout().side();
    if (!image.layout().maps() || !side.contains(x, y)) {
      return Optional.empty();
    }
    Frame.Region region = image.frame().region();
    double across = (x - side.x()) / side.width();
    double up = (side.bottom() - y) / side.height();
    return Optional.of(
        new Target.Surface(
            region.minX() + across * (region.maxX() - region.minX()),
            region.minY() + up * (region.maxY() - region.minY())));
  }

  /// The example at a point of the surface, or the point itself where there is none.
  static ProbePoint point(StageImage image, double x1, double x2) {
    Frame.Region region = image.frame().region();
    double perUnit = image.layout().side().width() / (region.maxX() - region.minX());
    double best = 0.55 * image.layout().em();
    int nearest = -1;
    PointCloud cloud = image.cloud();
    for (int i = 0; i < cloud.size(); i++) {
      double distance = perUnit * Math.hypot(cloud.x()[i] - x1, cloud.y()[i] - x2);
      if (distance < best) {
        best = distance;
        nearest = i;
      }
    }
    return nearest >= 0 ? new ProbePoint.Example(nearest) : new ProbePoint.Plane(x1, x2);
  }

  private static Optional<Target> legend(StageLayout layout, double x, double y) {
    double slack = 1.6 * layout.em();
    if (layout.surfaceBar().filter(bar -> bar.grown(slack).contains(x, y)).isPresent()) {
      return Optional.of(new Target.Legend(Target.Legend.Kind.OUTPUT));
    }
    if (layout.unitsLegend().filter(box -> box.contains(x, y)).isPresent()) {
      return Optional.of(new Target.Legend(Target.Legend.Kind.UNITS));
    }
    if (layout.kernelsLegend().filter(box -> box.contains(x, y)).isPresent()) {
      return Optional.of(new Target.Legend(Target.Legend.Kind.KERNELS));
    }
    return layout.edgesLegend().contains(x, y)
        ? Optional.of(new Target.Legend(Target.Legend.Kind.EDGES))
        : Optional.empty();
  }

  private static Optional<Target> edge(StageImage image, double x, double y) {
    return image
        .edges()
        .nearest(x, y, 0.35 * image.layout().em())
        .map(edge -> new Target.Weight(edge.layer(), edge.from(), edge.to()));
  }

  /// The value of a map at a point of a tile or of the surface that shows it.
  static double value(float[] map, int resolution, Box box, double x, double y) {
    int column = cell((x - box.x()) / box.width(), resolution);
    int row = cell((y - box.y()) / box.height(), resolution);
    return map[row * resolution + column];
  }

  private static int cell(double share, int resolution) {
    return Math.clamp((int) (share * resolution), 0, resolution - 1);
  }
}
