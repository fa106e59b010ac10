package lab.tinynet.ui.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The place of every part of the lab for a size of the window. Sizes are multiples of the body
/// text's, so that the picture is the same on every screen; on a narrow one the experiment panel
/// gives way to a rail and the charts stand in two rows.
final class LabLayout extends Pane {
  private static final double EXPERIMENT = 19.2;
  private static final double DRAWER = 20;
  private static final double TUTOR = 24;
  private static final double TUTOR_NARROW = 22;
  private static final double RAIL = 3.6;
  private static final double GAP = 0.93;
  private static final double NARROW = 110;
  private static final double CHARTS = 0.385;
  private static final double PROJECTED_CHARTS = 0.48;

  private final Region experiment;
  private final Region rail;
  private final Region banner;
  private final Region stage;
  private final List<? extends Region> charts;
  private final Region timeline;
  private final Region tutor;
  private double size = 15;
  private boolean projected;
  private boolean drawerOpen;
  private Optional<Region> enlarged = Optional.empty();

  LabLayout(
      Region experiment,
      Region rail,
      Region banner,
      Region stage,
      List<? extends Region> charts,
      Region timeline,
      Region tutor) {
    this.experiment = experiment;
    this.rail = rail;
    this.banner = banner;
    this.stage = stage;
    this.charts = List.copyOf(charts);
    this.timeline = timeline;
    this.tutor = tutor;
    getStyleClass().add("lab-layout");
    getChildren().addAll(banner, stage);
    getChildren().addAll(charts);
    getChildren().addAll(timeline, tutor, rail, experiment);
    setMinSize(0, 0);
  }

  /// @param size of body text, in pixels
  /// @param projected whether the experiment panel makes room
  void scale(double newSize, boolean nowProjected) {
    size = newSize;
    projected = nowProjected;
    requestLayout();
  }

  boolean narrow() {
    return getWidth() < NARROW * size;
  }

  void openDrawer(boolean open) {
    drawerOpen = open;
    requestLayout();
  }

  /// Gives a chart the room of the stage; the same once more, or nothing, takes it back.
  ///
  /// @return whether anything has changed
  boolean enlarge(Optional<Region> chart) {
    Optional<Region> before = enlarged;
    enlarged = chart.equals(enlarged) ? Optional.empty() : chart;
    requestLayout();
    return !enlarged.equals(before);
  }

  boolean drawerOpen() {
    return drawerOpen;
  }

  @Override
  protected void layoutChildren() {
    double gap = Math.rint(GAP * size);
    double width = getWidth();
    double height = getHeight();
    boolean narrow = narrow() || projected;
    double tutorWidth = Math.rint((narrow() && !projected ? TUTOR_NARROW : TUTOR) * size);
    if (projected) {
      tutorWidth = Math.rint(width * 0.32);
    }
    double left = gap;
    boolean railShown = narrow && !projected;
    rail.setVisible(railShown);
    experiment.setVisible(!narrow || (drawerOpen && railShown));
    double panelHeight = height - 2 * gap;
    if (railShown) {
      double railWidth = Math.rint(RAIL * size);
      rail.resizeRelocate(left, gap, railWidth, panelHeight);
      left += railWidth + gap;
    }
    double experimentWidth = Math.rint((narrow ? DRAWER : EXPERIMENT) * size);
    if (experiment.isVisible()) {
      experiment.resizeRelocate(left, gap, experimentWidth, panelHeight);
      if (!narrow) {
        left += experimentWidth + gap;
      }
    }
    double right = width - gap - tutorWidth;
    tutor.resizeRelocate(right, gap, tutorWidth, panelHeight);
    middle(left, right - gap, gap + panelHeight, gap);
  }

  private void middle(double left, double right, double bottom, double gap) {
    double width = right - left;
    double timelineHeight = Math.ceil(timeline.prefHeight(width));
    double top = gap;
    if (banner.isVisible()) {
      double bannerHeight = Math.ceil(banner.prefHeight(width));
      banner.resizeRelocate(left, top, width, bannerHeight);
      top += bannerHeight + gap;
    }
    timeline.resizeRelocate(left, bottom - timelineHeight, width, timelineHeight);
    double room = bottom - timelineHeight - gap - top;
    double chartsHeight = Math.rint((room - gap) * (projected ? PROJECTED_CHARTS : CHARTS));
    stage.setVisible(enlarged.isEmpty());
    stage.resizeRelocate(left, top, width, room - gap - chartsHeight);
    if (enlarged.isPresent()) {
      enlarged.get().setVisible(true);
      enlarged.get().resizeRelocate(left, top, width, room - gap - chartsHeight);
    }
    double chartTop = top + room - chartsHeight;
    List<? extends Region> order =
        (projected ? spokenOf() : charts)
            .stream().filter(chart -> !enlarged.equals(Optional.of(chart))).toList();
    int columns = order.size();
    double chartWidth = (width - (columns - 1) * gap) / Math.max(1, columns);
    for (Region chart : charts) {
      chart.setVisible(order.contains(chart) || enlarged.equals(Optional.of(chart)));
    }
    for (int i = 0; i < columns; i++) {
      double x = Math.rint(left + i * (chartWidth + gap));
      double next = i + 1 == columns ? right : Math.rint(left + (i + 1) * (chartWidth + gap)) - gap;
      order.get(i).resizeRelocate(x, chartTop, next - x, chartsHeight);
    }
  }

  /// In projection one chart stands: that of the tutor's question, dead units.
  private List<? extends Region> spokenOf() {
    return charts.subList(charts.size() - 2, charts.size() - 1);
  }

  /// Whether a point of the lab lies on the open drawer or its rail.
  boolean onDrawer(Node target) {
    for (Node node = target; node != null; node = node.getParent()) {
      if (node.equals(experiment) || node.equals(rail)) {
        return true;
      }
    }
    return false;
  }
}
