package lab.tinynet.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import lab.tinynet.session.Branch;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Timeline;
import lab.tinynet.telemetry.Event;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Deaths;
import lab.tinynet.ui.model.EditWords;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Tips;

/// The branch as a line from step 0 to its last one, with the place where the run stands and a
/// named mark where something happened. Pressing or dragging goes to a step, a mark goes to its
/// own; arrow keys go a step, Home and End to the ends. Other branches are thin lines below it.
final class TimeLine extends Pane {
  private static final int MOST_OTHERS = 3;

  private final LabModel model;
  private final I18n i18n;
  private final EditWords edits;
  private final Region track = new Region();
  private final Region done = new Region();
  private final Region knob = new Region();
  private final List<Placed> placed = new ArrayList<>();
  private final List<Side> sides = new ArrayList<>();
  private List<Deaths.Mark> shown = List.of();
  private List<Branch> others = List.of();
  private OptionalLong dragged = OptionalLong.empty();
  private long shownEnd = -1;
  private long shownAt = -1;

  private record Placed(long step, Region tick, Label name) {}

  /// The line of another branch.
  private record Side(Branch branch, Region line) {}

  TimeLine(LabModel model, I18n i18n) {
    this.model = model;
    this.i18n = i18n;
    this.edits = new EditWords(i18n);
    getStyleClass().add("time-line");
    setId("time-line");
    track.getStyleClass().add("track");
    done.getStyleClass().add("done");
    knob.getStyleClass().add("knob");
    knob.setMouseTransparent(true);
    getChildren().addAll(track, done, knob);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    accessibleTextProperty().bind(i18n.bound("ui.timeline.line"));
    setCursor(Cursor.HAND);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(_ -> released());
    setOnKeyPressed(this::keyed);
    model.stateProperty().subscribe(this::follow);
  }

  private void follow(RunState state) {
    long end = end();
    long at = position();
    if (end != shownEnd || at != shownAt) {
      shownEnd = end;
      shownAt = at;
      requestLayout();
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }
    Timeline timeline = state.timeline();
    List<Branch> now =
        timeline.branches().stream()
            .filter(branch -> branch.number() != timeline.current() && branch.end() > 0)
            .toList();
    List<Branch> newest = now.subList(Math.max(0, now.size() - MOST_OTHERS), now.size());
    if (!newest.equals(others)) {
      others = newest;
      showOthers();
    }
  }

  /// The last step of the branch.
  private long end() {
    return model.endProperty().get();
  }

  /// Where the run stands, or is going.
  private long position() {
    return dragged.orElse(model.positionProperty().get());
  }

  // --- going somewhere ---

  private void pressed(MouseEvent event) {
    requestFocus();
    if (end() > 0) {
      dragTo(event.getX());
    }
  }

  private void dragged(MouseEvent event) {
    if (dragged.isPresent()) {
      dragTo(event.getX());
    }
  }

  private void dragTo(double x) {
    double left = left();
    double share = (x - left) / Math.max(1, width());
    long step = Math.clamp(Math.round(share * end()), 0, end());
    if (!dragged.equals(OptionalLong.of(step))) {
      dragged = OptionalLong.of(step);
      model.submit(new Command.GoTo(step));
      requestLayout();
    }
  }

  private void released() {
    dragged = OptionalLong.empty();
    requestLayout();
  }

  private void keyed(KeyEvent event) {
    OptionalLong goal =
        switch (event.getCode()) {
          case LEFT -> OptionalLong.of(Math.max(0, position() - 1));
          case RIGHT -> OptionalLong.of(Math.min(end(), position() + 1));
          case PAGE_UP -> markBefore();
          case PAGE_DOWN -> markAfter();
          case HOME -> OptionalLong.of(0);
          case END -> OptionalLong.of(end());
          default -> OptionalLong.empty();
        };
    if (goal.isPresent()) {
      model.submit(new Command.GoTo(goal.getAsLong()));
      event.consume();
    }
  }

  /// The next mark before the place where the run stands; step 0 where there is none.
  OptionalLong markBefore() {
    long at = position();
    return OptionalLong.of(
        shown.stream().mapToLong(Deaths.Mark::step).filter(step -> step < at).max().orElse(0));
  }

  /// The next mark after it; the end where there is none.
  OptionalLong markAfter() {
    long at = position();
    return OptionalLong.of(
        shown.stream()
            .mapToLong(Deaths.Mark::step)
            .filter(step -> step > at && step <= end())
            .min()
            .orElse(end()));
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> (double) position();
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> (double) end();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  // --- marks and other branches ---

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
      for (Node part : List.of(tick, name)) {
        Tips.explain(part, words);
        part.setOnMousePressed(
            event -> {
              event.consume();
              model.submit(new Command.GoTo(mark.step()));
            });
      }
      placed.add(new Placed(mark.step(), tick, name));
      getChildren().addAll(tick, name);
    }
    knob.toFront();
    requestLayout();
  }

  private void showOthers() {
    sides.forEach(side -> getChildren().remove(side.line()));
    sides.clear();
    for (Branch branch : others) {
      Region line = new Region();
      line.getStyleClass().add("other-branch");
      line.setId("branch-line-" + branch.number());
      Tips.explain(
          line,
          i18n,
          "ui.branch.line",
          "name",
          BranchNames.of(i18n, branch),
          "from",
          grouped(branch.from()),
          "end",
          grouped(branch.end()));
      line.setOnMousePressed(
          event -> {
            event.consume();
            model.submit(new Command.SwitchTo(branch.number()));
          });
      sides.add(new Side(branch, line));
      getChildren().add(line);
    }
    requestLayout();
  }

  private ObservableValue<String> words(Deaths.Mark mark) {
    String step = grouped(mark.step());
    return switch (mark.event()) {
      case Event.UnitDied died when died.step() == 0 -> i18n.bound("ui.mark.dead-at-start");
      case Event.UnitDied _ -> i18n.bound("ui.mark.death", "step", step);
      case Event.UnitRevived _ -> i18n.bound("ui.mark.revival", "step", step);
      case Event.Diverged _ -> i18n.bound("ui.mark.diverged", "step", step);
      case Event.Edited edited ->
          i18n.bound(
              "ui.mark.edit",
              "step",
              step,
              "change",
              i18n.languageProperty()
                  .map(_ -> edits.change(edited.path(), edited.before(), edited.after())));
    };
  }

  private static String grouped(long step) {
    return String.format(Locale.ROOT, "%,d", step);
  }

  private static boolean alarming(Event event) {
    return switch (event) {
      case Event.UnitDied _, Event.Diverged _ -> true;
      case Event.UnitRevived _, Event.Edited _ -> false;
    };
  }

  // --- layout ---

  private double left() {
    return snappedLeftInset() + knob.prefHeight(-1) / 2;
  }

  private double width() {
    return getWidth() - snappedRightInset() - knob.prefHeight(-1) / 2 - left();
  }

  @Override
  protected void layoutChildren() {
    double height = knob.prefHeight(-1);
    double left = left();
    double width = width();
    double thick = track.prefHeight(-1);
    double middle = snappedTopInset() + height / 2;
    double end = Math.max(1, end());
    double at = end() == 0 ? 0 : width * Math.min(1, position() / end);
    track.resizeRelocate(left, middle - thick / 2, width, thick);
    done.resizeRelocate(left, middle - thick / 2, at, thick);
    knob.resizeRelocate(left + at - height / 2, middle - height / 2, height, height);
    double below = middle + height / 2;
    for (Side side : sides) {
      double from = width * Math.min(1, side.branch().from() / end);
      double to = width * Math.min(1, side.branch().end() / end);
      double tall = side.line().prefHeight(-1);
      side.line().resizeRelocate(left + from, below, Math.max(tall, to - from), tall);
      below += tall;
    }
    double free = 0;
    for (Placed each : placed) {
      double x = left + width * Math.min(1, each.step() / end);
      double tall = each.tick().prefHeight(-1);
      double wide = each.tick().prefWidth(-1);
      boolean inside = each.step() <= end;
      each.tick().setVisible(inside);
      each.tick().resizeRelocate(x - wide / 2, middle - tall / 2, wide, tall);
      place(each.name(), x, below, free, inside);
      if (each.name().isVisible()) {
        free = each.name().getLayoutX() + each.name().getWidth() + height;
      }
    }
  }

  /// A name stands below its mark where it is free; else the mark speaks on hover alone.
  private void place(Label name, double x, double y, double free, boolean inside) {
    double width = name.prefWidth(-1);
    double at = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
    boolean fits = inside && (at >= free || free == 0);
    name.setVisible(fits);
    if (fits) {
      name.resizeRelocate(at, y, width, name.prefHeight(width));
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset()
        + knob.prefHeight(-1)
        + sides.stream().mapToDouble(side -> side.line().prefHeight(-1)).sum()
        + nameHeight()
        + snappedBottomInset();
  }

  private double nameHeight() {
    return placed.stream().mapToDouble(each -> each.name().prefHeight(-1)).max().orElse(0);
  }
}
