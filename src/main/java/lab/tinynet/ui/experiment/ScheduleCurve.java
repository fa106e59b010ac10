package lab.tinynet.ui.experiment;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Schedule;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;

/// The schedule's factor over its steps, with the step where the run stands.
final class ScheduleCurve extends Pane {
  private static final int POINTS = 120;
  private static final double HEIGHT = 3.4;

  private final Polyline curve = new Polyline();
  private final Line here = new Line();
  private final Region frame = new Region();
  private final LabModel model;
  private final Label range;
  private long span = 1;

  ScheduleCurve(LabModel model, I18n i18n) {
    this.model = model;
    getStyleClass().add("schedule-curve");
    frame.getStyleClass().add("schedule-frame");
    curve.getStyleClass().add("schedule-line");
    here.getStyleClass().add("schedule-here");
    range =
        Actions.label(
            i18n.bound("ui.schedule.span", "steps", model.experimentProperty().map(this::spanOf)),
            "caption");
    getChildren().addAll(frame, here, curve, range);
    Tips.explain(this, i18n, "ui.schedule.curve.tip");
    visibleProperty()
        .bind(
            model
                .experimentProperty()
                .map(
                    experiment ->
                        !(experiment.optimizer().schedule() instanceof Schedule.Constant)));
    managedProperty().bind(visibleProperty());
    model.experimentProperty().subscribe(_ -> requestLayout());
    model.positionProperty().subscribe(_ -> move());
  }

  /// As many steps as show what the schedule does.
  private long spanOf(Experiment experiment) {
    return switch (experiment.optimizer().schedule()) {
      case Schedule.Constant _ -> 1;
      case Schedule.Staircase(long every, _) -> every > Long.MAX_VALUE / 8 ? every : 4 * every;
      case Schedule.Cosine(long steps, _) -> steps + steps / 5 + 1;
      case Schedule.Warmup(long steps) -> steps + steps + 1;
    };
  }

  private void move() {
    if (isVisible()) {
      double x = frame.getWidth() * Math.min(1, model.positionProperty().get() / (double) span);
      here.setStartX(x);
      here.setEndX(x);
    }
  }

  @Override
  protected void layoutChildren() {
    double captionHeight = range.prefHeight(-1);
    double width = getWidth();
    double height = getHeight() - captionHeight;
    span = spanOf(model.experiment());
    frame.resizeRelocate(0, 0, width, height);
    range.resizeRelocate(0, height, width, captionHeight);
    Schedule schedule = model.experiment().optimizer().schedule();
    curve.getPoints().clear();
    double inner = height - 6;
    for (int i = 0; i <= POINTS; i++) {
      double share = i / (double) POINTS;
      double factor = schedule.factor((long) (share * span));
      curve.getPoints().addAll(share * width, 3 + (1 - factor) * inner);
    }
    here.setStartY(0);
    here.setEndY(height);
    move();
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT * range.getFont().getSize() + range.prefHeight(-1);
  }
}
