package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.LayerOrder;

/// A connection that is no single weight: of a unit with itself behind a layer that works on each
/// unit alone, or all weights between a channel and a unit.
///
/// @param strength 0 … 1: size of its weights against the largest of the column's; of a unit with
///     itself always the same
/// @param faded whether one of its ends is dead
record Link(EdgeModel.Point start, EdgeModel.Point end, double strength, boolean faded) {
  private static final double PLAIN = 0.3;
  private static final int MOST = 400;

  /// The links of a picture.
  static List<Link> all(Frame frame, StageLayout layout) {
    LayerOrder order = frame.order();
    List<Link> links = new ArrayList<>();
    for (Column to : layout.columns()) {
      if (to.layer() == Column.INPUTS) {
        continue;
      }
      Optional<Column> from = layout.column(order.source(to.layer()));
      if (from.isPresent()) {
        Frame.LayerFrame layer = frame.layers().get(to.layer());
        if (layer.weights().length == 0) {
          itself(frame, from.get(), to, links);
        } else if (!EdgeModel.connected(layer, from.get())) {
          bundles(frame, layer, from.get(), to, links);
        }
      }
    }
    return links;
  }

  /// Every unit with itself; a channel that is flattened, with its numbers.
  private static void itself(Frame frame, Column from, Column to, List<Link> links) {
    if (from.isPicture() && to.isPicture()) {
      return;
    }
    int pieces = Math.min(parts(from), MOST);
    for (int i = 0; i < pieces; i++) {
      int last = Math.floorDiv((i + 1) * to.units(), parts(from)) - 1;
      int first = Math.floorDiv(i * to.units(), parts(from));
      boolean shown = from.isPicture() || i < from.shown();
      if (shown && first <= last && last < to.shown()) {
        Box start = from.isPicture() ? from.block() : from.cell(i);
        double y = (to.cell(first).y() + to.cell(last).bottom()) / 2;
        links.add(
            new Link(
                new EdgeModel.Point(start.right(), start.centerY()),
                new EdgeModel.Point(to.cell(first).x(), y),
                PLAIN,
                EdgeModel.isDead(frame, from, i) || EdgeModel.isDead(frame, to, first)));
      }
    }
  }

  private static int parts(Column from) {
    return from.isPicture() ? 1 : from.units();
  }

  /// All weights between a channel and a unit as one, as strong as the largest of them by L2 norm.
  private static void bundles(
      Frame frame, Frame.LayerFrame layer, Column from, Column to, List<Link> links) {
    int sources = from.isPicture() ? from.picture().orElseThrow().channels() : from.units();
    int units = layer.info().units();
    int each = layer.fanIn() / sources;
    double[][] norms = new double[sources][units];
    double largest = 0;
    for (int source = 0; source < sources; source++) {
      for (int unit = 0; unit < units; unit++) {
        double squares = 0;
        for (int i = source * each; i < (source + 1) * each; i++) {
          double weight = layer.weights()[i * units + unit];
          squares += weight * weight;
        }
        norms[source][unit] = Math.sqrt(squares);
        largest = Math.max(largest, norms[source][unit]);
      }
    }
    for (int source = 0; source < sources; source++) {
      for (int unit = 0; unit < to.shown(); unit++) {
        boolean seen = from.isPicture() || source < from.shown();
        if (seen && links.size() < 4 * MOST) {
          Box start = from.isPicture() ? from.block() : from.cell(source);
          Box end = to.cell(unit);
          links.add(
              new Link(
                  new EdgeModel.Point(start.right(), start.centerY()),
                  new EdgeModel.Point(end.x(), end.centerY()),
                  largest > 0 ? norms[source][unit] / largest : 0,
                  EdgeModel.isDead(frame, to, unit) || EdgeModel.isDead(frame, from, source)));
        }
      }
    }
  }
}
