package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.LayerOrder;

/// Where everything on the stage stands: a pure function of the network, the size and the size of
/// the type.
///
/// @param width width of the stage
/// @param height height of the stage
/// @param em size of captions; all distances are derived from it
/// @param maps whether there are maps and a surface
/// @param headTop top of the lines above the columns
/// @param area where the tiles stand
/// @param columns the columns that are shown, inputs first
/// @param skipped how many layers in the middle are not shown, for want of room
/// @param skips the skip connections between columns that are shown
/// @param side the decision surface (square), or the place of the words that stand for it
/// @param surfaceBar the colour bar of the surface, if there is one
/// @param unitsLegend the legend of the shared scale, if there are hidden units to be coloured
/// @param kernelsLegend the legend of the kernels, if there are convolutions
/// @param edgesLegend the legend of the edges
public record StageLayout(
    double width,
    double height,
    double em,
    boolean maps,
    double headTop,
    Box area,
    List<Column> columns,
    int skipped,
    List<Skip> skips,
    Box side,
    Optional<Box> surfaceBar,
    Optional<Box> unitsLegend,
    Optional<Box> kernelsLegend,
    Box edgesLegend) {
  public StageLayout {
    columns = List.copyOf(columns);
    skips = List.copyOf(skips);
  }

  /// A skip connection: an arc over the columns inside a residual.
  ///
  /// @param from the column it begins at
  /// @param to the column of the residual, where it ends
  /// @param y how high it goes
  public record Skip(Column from, Column to, double y) {}

  /// Height of the room for one skip connection, in em.
  private static final double SKIP = 1.7;

  /// Height of the lines above the columns, in em.
  private static final double HEAD = 4.4;

  /// Ticks, bar and labels below the surface, in em.
  private static final double BELOW_SURFACE = 3.7;

  /// A legend: caption, bar, labels; in em.
  private static final double LEGEND = 3.5;

  /// The line above a surface that stands alone, in em.
  private static final double SURFACE_HEAD = 0.4;

  /// Between the name of the last layer and the heading right of it, in em.
  private static final double HEADING_GAP = 1.8;

  private static final double LEGEND_GAP = 0.9;
  private static final double TICKS = 2.3;
  private static final double MOST_GAP = 17;

  /// A network of which only the layers are known.
  ///
  /// @param maps whether the frame has maps
  /// @param em size of captions, in pixels
  static StageLayout of(
      List<LayerInfo> layers, boolean maps, double width, double height, double em) {
    return of(StageContent.of(layers, maps), width, height, em);
  }

  /// @param em size of captions, in pixels
  static StageLayout of(StageContent content, double width, double height, double em) {
    boolean maps = content.maps();
    double margin = Math.rint(0.5 * em);
    double head = Math.rint(HEAD * em);
    double top = margin + head;
    double ticks = maps ? TICKS * em : 0;
    double share = Math.clamp(0.40 - 0.012 * content.layers().size(), 0.27, 0.37);
    double widest = Math.rint(share * width - ticks);
    double room = height - top - margin - BELOW_SURFACE * em;
    double lifted = Math.min(widest, room - (LEGEND + LEGEND_GAP) * em);
    boolean stacked = maps && lifted >= 20 * em && lifted >= 0.8 * Math.min(widest, room);
    double side = Math.max(6 * em, Math.floor(stacked ? lifted : Math.min(widest, room)));
    double sideWidth = maps ? side : Math.clamp(0.24 * width, 13 * em, 22 * em);
    Box place = new Box(width - margin - sideWidth, top, sideWidth, side);
    double foot = height - margin - LEGEND * em;
    double bottom = stacked ? height - margin : foot - LEGEND_GAP * em;
    double left = margin;
    double right = place.x() - (maps ? ticks + 0.5 * em : HEADING_GAP * em);
    double arcs = content.depth() * SKIP * em;
    Box area = new Box(left, top + arcs, right - left, Math.max(em, bottom - top - arcs));
    boolean hidden = content.hasHiddenValues();
    boolean kernels = content.hasConvolutions();
    int legends = 1 + (hidden ? 1 : 0) + (kernels ? 1 : 0);
    double legendTop =
        stacked ? top + side + BELOW_SURFACE * em + LEGEND_GAP * em : Math.max(top, foot);
    double legendLeft = stacked ? place.x() : left;
    double between = 1.5 * em;
    double legendRoom = stacked ? side : right - left;
    double legendWidth =
        stacked
            ? (legendRoom - between) / 2
            : Math.min(17 * em, (legendRoom - (legends - 1) * between) / Math.max(2, legends));
    List<Box> places = new ArrayList<>();
    for (int i = 0; i < legends; i++) {
      double x = legendLeft + i * (legendWidth + between);
      places.add(new Box(x, legendTop, legendWidth, LEGEND * em));
    }
    Box bar = new Box(place.x(), place.bottom() + 1.75 * em, side, 0.5 * em);
    List<Column> columns = columns(content, area, em);
    int skipped = content.layers().size() + 1 - columns.size();
    return new StageLayout(
        width,
        height,
        em,
        maps,
        margin,
        area,
        columns,
        skipped,
        skips(content, columns, area, em),
        maps ? place : new Box(place.x(), place.y(), place.width(), height - margin - place.y()),
        maps ? Optional.of(bar) : Optional.empty(),
        hidden ? Optional.of(places.getFirst()) : Optional.empty(),
        kernels ? Optional.of(places.get(hidden ? 1 : 0)) : Optional.empty(),
        places.getLast());
  }

  /// The decision surface alone, as large as there is room.
  public static StageLayout surface(double width, double height, double em) {
    double margin = Math.rint(0.3 * em);
    double top = margin + Math.rint(SURFACE_HEAD * em);
    double ticks = TICKS * em;
    double room = Math.min(width - 2 * margin - 2 * ticks, height - top - margin);
    double side = Math.max(4 * em, Math.floor(room - BELOW_SURFACE * em));
    Box place = new Box(Math.rint((width - side) / 2), top, side, side);
    Box bar = new Box(place.x(), place.bottom() + 1.75 * em, side, 0.5 * em);
    Box nowhere = new Box(-1, -1, 0, 0);
    return new StageLayout(
        width,
        height,
        em,
        true,
        margin,
        nowhere,
        List.of(),
        0,
        List.of(),
        place,
        Optional.of(bar),
        Optional.empty(),
        Optional.empty(),
        nowhere);
  }

  /// Whether the surface stands alone.
  public boolean alone() {
    return columns.isEmpty();
  }

  private static List<Skip> skips(StageContent content, List<Column> columns, Box area, double em) {
    LayerOrder order = content.order();
    List<Skip> skips = new ArrayList<>();
    for (Column to : columns) {
      if (to.layer() == Column.INPUTS || !order.isResidual(to.layer())) {
        continue;
      }
      String name = order.layers().get(to.layer()).name();
      long depth = name.chars().filter(c -> c == '/').count();
      double y = area.y() - (content.depth() - depth - 0.35) * SKIP * em;
      int source = order.skipped(to.layer());
      columns.stream()
          .filter(from -> from.layer() == source)
          .findFirst()
          .ifPresent(from -> skips.add(new Skip(from, to, y)));
    }
    return skips;
  }

  private static List<Column> columns(StageContent content, Box area, double em) {
    List<Integer> flow = new ArrayList<>(List.of(Column.INPUTS));
    flow.addAll(content.order().flow());
    List<Integer> shown = shownPlaces(flow.size(), area, em);
    List<ColumnFit.Need> units =
        shown.stream().map(place -> content.need(flow.get(place))).toList();
    ColumnFit fit = new ColumnFit(units, area, em);
    List<ColumnFit.Size> sizes = fit.fit().sizes();
    double blocks = 0;
    for (ColumnFit.Size size : sizes) {
      blocks += fit.blockWidth(size);
    }
    double spare = Math.max(0, area.width() - blocks);
    double even = spare / units.size();
    double margin = Math.min(even / 2, 3 * em);
    double gap = units.size() == 1 ? 0 : (spare - 2 * margin) / (units.size() - 1);
    if (gap > MOST_GAP * em) {
      margin += (gap - MOST_GAP * em) * (units.size() - 1) / 2;
      gap = MOST_GAP * em;
    }
    List<Column> columns = new ArrayList<>();
    double x = area.x() + margin;
    for (int i = 0; i < units.size(); i++) {
      ColumnFit.Size size = sizes.get(i);
      double blockWidth = fit.blockWidth(size);
      double blockHeight = fit.blockHeight(size);
      Box block =
          new Box(
              Math.rint(x), Math.rint(area.centerY() - blockHeight / 2), blockWidth, blockHeight);
      double reach = Math.min(i == 0 || i == units.size() - 1 ? margin : gap / 2, gap / 2);
      Box slot = new Box(block.x() - reach, area.y(), blockWidth + 2 * reach, area.height());
      columns.add(
          new Column(
              flow.get(shown.get(i)),
              shown.get(i) - 1,
              size.need().kind(),
              block,
              slot,
              size.tile(),
              fit.lead(size),
              fit.trail(size),
              size.rows(),
              fit.lead(size) + size.tile() + fit.trail(size) + fit.subColumnGap(size.tile()),
              size.tile() + fit.rowGap(size.tile()),
              size.shown(),
              size.need().units() - size.shown()));
      x += blockWidth + gap;
    }
    return columns;
  }

  /// The places of the inputs and all layers; when they cannot stand side by side, those of the
  /// first and the last ones.
  private static List<Integer> shownPlaces(int all, Box area, double em) {
    int most = Math.max(2, (int) (area.width() / (1.8 * em)));
    List<Integer> shown = new ArrayList<>();
    for (int place = 0; place < all; place++) {
      boolean kept = place < most / 2 || place >= all - (most - most / 2);
      if (all <= most || kept) {
        shown.add(place);
      }
    }
    return shown;
  }

  /// The column of a layer, if it is shown.
  public Optional<Column> column(int layer) {
    return columns.stream().filter(column -> column.layer() == layer).findFirst();
  }

  /// Radius of the bias dots of a column.
  public double biasRadius(Column column) {
    return ColumnFit.biasRadius(column.tile(), em);
  }

  /// Where the bias dot of a unit is: at the foot of its tile, on the left.
  public Box bias(Column column, int unit) {
    double radius = biasRadius(column);
    Box tile = column.tile(unit);
    double x = tile.x() - 2 * radius - 0.15 * em;
    return new Box(x, tile.bottom() - 2 * radius, 2 * radius, 2 * radius);
  }
}
