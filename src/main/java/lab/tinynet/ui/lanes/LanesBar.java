package lab.tinynet.ui.lanes;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.PaceChoice;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Above the lanes: in what they differ, and what makes them go, all at once.
final class LanesBar extends VBox {
  private final LanesModel model;
  private final I18n i18n;
  private final Label sentence = new Label();
  private final ChartChoice charts;
  private final BooleanProperty linked = new SimpleBooleanProperty(this, "linked", true);

  /// @param back leaves the lanes
  /// @param change opens the editor
  LanesBar(LanesModel model, I18n i18n, Runnable back, Runnable change) {
    this.model = model;
    this.i18n = i18n;
    getStyleClass().addAll("panel", "lanes-bar");
    Button leave = Actions.button(Material2AL.ARROW_BACK, i18n.bound("ui.lanes.back"), back);
    leave.setId("lanes-back");
    leave.setMinWidth(USE_PREF_SIZE);
    Tips.explain(leave, i18n, "ui.lanes.back.tip");
    sentence.setId("lanes-sentence");
    sentence.getStyleClass().add("lanes-sentence");
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button other = Actions.button(Material2MZ.TUNE, i18n.bound("ui.lanes.change"), change);
    other.setId("lanes-change");
    other.setMinWidth(USE_PREF_SIZE);
    Tips.explain(other, i18n, "ui.lanes.change.tip");
    HBox first = new HBox(leave, sentence, other);
    first.getStyleClass().add("lanes-row");
    first.setAlignment(Pos.CENTER_LEFT);
    charts = new ChartChoice(i18n);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox second =
        new HBox(
            train(),
            once(),
            reset(),
            step(),
            speed(),
            goToName(),
            goTo(),
            new PaceChoice(
                model.paceProperty(),
                pace -> model.submit(new Command.SetPace(pace)),
                i18n,
                "lanes-pace"),
            gap,
            charts,
            link());
    second.getStyleClass().add("lanes-row");
    second.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(first, second);
  }

  void setSentence(String words) {
    sentence.setText(words);
  }

  ChartChoice charts() {
    return charts;
  }

  /// Whether the same chart has the same value axis in all lanes.
  boolean linked() {
    return linked.get();
  }

  private Region train() {
    Button train = new Button();
    train.setId("lanes-train");
    train.getStyleClass().add("accent");
    FontIcon play = new FontIcon(Material2MZ.PLAY_ARROW);
    FontIcon pause = new FontIcon(Material2MZ.PAUSE);
    ObservableValue<Boolean> training =
        model.phaseProperty().map(phase -> phase == RunState.Phase.TRAINING);
    train.graphicProperty().bind(training.map(on -> on ? pause : play));
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
    train.setOnAction(_ -> model.trainOrPause());
    return refusable(train, "ui.lanes.train.tip");
  }

  private Region once() {
    Button once =
        Actions.button(
            Material2AL.CHEVRON_RIGHT,
            i18n.bound("ui.step"),
            () -> model.submit(new Command.Step(1)));
    once.setId("lanes-step");
    return refusable(once, "ui.lanes.step.tip");
  }

  private Region refusable(Button button, String tip) {
    button
        .disableProperty()
        .bind(model.phaseProperty().map(phase -> phase == RunState.Phase.DIVERGED));
    button.setMinWidth(USE_PREF_SIZE);
    return Tips.explained(
        button,
        Bindings.createStringBinding(
            () -> i18n.text(button.isDisabled() ? "ui.lanes.diverged.all" : tip),
            button.disabledProperty(),
            i18n.languageProperty()));
  }

  private Button reset() {
    Button reset =
        Actions.button(
            Material2MZ.REPLAY,
            i18n.bound("ui.lanes.reset"),
            () -> model.submit(new Command.Reset()));
    reset.setId("lanes-reset");
    reset.setMinWidth(USE_PREF_SIZE);
    Tips.explain(reset, i18n, "ui.lanes.reset.tip");
    return reset;
  }

  private Label step() {
    Label step =
        Actions.label(
            i18n.bound(
                "ui.timeline.step",
                "step",
                model.stepProperty().map(at -> grouped(at.longValue()))),
            "step");
    step.setId("lanes-at");
    return step;
  }

  private Label speed() {
    Label speed = new Label();
    speed.getStyleClass().addAll("caption", "lanes-speed");
    speed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    switch (model.phaseProperty().get()) {
                      case PAUSED -> i18n.text("ui.timeline.paused");
                      case DIVERGED -> i18n.text("ui.timeline.diverged");
                      case TRAINING ->
                          i18n.text(
                              "ui.timeline.speed",
                              "speed",
                              grouped(Math.round(model.stepsPerSecondProperty().get())));
                    },
                model.phaseProperty(),
                model.stepsPerSecondProperty(),
                i18n.languageProperty()));
    return speed;
  }

  private Label goToName() {
    Label name = Actions.label(i18n.bound("ui.lanes.goto"), "caption");
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private TextField goTo() {
    TextField field = new TextField();
    field.setId("lanes-goto");
    field.setPrefColumnCount(4);
    field.setMinWidth(USE_PREF_SIZE);
    field.accessibleTextProperty().bind(i18n.bound("ui.lanes.goto"));
    Tips.explain(field, i18n, "ui.lanes.goto.tip");
    field.setOnAction(
        _ ->
            whole(field.getText())
                .ifPresent(
                    target -> {
                      model.submit(target(target));
                      field.clear();
                    }));
    return field;
  }

  /// Back to a step that is known, or on to one that is not.
  private Command target(long step) {
    long known =
        model.stateProperty().get().stream()
            .flatMap(state -> state.lanes().stream())
            .mapToLong(lane -> lane.log().length())
            .max()
            .orElse(0);
    long now = model.stepProperty().get();
    return step <= known ? new Command.GoTo(step) : new Command.Step(step - now);
  }

  private static Optional<Long> whole(String text) {
    try {
      long step = Long.parseLong(text.strip());
      return step >= 0 ? Optional.of(step) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private ToggleButton link() {
    ToggleButton link = new ToggleButton("", new FontIcon(Material2AL.LINK));
    link.setId("lanes-link");
    link.getStyleClass().add("icon-only");
    link.accessibleTextProperty().bind(i18n.bound("ui.lanes.link"));
    link.setSelected(true);
    linked.bind(link.selectedProperty());
    Tips.explain(link, i18n, "ui.lanes.link.tip");
    return link;
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
