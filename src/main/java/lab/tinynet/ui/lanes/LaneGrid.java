package lab.tinynet.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Lanes side by side, everything of one kind at one height: heading, stage, charts. Charts stand
/// two in a row where a lane is wide enough, else below each other.
final class LaneGrid extends Pane {
  private static final double GAP = 0.8;
  private static final double LEAST_CHART = 12.4;
  private static final double LEAST_STAGE = 13;
  private static final double MOST_STAGE = 27;
  private static final double PAIRED = 40;
  private static final double STAGE_SHARE = 0.36;

  /// From this width a lane shows the network, not only the surface.
  private static final double WHOLE_STAGE = 56;

  private List<LaneColumn> columns = List.of();
  private List<LaneChart> shown = LaneChart.ALL;
  private double size = 15;
  private double room;

  void setColumns(List<LaneColumn> lanes) {
    columns = List.copyOf(lanes);
    List<Region> all = new ArrayList<>();
    for (LaneColumn column : columns) {
      all.add(column.head());
      all.add(column.stageCard());
      LaneChart.ALL.forEach(chart -> all.add(chart.of(column.board())));
    }
    getChildren().setAll(all);
    requestLayout();
  }

  /// @param charts what is to be seen
  /// @param bodySize of body text, in pixels
  /// @param height in which it is to stand, if it can
  void show(List<LaneChart> charts, double bodySize, double height) {
    if (!charts.equals(shown) || bodySize != size || height != room) {
      shown = List.copyOf(charts);
      size = bodySize;
      room = height;
      requestLayout();
    }
  }

  /// How many charts have room to be read at a height.
  int fitting(double width, double bodySize, double height) {
    double column = columnWidth(width, GAP * bodySize);
    double headed = headHeight(column) + LEAST_STAGE * bodySize + 3 * GAP * bodySize;
    int rows = (int) ((height - headed) / ((LEAST_CHART + GAP) * bodySize));
    int each = column >= PAIRED * bodySize ? 2 : 1;
    return Math.clamp((long) rows * each, 1, LaneChart.ALL.size());
  }

  private double columnWidth(double width, double gap) {
    int count = Math.max(1, columns.size());
    return (width - (count + 1) * gap) / count;
  }

  private double headHeight(double width) {
    return columns.stream().mapToDouble(column -> column.head().prefHeight(width)).max().orElse(0);
  }

  private int perRow(double column) {
    return column >= PAIRED * size && shown.size() > 1 ? 2 : 1;
  }

  @Override
  protected double computePrefHeight(double width) {
    double gap = Math.rint(GAP * size);
    double column = columnWidth(width > 0 ? width : getWidth(), gap);
    int rows = (shown.size() + perRow(column) - 1) / perRow(column);
    double least =
        headHeight(column) + (LEAST_STAGE + rows * LEAST_CHART) * size + (rows + 3) * gap;
    return Math.max(room, Math.ceil(least));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double gap = Math.rint(GAP * size);
    double width = columnWidth(getWidth(), gap);
    double head = Math.ceil(headHeight(width));
    int each = perRow(width);
    int rows = (shown.size() + each - 1) / each;
    double body = getHeight() - head - (rows + 3) * gap;
    double least = rows * LEAST_CHART * size;
    double stage =
        Math.rint(
            Math.clamp(
                rows == 0 ? body : STAGE_SHARE * body,
                Math.min(LEAST_STAGE * size, Math.max(0, body - least)),
                rows == 0 ? body : Math.min(MOST_STAGE * size, Math.max(0, body - least))));
    double chart = rows == 0 ? 0 : (body - stage) / rows;
    for (int i = 0; i < columns.size(); i++) {
      LaneColumn column = columns.get(i);
      double left = Math.rint(gap + i * (width + gap));
      double wide = Math.rint(gap + i * (width + gap) + width) - left;
      column.head().resizeRelocate(left, gap, wide, head);
      double top = 2 * gap + head;
      column.stage().view().setSurfaceOnly(wide < WHOLE_STAGE * size);
      column.stageCard().resizeRelocate(left, top, wide, stage);
      place(column, left, top + stage + gap, wide, chart, gap, each);
    }
  }

  private void place(
      LaneColumn column, double left, double top, double wide, double high, double gap, int each) {
    for (LaneChart chart : LaneChart.ALL) {
      chart.of(column.board()).setVisible(shown.contains(chart));
    }
    for (int i = 0; i < shown.size(); i++) {
      int row = i / each;
      boolean alone = each == 1 || (i == shown.size() - 1 && i % 2 == 0);
      double half = Math.rint((wide - gap) / 2);
      double x = i % each == 0 ? left : left + half + gap;
      double y = Math.rint(top + row * (high + gap));
      double chartWidth = alone ? wide : i % 2 == 0 ? half : wide - half - gap;
      shown.get(i).of(column.board()).resizeRelocate(x, y, chartWidth, Math.rint(high));
    }
  }
}
