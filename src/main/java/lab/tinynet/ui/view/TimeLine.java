package lab.tinynet.ui.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import lab.tinynet.telemetry.Event;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Deaths;
import lab.tinynet.ui.model.LabModel;

/// The run as a line from step 0 to now, with a named mark where something happened. It shows a
/// position; it can't be dragged.
final class TimeLine extends Pane {
  private final LabModel model;
  private final I18n i18n;
  private final Region track = new Region();
  private final Region done = new Region();
  private final Region knob = new Region();
  private final List<Placed> placed = new ArrayList<>();
  private List<Deaths.Mark> shown = List.of();

  private record Placed(long step, Region tick, Label name) {}

  TimeLine(LabModel model, I18n i18n) {
    this.model = model;
    this.i18n = i18n;
    getStyleClass().add("time-line");
    track.getStyleClass().add("track");
    done.getStyleClass().add("done");
    knob.getStyleClass().add("knob");
    getChildren().addAll(track, done, knob);
    model.stepProperty().subscribe(step -> requestLayout());
  }

  void show(List<Deaths.Mark> marks) {
    if (marks.equals(shown)) {
      return;
    }
    shown = marks;
    placed.forEach(each -> getChildren().removeAll(each.tick(), each.name()));
    placed.clear();
    for (Deaths.Mark mark : marks) {
      Region tick = new Region();
      tick.getStyleClass().addAll("mark", alarming(mark.event()) ? "alarm" : "edit");
      Label name = new Label();
      name.getStyleClass().addAll("mark-name", alarming(mark.event()) ? "alarm" : "edit");
      ObservableValue<String> words = words(mark);
      name.textProperty().bind(words);
      Tips.explain(tick, words);
      placed.add(new Placed(mark.step(), tick, name));
      getChildren().addAll(tick, name);
    }
    requestLayout();
  }

  private ObservableValue<String> words(Deaths.Mark mark) {
    return switch (mark.event()) {
      case Event.UnitDied died -> i18n.bound("ui.mark.death", "step", mark.step());
      case Event.UnitRevived revived -> i18n.bound("ui.mark.revival", "step", mark.step());
      case Event.Diverged diverged -> i18n.bound("ui.mark.diverged", "step", mark.step());
      case Event.Edited edited ->
          i18n.bound(
              "ui.mark.edit", "path", edited.path(), "value", edited.after(), "step", mark.step());
    };
  }

  private static boolean alarming(Event event) {
    return switch (event) {
      case Event.UnitDied died -> true;
      case Event.Diverged diverged -> true;
      case Event.UnitRevived revived -> false;
      case Event.Edited edited -> false;
    };
  }

  @Override
  protected void layoutChildren() {
    double height = knob.prefHeight(-1);
    double left = snappedLeftInset() + height / 2;
    double width = getWidth() - snappedRightInset() - height / 2 - left;
    double thick = track.prefHeight(-1);
    double middle = snappedTopInset() + height / 2;
    boolean begun = model.stepProperty().get() > 0;
    track.resizeRelocate(left, middle - thick / 2, width, thick);
    done.resizeRelocate(left, middle - thick / 2, begun ? width : 0, thick);
    knob.resizeRelocate(
        left + (begun ? width : 0) - height / 2, middle - height / 2, height, height);
    double end = Math.max(1, model.stepProperty().get());
    double free = 0;
    for (Placed each : placed) {
      double x = left + width * Math.min(1, each.step() / end);
      double tall = each.tick().prefHeight(-1);
      double wide = each.tick().prefWidth(-1);
      each.tick().resizeRelocate(x - wide / 2, middle - tall / 2, wide, tall);
      place(each.name(), x, middle + tall / 2, free);
      if (each.name().isVisible()) {
        free = each.name().getLayoutX() + each.name().getWidth() + height;
      }
    }
  }

  /// A name stands below its mark where it is free; else the mark speaks on hover alone.
  private void place(Node name, double x, double y, double free) {
    double width = name.prefWidth(-1);
    double at = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
    boolean fits = at >= free || free == 0;
    name.setVisible(fits);
    if (fits) {
      name.resizeRelocate(at, y, width, name.prefHeight(width));
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + knob.prefHeight(-1) + nameHeight() + snappedBottomInset();
  }

  private double nameHeight() {
    return placed.stream().mapToDouble(each -> each.name().prefHeight(-1)).max().orElse(0);
  }
}
