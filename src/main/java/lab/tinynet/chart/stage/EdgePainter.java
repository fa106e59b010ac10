package lab.tinynet.chart.stage;

import java.util.List;

/// Paints the connections between the columns, and their legend.
final class EdgePainter {
  private final Raster raster;
  private final StageColors colors;
  private final StageScales scales;
  private final double unit;

  /// @param unit a twelfth of the type size, for line widths
  EdgePainter(Raster raster, StageColors colors, StageScales scales, double unit) {
    this.raster = raster;
    this.colors = colors;
    this.scales = scales;
    this.unit = unit;
  }

  void links(List<Link> links) {
    links.forEach(this::link);
  }

  void edges(EdgeModel edges) {
    boolean many = edges.shown() > 400;
    double strongest = many ? 0.75 : 0.92;
    double weakest = many ? 0.12 : 0.3;
    for (int i = 0; i < edges.shown(); i++) {
      EdgeModel.Edge edge = edges.get(i);
      double weight = edge.weight();
      if (weight == 0) {
        continue;
      }
      boolean finite = Double.isFinite(weight);
      double size = finite ? Math.min(1, Math.sqrt(Math.abs(weight) / scales.weights())) : 1;
      int argb = finite ? sign(weight) : colors.alarm();
      double alpha = weakest + (strongest - weakest) * size;
      curve(edge, edges.width(weight), argb, edge.faded() ? 0.3 * alpha : alpha, finite);
    }
  }

  private void curve(
      EdgeModel.Edge edge, double lineWidth, int argb, double alpha, boolean finite) {
    double dash = edge.faded() || !finite ? 4 * unit : 0;
    EdgeModel.Point start = edge.start();
    EdgeModel.Point end = edge.end();
    raster.curve(start.x(), start.y(), end.x(), end.y(), lineWidth, argb, alpha, dash);
  }

  private void link(Link link) {
    double alpha = (link.faded() ? 0.3 : 1) * (0.06 + 0.3 * link.strength());
    double lineWidth = (0.6 + 1.2 * link.strength()) * unit;
    EdgeModel.Point start = link.start();
    EdgeModel.Point end = link.end();
    double dash = link.faded() ? 4 * unit : 0;
    raster.curve(start.x(), start.y(), end.x(), end.y(), lineWidth, colors.muted(), alpha, dash);
  }

  /// Edges' legend: a wedge either side of 0, as thick as an edge of that weight.
  void legend(Box bar, EdgeModel edges) {
    double x0 = bar.x() * raster.scale();
    int count = (int) (bar.width() * raster.scale());
    for (int i = 0; i < count; i++) {
      double share = (i + 0.5) / count * 2 - 1;
      double lineWidth = Math.max(0.6, edges.width(share * scales.weights()));
      Box sliver =
          new Box(
              ((int) x0 + i) / raster.scale(),
              bar.centerY() - lineWidth / 2,
              1 / raster.scale(),
              lineWidth);
      raster.round(sliver, 0, sign(share), 0.35 + 0.57 * Math.sqrt(Math.abs(share)));
    }
  }

  private int sign(double value) {
    return value < 0 ? colors.negative() : colors.positive();
  }
}
