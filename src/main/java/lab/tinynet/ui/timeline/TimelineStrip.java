package lab.tinynet.ui.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.ui.action.Overlay;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Deaths;
import lab.tinynet.ui.model.EditWords;
import lab.tinynet.ui.model.Figures;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Where the run stands and what makes it go: step, speed, ways through the known steps, undo, the
/// branches, train, step, reset; and the line with its marks.
public final class TimelineStrip extends VBox {
  private final LabModel model;
  private final I18n i18n;
  private final TimeLine line;
  private final Playback playback;
  private final BranchMenu branches;

  public TimelineStrip(LabModel model, I18n i18n) {
    this.model = model;
    this.i18n = i18n;
    getStyleClass().addAll("panel", "timeline");
    setId("timeline");
    line = new TimeLine(model, i18n);
    playback = new Playback(model);
    branches = new BranchMenu(model, i18n);
    Label step = Actions.label(i18n.bound("ui.timeline.step", "step", grouped(model)), "step");
    step.setId("step");
    step.setMinWidth(USE_PREF_SIZE);
    Label speed = new Label();
    speed.setId("steps-per-second");
    speed.getStyleClass().addAll("caption", "speed");
    speed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> speed(i18n, model),
                model.stepsPerSecondProperty(),
                model.phaseProperty(),
                model.positionProperty(),
                model.stepProperty(),
                i18n.languageProperty()));
    Tips.explain(step, i18n, "ui.timeline.step.tip");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button reset = Actions.button(Material2MZ.REPLAY, i18n.bound("ui.reset"), model::reset);
    reset.setId("reset");
    Tips.explain(reset, i18n, "ui.reset.tip");
    HBox row =
        new HBox(step, speed, ways(), undo(), branches.button(), gap, train(), stepOnce(), reset);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("timeline-row");
    getChildren().addAll(row, line);
  }

  /// Shows the marks of a run, and what it has come to.
  public void show(List<Deaths.Mark> marks, Figures figures) {
    line.show(marks);
    branches.remember(figures);
  }

  /// Called by the pulse.
  public void beat() {
    playback.beat();
  }

  /// Plays the known steps, or stops playing.
  public void play() {
    playback.toggle();
  }

  /// Goes to the mark before or after the place where the run stands.
  public void goToMark(boolean after) {
    OptionalLong step = after ? line.markAfter() : line.markBefore();
    step.ifPresent(to -> model.submit(new Command.GoTo(to)));
  }

  /// Goes a step back.
  public void stepBack() {
    model.submit(new Command.GoTo(Math.max(0, model.positionProperty().get() - 1)));
  }

  public void showBranches() {
    branches.show();
  }

  /// The table of branches, to be laid over the window.
  public Overlay branchSheet() {
    return branches.overlay();
  }

  private HBox ways() {
    ObservableBooleanValue nothingBehind = model.positionProperty().isEqualTo(0);
    ObservableBooleanValue nothingAhead =
        model.positionProperty().greaterThanOrEqualTo(model.endProperty());
    ObservableBooleanValue nothing = model.endProperty().isEqualTo(0);
    FontIcon play = new FontIcon(Material2AL.FAST_FORWARD);
    FontIcon stop = new FontIcon(Material2MZ.STOP);
    Region playing = way("play", Material2AL.FAST_FORWARD, "ui.timeline.play", nothing, this::play);
    ((Button) playing.getChildrenUnmodifiable().getFirst())
        .graphicProperty()
        .bind(playback.playingProperty().map(on -> on ? stop : play));
    HBox ways =
        new HBox(
            way(
                "mark-before",
                Material2MZ.SKIP_PREVIOUS,
                "ui.timeline.markBefore",
                nothingBehind,
                () -> goToMark(false)),
            way(
                "step-back",
                Material2AL.CHEVRON_LEFT,
                "ui.timeline.back",
                nothingBehind,
                this::stepBack),
            playing,
            way(
                "mark-after",
                Material2MZ.SKIP_NEXT,
                "ui.timeline.markAfter",
                nothingAhead,
                () -> goToMark(true)));
    ways.getStyleClass().add("ways");
    ways.setAlignment(Pos.CENTER_LEFT);
    return ways;
  }

  private Region way(
      String id, Ikon icon, String key, ObservableBooleanValue useless, Runnable action) {
    Button button = Actions.icon(icon, i18n.bound(key), action);
    button.setId(id);
    button.disableProperty().bind(useless);
    return Tips.explained(
        button,
        Bindings.createStringBinding(
            () -> i18n.text(button.isDisabled() ? key + ".none" : key + ".tip"),
            button.disabledProperty(),
            i18n.languageProperty()));
  }

  private HBox undo() {
    EditWords words = new EditWords(i18n);
    HBox both =
        new HBox(
            deed(
                "ui.undo",
                Material2MZ.UNDO,
                new Command.Undo(),
                () -> model.deedsProperty().get().done().map(words::of)),
            deed(
                "ui.redo",
                Material2MZ.REDO,
                new Command.Redo(),
                () -> model.deedsProperty().get().undone().map(words::of)));
    both.getStyleClass().add("ways");
    return both;
  }

  private Region deed(String key, Ikon icon, Command command, Supplier<Optional<String>> name) {
    ObservableValue<String> what =
        Bindings.createStringBinding(
            () ->
                name.get()
                    .map(words -> i18n.text(key, "what", words))
                    .orElseGet(() -> i18n.text(key + ".none")),
            model.deedsProperty(),
            i18n.languageProperty());
    Button button = Actions.icon(icon, what, () -> model.submit(command));
    button.setId(key.substring(key.indexOf('.') + 1));
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> name.get().isEmpty(), model.deedsProperty()));
    return Tips.explained(button, what);
  }

  private Region train() {
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
    return refusable(train, "ui.train.tip");
  }

  private Region stepOnce() {
    Button step =
        Actions.button(Material2AL.CHEVRON_RIGHT, i18n.bound("ui.step"), () -> model.step(1));
    step.setId("single-step");
    return refusable(step, "ui.step.tip");
  }

  /// A diverged run can't go on as it is: the button says so instead of doing nothing.
  private Region refusable(Button button, String tip) {
    button
        .disableProperty()
        .bind(model.phaseProperty().map(phase -> phase == RunState.Phase.DIVERGED));
    button.setMinWidth(USE_PREF_SIZE);
    return Tips.explained(
        button,
        Bindings.createStringBinding(
            () -> i18n.text(button.isDisabled() ? "ui.diverged.disabled" : tip),
            button.disabledProperty(),
            i18n.languageProperty()));
  }

  private static ObservableValue<String> grouped(LabModel model) {
    return model.stepProperty().map(step -> String.format(Locale.ROOT, "%,d", step.longValue()));
  }

  private static String speed(I18n i18n, LabModel model) {
    long end = model.endProperty().get();
    long position = model.positionProperty().get();
    if (position != model.stepProperty().get()) {
      return i18n.text("ui.timeline.going", "step", String.format(Locale.ROOT, "%,d", position));
    }
    return switch (model.phaseProperty().get()) {
      case PAUSED ->
          position < end
              ? i18n.text("ui.timeline.of", "end", String.format(Locale.ROOT, "%,d", end))
              : i18n.text("ui.timeline.paused");
      case DIVERGED -> i18n.text("ui.timeline.diverged");
      case TRAINING ->
          i18n.text(
              "ui.timeline.speed",
              "speed",
              String.format(Locale.ROOT, "%,d", Math.round(model.stepsPerSecondProperty().get())));
    };
  }
}
