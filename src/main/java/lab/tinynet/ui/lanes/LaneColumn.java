package lab.tinynet.ui.lanes;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.tinynet.chart.ChartBoard;
import lab.tinynet.chart.Palette;
import lab.tinynet.chart.SharedRanges;
import lab.tinynet.chart.StepAxis;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.session.RunState;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Card;
import lab.tinynet.ui.view.DivergenceWords;
import lab.tinynet.ui.view.StagePane;
import lab.tinynet.ui.view.Tips;

/// One lane: what is different about it, its stage, its charts.
final class LaneColumn {
  /// Frames of a lane come at most so often.
  private static final long FRAME_NANOS = 100_000_000;

  private static final int MAP_CELLS = 40;

  private final int lane;
  private final I18n i18n;
  private final VBox head;
  private final Label difference = new Label();
  private final Label alarm = new Label();
  private final StagePane stage;
  private final Card stageCard;
  private final ChartBoard board;
  private Optional<Divergence> told = Optional.empty();
  private long lastFrame;

  /// @param lane from 0
  /// @param take makes the lane's experiment the run
  LaneColumn(int lane, I18n i18n, ThemeTokens tokens, Runnable take) {
    this.lane = lane;
    this.i18n = i18n;
    String number = String.valueOf(lane + 1);
    Label name = Actions.label(i18n.bound("ui.lanes.lane", "number", number), "caption");
    name.setMinWidth(Label.USE_PREF_SIZE);
    difference.setId("lane-heading-" + number);
    difference.getStyleClass().add("lane-heading");
    difference.setWrapText(true);
    HBox.setHgrow(difference, Priority.ALWAYS);
    difference.setMaxWidth(Double.MAX_VALUE);
    Button taken = Actions.plain(i18n.bound("ui.lanes.take"), take);
    taken.setId("take-lane-" + number);
    taken.setMinWidth(Button.USE_PREF_SIZE);
    Tips.explain(taken, i18n, "ui.lanes.take.tip");
    HBox line = new HBox(name, difference, taken);
    line.getStyleClass().add("lane-line");
    line.setAlignment(Pos.CENTER_LEFT);
    alarm.setId("lane-alarm-" + number);
    alarm.getStyleClass().add("complaint");
    alarm.setWrapText(true);
    alarm.visibleProperty().bind(alarm.textProperty().isNotEmpty());
    alarm.managedProperty().bind(alarm.visibleProperty());
    head = new VBox(line, alarm);
    head.getStyleClass().addAll("panel", "lane-head");
    stage = new StagePane(i18n, tokens);
    stage.setId("lane-stage-" + number);
    stageCard = new Card(stage);
    stageCard.getStyleClass().add("lane-stage");
    board = new ChartBoard(i18n);
    for (LaneChart chart : LaneChart.ALL) {
      chart.of(board).setId("lane-" + number + "-" + chart.code());
    }
  }

  VBox head() {
    return head;
  }

  Card stageCard() {
    return stageCard;
  }

  StagePane stage() {
    return stage;
  }

  ChartBoard board() {
    return board;
  }

  /// Says what is different.
  void setHeading(String words) {
    difference.setText(words);
    board.languageChanged();
    told = Optional.empty();
    alarm.setText("");
  }

  /// Asks for a frame if it is time, and shows what the painter has finished.
  void beatStage(LanesModel model, RunState now, long nanos) {
    boolean due = nanos - lastFrame >= FRAME_NANOS;
    if (due) {
      lastFrame = nanos;
    }
    stage.beat(due ? model.takeFrame(lane, MAP_CELLS) : Optional.empty(), now.examples());
    if (!now.divergence().equals(told)) {
      told = now.divergence();
      alarm.setText(
          told.map(
                  cause -> i18n.text("ui.lanes.diverged", "cause", DivergenceWords.of(i18n, cause)))
              .orElse(""));
    }
  }

  /// Paints the charts.
  void beatCharts(RunState now, Palette palette, StepAxis axis, SharedRanges shared) {
    board.pulse(now.log(), palette, axis, shared);
  }

  void close() {
    stage.close();
  }
}
