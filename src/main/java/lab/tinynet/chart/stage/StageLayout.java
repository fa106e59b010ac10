package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.telemetry.LayerInfo;

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
/// @param side the decision surface (square), or the place of the words that stand for it
/// @param surfaceBar the colour bar of the surface, if there is one
/// @param unitsLegend the legend of the shared scale, if there are hidden maps
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
    Box side,
    Optional<Box> surfaceBar,
    Optional<Box> unitsLegend,
    Box edgesLegend) {
  public StageLayout {
    columns = List.copyOf(columns);
  }

  /// Height of the lines above the columns, in em.
  private static final double HEAD = 4.4;

  /// Ticks, bar and labels below the surface, in em.
  private static final double BELOW_SURFACE = 3.7;

  /// A legend: caption, bar, labels; in em.
  private static final double LEGEND = 3.5;

  /// The line above a surface that stands alone, in em.
  private static final double SURFACE_HEAD = 0.4;

  private static final double LEGEND_GAP = 0.9;
  private static final double TICKS = 2.3;
  private static final double MOST_GAP = 17;

  /// @param layers the network, input side first
  /// @param maps whether the frame has maps
  /// @param em size of captions, in pixels
  public static StageLayout of(
      List<LayerInfo> layers, boolean maps, double width, double height, double em) {
    double margin = Math.rint(0.5 * em);
    double head = Math.rint(HEAD * em);
    double top = margin + head;
    double ticks = maps ? TICKS * em : 0;
    double share = Math.clamp(0.40 - 0.012 * layers.size(), 0.27, 0.37);
    double widest = Math.rint(share * width - ticks);
    double room = height - top - margin - BELOW_SURFACE * em;
    double lifted = Math.min(widest, room - (LEGEND + LEGEND_GAP) * em);
    boolean stacked = lifted >= 20 * em && lifted >= 0.8 * Math.min(widest, room);
    double side = Math.max(6 * em, Math.floor(stacked ? lifted : Math.min(widest, room)));
    double sideWidth = maps ? side : Math.max(side, 15 * em);
    Box place = new Box(width - margin - sideWidth, top, sideWidth, side);
    double foot = height - margin - LEGEND * em;
    double bottom = stacked ? height - margin : foot - LEGEND_GAP * em;
    double left = margin;
    double right = place.x() - ticks - 0.5 * em;
    Box area = new Box(left, top, right - left, Math.max(em, bottom - top));
    boolean hidden = maps && layers.size() > 1;
    double legendTop =
        stacked ? top + side + BELOW_SURFACE * em + LEGEND_GAP * em : Math.max(top, foot);
    double legendLeft = stacked ? place.x() : left;
    double legendWidth = stacked ? (side - 1.5 * em) / 2 : Math.min(17 * em, (right - left) / 2);
    Box first = new Box(legendLeft, legendTop, legendWidth, LEGEND * em);
    Box second = new Box(legendLeft + legendWidth + 1.5 * em, legendTop, legendWidth, LEGEND * em);
    Box bar = new Box(place.x(), place.bottom() + 1.75 * em, side, 0.5 * em);
    List<Column> columns = columns(layers, area, em);
    int skipped = layers.size() + 1 - columns.size();
    return new StageLayout(
        width,
        height,
        em,
        maps,
        margin,
        area,
        columns,
        skipped,
        place,
        maps ? Optional.of(bar) : Optional.empty(),
        hidden ? Optional.of(first) : Optional.empty(),
        hidden ? second : first);
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
        place,
        Optional.of(bar),
        Optional.empty(),
        nowhere);
  }

  /// Whether the surface stands alone.
  public boolean alone() {
    return columns.isEmpty();
  }

  private static List<Column> columns(List<LayerInfo> layers, Box area, double em) {
    List<Integer> shown = shownLayers(layers.size(), area, em);
    int[] units = new int[shown.size()];
    for (int i = 0; i < units.length; i++) {
      int layer = shown.get(i);
      units[i] = layer == Column.INPUTS ? layers.getFirst().inputs() : layers.get(layer).units();
    }
    ColumnFit fit = new ColumnFit(units, area, em);
    List<ColumnFit.Size> sizes = fit.fit().sizes();
    double blocks = 0;
    for (ColumnFit.Size size : sizes) {
      blocks += fit.blockWidth(size);
    }
    double spare = Math.max(0, area.width() - blocks);
    double even = spare / units.length;
    double margin = Math.min(even / 2, 3 * em);
    double gap = units.length == 1 ? 0 : (spare - 2 * margin) / (units.length - 1);
    if (gap > MOST_GAP * em) {
      margin += (gap - MOST_GAP * em) * (units.length - 1) / 2;
      gap = MOST_GAP * em;
    }
    List<Column> columns = new ArrayList<>();
    double x = area.x() + margin;
    for (int i = 0; i < units.length; i++) {
      ColumnFit.Size size = sizes.get(i);
      double blockWidth = fit.blockWidth(size);
      double blockHeight = fit.blockHeight(size);
      Box block =
          new Box(
              Math.rint(x), Math.rint(area.centerY() - blockHeight / 2), blockWidth, blockHeight);
      double reach = Math.min(i == 0 || i == units.length - 1 ? margin : gap / 2, gap / 2);
      Box slot = new Box(block.x() - reach, area.y(), blockWidth + 2 * reach, area.height());
      columns.add(
          new Column(
              shown.get(i),
              block,
              slot,
              size.tile(),
              size.rows(),
              size.tile() + fit.subColumnGap(size.tile()),
              size.tile() + fit.rowGap(size.tile()),
              size.shown(),
              units[i] - size.shown()));
      x += blockWidth + gap;
    }
    return columns;
  }

  /// The inputs and all layers; when they cannot stand side by side, the first and the last ones.
  private static List<Integer> shownLayers(int layers, Box area, double em) {
    int most = Math.max(2, (int) (area.width() / (1.8 * em)));
    List<Integer> shown = new ArrayList<>();
    for (int layer = Column.INPUTS; layer < layers; layer++) {
      boolean fits = layers + 1 <= most;
      boolean kept = layer < most / 2 - 1 || layer >= layers - (most - most / 2);
      if (fits || kept) {
        shown.add(layer);
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
