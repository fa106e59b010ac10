package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;

import javafx.geometry.Point2D;
import lab.tinynet.chart.stage.Box;
import lab.tinynet.chart.stage.StageView;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import org.testfx.api.FxRobot;

/// Clicks on what the stage has drawn.
final class StageWalk {
  private final FxRobot robot;
  private final StageView stage;

  StageWalk(FxRobot robot) {
    this.robot = robot;
    this.stage = robot.lookup(node -> node instanceof StageView).queryAs(StageView.class);
  }

  /// Clicks on a unit, which opens its card.
  void open(UnitPlace unit) {
    until(() -> stage.place(unit).isPresent());
    Box box = stage.place(unit).orElseThrow();
    click(box.centerX(), box.centerY());
    until(() -> robot.lookup("#unit-card").query().isVisible());
  }

  /// Clicks on the decision surface.
  ///
  /// @param across share of its width, from the left
  /// @param up share of its height, from the foot
  void clickSurface(double across, double up) {
    until(() -> stage.shown().isPresent());
    Box side = stage.shown().map(image -> image.layout().side()).orElseThrow();
    click(side.x() + across * side.width(), side.bottom() - up * side.height());
  }

  private void click(double x, double y) {
    Point2D at = stage.localToScreen(x, y);
    robot.clickOn(at);
  }
}
