package lab.tinynet.ui.view;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.session.RunState;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Deaths;
import lab.tinynet.ui.model.LabModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// Where the run stands and what makes it go: step, speed, train, step, reset, and the line with
/// its marks.
public final class TimelineStrip extends VBox {
  private final TimeLine line;

  public TimelineStrip(LabModel model, I18n i18n) {
    getStyleClass().addAll("panel", "timeline");
    line = new TimeLine(model, i18n);
    Label step = Actions.label(i18n.bound("ui.timeline.step", "step", grouped(model)), "step");
    step.setId("step");
    Label speed = new Label();
    speed.setId("steps-per-second");
    speed.getStyleClass().add("caption");
    speed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> speed(i18n, model),
                model.stepsPerSecondProperty(),
                model.phaseProperty(),
                i18n.languageProperty()));
    Tips.explain(step, i18n, "ui.timeline.step.tip");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row =
        new HBox(step, speed, gap, train(model, i18n), stepOnce(model, i18n), reset(model, i18n));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("timeline-row");
    getChildren().addAll(row, line);
  }

  /// Shows the marks of a run.
  public void show(List<Deaths.Mark> marks) {
    line.show(marks);
  }

  private static Region train(LabModel model, I18n i18n) {
    Button train = new Button();
    train.setId("train");
    train.getStyleClass().add("accent");
    FontIcon play = new FontIcon(Material2MZ.PLAY_ARROW);
    FontIcon pause = new FontIcon(Material2MZ.PAUSE);
    train
        .graphicProperty()
        .bind(model.phaseProperty().map(phase -> phase == RunState.Phase.TRAINING ? pause : play));
    train
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    i18n.text(
                        model.phaseProperty().get() == RunState.Phase.TRAINING
                            ? "ui.pause"
                            : "ui.train"),
                model.phaseProperty(),
                i18n.languageProperty()));
    train.setOnAction(event -> model.trainOrPause());
    return refusable(train, model, i18n, "ui.train.tip");
  }

  private static Region stepOnce(LabModel model, I18n i18n) {
    Button step = Actions.button(Material2MZ.SKIP_NEXT, i18n.bound("ui.step"), () -> model.step(1));
    step.setId("single-step");
    return refusable(step, model, i18n, "ui.step.tip");
  }

  private static Button reset(LabModel model, I18n i18n) {
    Button reset = Actions.button(Material2MZ.REPLAY, i18n.bound("ui.reset"), model::reset);
    reset.setId("reset");
    Tips.explain(reset, i18n, "ui.reset.tip");
    return reset;
  }

  /// A diverged run can't go on as it is: the button says so instead of doing nothing.
  private static Region refusable(Button button, LabModel model, I18n i18n, String tip) {
    button
        .disableProperty()
        .bind(model.phaseProperty().map(phase -> phase == RunState.Phase.DIVERGED));
    return Tips.explained(
        button,
        Bindings.createStringBinding(
            () -> i18n.text(button.isDisabled() ? "ui.diverged.disabled" : tip),
            button.disabledProperty(),
            i18n.languageProperty()));
  }

  private static javafx.beans.value.ObservableValue<String> grouped(LabModel model) {
    return model.stepProperty().map(step -> String.format(Locale.ROOT, "%,d", step.longValue()));
  }

  private static String speed(I18n i18n, LabModel model) {
    return switch (model.phaseProperty().get()) {
      case PAUSED -> i18n.text("ui.timeline.paused");
      case DIVERGED -> i18n.text("ui.timeline.diverged");
      case TRAINING ->
          i18n.text(
              "ui.timeline.speed",
              "speed",
              String.format(Locale.ROOT, "%,d", Math.round(model.stepsPerSecondProperty().get())));
    };
  }
}
