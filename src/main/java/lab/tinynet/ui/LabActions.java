package lab.tinynet.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import lab.tinynet.session.Command;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Preset;
import lab.tinynet.ui.action.LabAction;
import lab.tinynet.ui.action.LabAction.Group;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.lanes.LanesModel;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;
import lab.tinynet.ui.theme.Theme;
import lab.tinynet.ui.view.LabView;
import lab.tinynet.ui.view.PaceChoice;

/// The list of everything the window can be asked to do.
final class LabActions {
  private final LabModel model;
  private final LabView view;
  private final Window window;
  private final List<LabAction> actions = new ArrayList<>();

  /// What only the window itself can do.
  interface Window {
    void open();

    void openFolder();

    void drawPoints();

    void openRecent(Path file);

    void save();

    void capture();

    void showPalette();

    void showKeys();

    /// Opens runs side by side, or goes back to the single run.
    void compare();

    /// The runs side by side, while they are shown.
    Optional<LanesModel> lanes();

    void showResults();

    void beginTour();

    void toggleFullScreen();

    void open(Preset preset);

    void otherSeed();

    void close();
  }

  private LabActions(LabModel model, LabView view, Window window) {
    this.model = model;
    this.view = view;
    this.window = window;
  }

  static List<LabAction> all(
      LabModel model,
      LabView view,
      I18n i18n,
      ObjectProperty<Theme> theme,
      List<Preset> presets,
      List<Path> recent,
      Window window) {
    LabActions list = new LabActions(model, view, window);
    list.run();
    list.timeline();
    list.actions.addAll(PlaceActions.of(view));
    list.view(i18n, theme, window);
    list.file(window, recent);
    for (Preset preset : presets) {
      list.actions.add(preset(preset, window));
    }
    return list.actions.stream().map(list::onlyOfTheSingleRun).toList();
  }

  private void add(String id, Group group, String title, Runnable run) {
    actions.add(LabAction.of(id, group, title, run));
  }

  private void add(String id, Group group, String title, String key, Runnable run) {
    actions.add(LabAction.of(id, group, title, run).on(key));
  }

  private void add(
      String id,
      Group group,
      String title,
      String key,
      Supplier<Optional<String>> refusal,
      Runnable run) {
    actions.add(LabAction.of(id, group, title, run).on(key).unless(refusal));
  }

  private static Supplier<Optional<String>> when(BooleanSupplier condition, String reason) {
    return () -> condition.getAsBoolean() ? Optional.of(reason) : Optional.empty();
  }

  private boolean diverged() {
    RunState.Phase phase =
        window.lanes().map(LanesModel::phaseProperty).orElse(model.phaseProperty()).get();
    return phase == RunState.Phase.DIVERGED;
  }

  /// Asks the lanes while they are shown, else the single run.
  private void submit(Command command) {
    window.lanes().ifPresentOrElse(lanes -> lanes.submit(command), () -> model.submit(command));
  }

  /// What is about the single run is refused while lanes are shown in its place.
  private LabAction onlyOfTheSingleRun(LabAction action) {
    boolean single =
        List.of(Group.TIMELINE, Group.PLACE).contains(action.group())
            || List.of("undo", "redo", "seed").contains(action.id());
    return single
        ? action.unless(
            () ->
                window.lanes().isPresent()
                    ? Optional.of("ui.lanes.leave.first")
                    : action.refusal().get())
        : action;
  }

  private void run() {
    Supplier<Optional<String>> broken = when(this::diverged, "ui.diverged.disabled");
    add("train", Group.RUN, "ui.action.train", "Space", broken, this::trainOrPause);
    add(
        "step",
        Group.RUN,
        "ui.action.step",
        "Shortcut+Right",
        broken,
        () -> submit(new Command.Step(1)));
    add(
        "step-hundred",
        Group.RUN,
        "ui.action.stepHundred",
        "Shortcut+Shift+Right",
        broken,
        () -> submit(new Command.Step(100)));
    add("reset", Group.RUN, "ui.reset", "Shortcut+R", () -> submit(new Command.Reset()));
    add(
        "undo",
        Group.RUN,
        "ui.action.undo",
        "Shortcut+Z",
        when(() -> model.deedsProperty().get().done().isEmpty(), "ui.undo.none"),
        () -> model.submit(new Command.Undo()));
    Supplier<Optional<String>> nothing =
        when(() -> model.deedsProperty().get().undone().isEmpty(), "ui.redo.none");
    actions.add(
        LabAction.of("redo", Group.RUN, "ui.action.redo", () -> model.submit(new Command.Redo()))
            .on("Shortcut+Y")
            .on("Shortcut+Shift+Z")
            .unless(nothing));
    for (Pace pace : PaceChoice.PACES) {
      actions.add(
          LabAction.of(
              "pace " + pace.stepsPerSecond(),
              Group.RUN,
              language ->
                  Messages.of(language)
                      .text("ui.action.pace", "pace", PaceChoice.words(language, pace)),
              () -> submit(new Command.SetPace(pace))));
    }
  }

  private void trainOrPause() {
    window.lanes().ifPresentOrElse(LanesModel::trainOrPause, model::trainOrPause);
  }

  private void timeline() {
    Supplier<Optional<String>> atStart =
        when(() -> model.positionProperty().get() == 0, "ui.timeline.back.none");
    Supplier<Optional<String>> noSteps =
        when(() -> model.endProperty().get() == 0, "ui.timeline.play.none");
    add(
        "back",
        Group.TIMELINE,
        "ui.timeline.back",
        "Shortcut+Left",
        atStart,
        view.timeline()::stepBack);
    add("play", Group.TIMELINE, "ui.timeline.play", "Shortcut+P", noSteps, view.timeline()::play);
    add(
        "mark-before",
        Group.TIMELINE,
        "ui.timeline.markBefore",
        "Page_Up",
        atStart,
        () -> view.timeline().goToMark(false));
    add(
        "mark-after",
        Group.TIMELINE,
        "ui.timeline.markAfter",
        "Page_Down",
        noSteps,
        () -> view.timeline().goToMark(true));
    add(
        "start",
        Group.TIMELINE,
        "ui.action.start",
        "Shortcut+Home",
        atStart,
        () -> model.submit(new Command.GoTo(0)));
    add(
        "end",
        Group.TIMELINE,
        "ui.action.end",
        "Shortcut+End",
        noSteps,
        () -> model.submit(new Command.GoTo(model.endProperty().get())));
    add(
        "branches",
        Group.TIMELINE,
        "ui.branches.title",
        "Shortcut+B",
        view.timeline()::showBranches);
    add(
        "begin-branch",
        Group.TIMELINE,
        "ui.action.branch",
        () -> model.submit(new Command.BeginBranch("")));
  }

  private void view(I18n i18n, ObjectProperty<Theme> theme, Window window) {
    add("palette", Group.VIEW, "ui.action.palette", "Shortcut+K", window::showPalette);
    add("compare", Group.VIEW, "ui.lanes", "Shortcut+M", window::compare);
    add("results", Group.VIEW, "ui.results", "Shortcut+T", window::showResults);
    add("keys", Group.VIEW, "ui.keys.help", "F1", window::showKeys);
    add("tour", Group.VIEW, "ui.action.tour", window::beginTour);
    add("full-screen", Group.VIEW, "ui.action.full", "F11", window::toggleFullScreen);
    add("light", Group.VIEW, "ui.action.light", () -> theme.set(Theme.LIGHT));
    add("dark", Group.VIEW, "ui.action.dark", () -> theme.set(Theme.DARK));
    add(
        "projector",
        Group.VIEW,
        "ui.action.projector",
        "F5",
        () -> theme.set(theme.get() == Theme.PROJECTOR ? Theme.LIGHT : Theme.PROJECTOR));
    add(
        "language",
        Group.VIEW,
        "ui.action.language",
        "Shortcut+L",
        () ->
            i18n.languageProperty()
                .set(i18n.language() == Language.ZH ? Language.EN : Language.ZH));
  }

  private void file(Window window, List<Path> recent) {
    add("open", Group.FILE, "ui.file.open", "Shortcut+O", window::open);
    add("open-folder", Group.FILE, "ui.file.folder", window::openFolder);
    add("draw", Group.FILE, "ui.data.draw", window::drawPoints);
    add("save", Group.FILE, "ui.file.save", "Shortcut+S", window::save);
    add("capture", Group.FILE, "ui.keys.capture", "F12", window::capture);
    add("seed", Group.FILE, "ui.action.seed", window::otherSeed);
    add("close", Group.FILE, "ui.action.close", "Shortcut+Q", window::close);
    for (Path file : recent) {
      actions.add(
          LabAction.of(
              "recent " + file,
              Group.FILE,
              named("ui.action.recent", String.valueOf(file.getFileName())),
              () -> window.openRecent(file)));
    }
  }

  private static Function<Language, String> named(String key, String name) {
    return language -> Messages.of(language).text(key, "name", name);
  }

  private static LabAction preset(Preset preset, Window window) {
    return LabAction.of(
        "preset " + preset.name(),
        Group.PRESET,
        language ->
            switch (language) {
              case ZH -> preset.title().zh();
              case EN -> preset.title().en();
            },
        () -> window.open(preset));
  }
}
