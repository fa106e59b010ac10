package lab.tinynet.chart.stage;

import java.util.Arrays;
import java.util.Optional;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.LayerOrder;

/// The edges of one picture: between neighbouring columns, the weakest first, so that the strong
/// ones are painted over them. Of a pair of columns with very many only the strongest of every unit
/// are kept.
public final class EdgeModel {
  /// Edges shown between two columns, at most (but at least one a unit).
  static final int MOST_PER_PAIR = 256;

  private final StageLayout layout;
  private final Edge[] edges;
  private final long total;
  private final double limit;

  /// One edge.
  ///
  /// @param layer the layer to which the weight belongs
  /// @param from unit of the layer before (or input)
  /// @param to unit of the layer
  /// @param start right side of the tile it comes from
  /// @param end left side of the tile it goes to
  /// @param faded whether one of its ends is dead
  record Edge(int layer, int from, int to, double weight, Point start, Point end, boolean faded) {}

  record Point(double x, double y) {}

  private EdgeModel(StageLayout layout, Edge[] edges, long total, double limit) {
    this.layout = layout;
    this.edges = edges;
    this.total = total;
    this.limit = limit;
  }

  /// @param limit the size of weight that is drawn with the full width
  static EdgeModel of(Frame frame, StageLayout layout, double limit) {
    long total = 0;
    int count = 0;
    Edge[] all = new Edge[1024];
    LayerOrder order = frame.order();
    for (Column to : layout.columns()) {
      Optional<Column> source =
          to.layer() == Column.INPUTS ? Optional.empty() : layout.column(order.source(to.layer()));
      if (source.isEmpty()) {
        continue;
      }
      Column from = source.get();
      Frame.LayerFrame layer = frame.layers().get(to.layer());
      if (!connected(layer, from)) {
        continue;
      }
      total += layer.weights().length;
      double[] least = least(layer, from.shown(), to.shown());
      for (int unit = 0; unit < to.shown(); unit++) {
        for (int input = 0; input < from.shown(); input++) {
          double weight = layer.weights()[input * layer.info().units() + unit];
          if (Math.abs(weight) < least[unit]) {
            continue;
          }
          if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
          }
          all[count++] = edge(frame, from, to, input, unit, weight);
        }
      }
    }
    Edge[] edges = Arrays.copyOf(all, count);
    Arrays.sort(edges, (a, b) -> Double.compare(size(a.weight), size(b.weight)));
    return new EdgeModel(layout, edges, total, limit);
  }

  /// Whether the layer has a weight for each pair of its units and the units of a column; a pool
  /// has none, and a convolution's belong to pixels.
  static boolean connected(Frame.LayerFrame layer, Column from) {
    int units = from.shown() + from.folded();
    boolean own = layer.info().kind().equals("dense");
    return own && layer.weights().length == units * layer.info().units();
  }

  /// What is not finite is drawn last, over everything.
  private static double size(double weight) {
    return Double.isNaN(weight) ? Double.POSITIVE_INFINITY : Math.abs(weight);
  }

  static Edge edge(Frame frame, Column from, Column to, int input, int unit, double weight) {
    boolean deadEnd = isDead(frame, from, input) || isDead(frame, to, unit);
    Box start = from.cell(input);
    Box end = to.cell(unit);
    return new Edge(
        to.layer(),
        input,
        unit,
        weight,
        new Point(start.right(), start.centerY()),
        new Point(end.x(), end.centerY()),
        deadEnd);
  }

  static boolean isDead(Frame frame, Column column, int unit) {
    if (column.layer() == Column.INPUTS) {
      return false;
    }
    boolean[] dead = frame.layers().get(column.layer()).dead();
    return unit < dead.length && dead[unit];
  }

  /// The smallest |w| that is shown, of each unit; 0 when all are.
  private static double[] least(Frame.LayerFrame layer, int inputs, int units) {
    double[] least = new double[units];
    if ((long) inputs * units <= MOST_PER_PAIR) {
      return least;
    }
    int kept = Math.max(1, MOST_PER_PAIR / units);
    double[] sizes = new double[inputs];
    for (int unit = 0; unit < units; unit++) {
      for (int input = 0; input < inputs; input++) {
        sizes[input] = Math.abs(layer.weights()[input * layer.info().units() + unit]);
      }
      Arrays.sort(sizes);
      least[unit] = sizes[Math.max(0, inputs - kept)];
    }
    return least;
  }

  /// How many edges are drawn.
  public int shown() {
    return edges.length;
  }

  /// How many weights there are between the columns that are shown.
  public long total() {
    return total;
  }

  Edge get(int index) {
    return edges[index];
  }

  /// The width of an edge with the weight at the scale's end.
  double fullWidth() {
    double tile =
        layout.columns().stream()
            .filter(Column::isTiles)
            .mapToDouble(Column::tile)
            .min()
            .orElse(10);
    return Math.clamp(0.11 * tile, 0.14 * layout.em(), 0.4 * layout.em());
  }

  /// Width grows with the square root of |w|, so that small weights stay visible.
  double width(double weight) {
    return Double.isFinite(weight)
        ? fullWidth() * Math.sqrt(Math.min(1, Math.abs(weight) / limit))
        : 0.6 * fullWidth();
  }

  /// The edge nearest to a point.
  ///
  /// @param reach how far it may be away
  Optional<Edge> nearest(double x, double y, double reach) {
    Optional<Edge> nearest = Optional.empty();
    double best = reach;
    for (Edge edge : edges) {
      double length = edge.end.x - edge.start.x;
      double share = (x - edge.start.x) / length;
      if (share < 0 || share > 1) {
        continue;
      }
      double rise = edge.end.y - edge.start.y;
      double slope = rise / length * EdgeCurve.slope(share);
      double off = Math.abs(edge.start.y + rise * EdgeCurve.height(share) - y);
      double distance = off / Math.sqrt(1 + slope * slope) - 0.5 * width(edge.weight);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(edge);
      }
    }
    return nearest;
  }
}
