package lab.tinynet.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;
import lab.tinynet.session.SessionStore;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.Validation;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.action.KeyMap;
import lab.tinynet.ui.action.KeySheet;
import lab.tinynet.ui.action.LabAction;
import lab.tinynet.ui.action.Palette;
import lab.tinynet.ui.data.PointEditor;
import lab.tinynet.ui.file.ExperimentFiles;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.lanes.LanesModel;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.settings.Settings;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Fonts;
import lab.tinynet.ui.theme.LabStyle;
import lab.tinynet.ui.theme.Theme;
import lab.tinynet.ui.tour.Tour;
import lab.tinynet.ui.tutoring.TutorModel;
import lab.tinynet.ui.view.LabView;
import lab.tinynet.ui.view.TopBar;

/// The lab in a window of its own.
///
/// Threads: everything here is on the JavaFX application thread and asks the session without ever
/// waiting; what takes time (encoding a picture, ending the session) has a thread of its own.
public final class LabWindow {
  private static final System.Logger LOG = System.getLogger(LabWindow.class.getName());
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 940;
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;

  private final Stage stage;
  private final LabSetup setup;
  private final Session session;
  private final I18n i18n;
  private final ObjectProperty<Theme> theme;
  private final LabModel model;
  private final LabView view;
  private final Comparison comparison;
  private final EarlierRuns earlier;
  private final Wishes wishes = new Wishes();
  private final PictureSaver pictures;
  private final ExperimentFiles files;
  private final List<LabAction> actions;
  private final KeySheet keySheet;
  private final Palette palette;
  private final PointEditor pointEditor;
  private final Tour tour;
  private final Pulse pulse;
  private Settings settings;

  private LabWindow(Stage stage, LabSetup setup) {
    this.stage = stage;
    this.setup = setup;
    this.settings = setup.settings().load();
    Fonts.load();
    i18n =
        new I18n(
            setup
                .language()
                .or(settings::language)
                .orElseGet(() -> Language.fromLocale(Locale.getDefault())));
    theme = new SimpleObjectProperty<>(setup.theme().orElse(settings.theme()));
    session =
        setup
            .recovered()
            .map(found -> setup.sessions().restore(found.session()))
            .orElseGet(() -> setup.sessions().open(start()));
    model = new LabModel(session, experiment -> Validation.check(experiment).stream().findFirst());
    CompletableFuture<Tutor> tutor =
        CompletableFuture.supplyAsync(
            setup.tutor(), task -> Thread.ofPlatform().name("tutor").daemon().start(task));
    TutorModel tutorModel =
        new TutorModel(model, reported(tutor), () -> System.nanoTime() / 1_000_000);
    view = new LabView(model, tutorModel, i18n, setup.presets(), theme, wishes);
    earlier =
        new EarlierRuns(
            setup.results(), setup.presets(), model, i18n, view.toast(), this::leaveLanes);
    comparison = new Comparison(view, model, setup.lanes(), earlier, i18n);
    pictures = new PictureSaver(stage, view, i18n, setup.captureTarget().apply(i18n));
    files =
        new ExperimentFiles(
            model,
            i18n,
            view.toast(),
            setup.places().apply(i18n),
            file -> remember(settings.withRecent(file.toAbsolutePath().toString())));
    actions = LabActions.all(model, view, i18n, theme, List.of(), List.of(), wishes);
    keySheet = new KeySheet(i18n, actions, this::beginTour);
    palette = new Palette(i18n);
    tour =
        new Tour(
            i18n,
            id -> Optional.ofNullable(view.lookup("#" + id)).filter(Node::isVisible),
            () -> remember(settings.withToured()));
    pointEditor = new PointEditor(model, i18n, view.tokens());
    view.getChildren()
        .addAll(
            pointEditor.overlay(), keySheet.overlay(), earlier.overlay(), palette.overlay(), tour);
    pulse = new Pulse(this::beat, this::broken);
  }

  private void beat() {
    if (stage.isIconified()) {
      model.look(0);
      return;
    }
    view.beat();
    earlier.beat();
    comparison.beat();
  }

  private void leaveLanes() {
    comparison.back();
  }

  /// Opens the lab.
  ///
  /// @param stage not shown yet
  public static LabWindow open(Stage stage, LabSetup setup) {
    LabWindow window = new LabWindow(stage, setup);
    window.show();
    return window;
  }

  private Experiment start() {
    return setup
        .start()
        .or(
            () ->
                settings
                    .preset()
                    .flatMap(
                        name ->
                            setup.presets().stream()
                                .filter(preset -> preset.name().equals(name))
                                .findFirst())
                    .map(Preset::experiment))
        .orElseGet(() -> setup.presets().getFirst().experiment());
  }

  private void show() {
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    stage.setScene(scene);
    stage.titleProperty().bind(i18n.bound("ui.app.name"));
    place();
    new KeyMap(scene, actions, this::leave);
    scene.setOnDragOver(this::dragOver);
    scene.setOnDragDropped(this::dropped);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close();
        });
    i18n.languageProperty().subscribe(language -> remember(settings.withLanguage(language)));
    theme.subscribe(now -> remember(settings.withTheme(now)));
    stage.show();
    view.requestFocus();
    pulse.start();
    setup.recovered().ifPresent(this::tell);
    if (setup.atOnce() && setup.recovered().isEmpty()) {
      model.train();
    }
    if (setup.atOnce() && !settings.toured()) {
      tour.begin();
    }
  }

  /// Says that a session was recovered, and what was wrong with it.
  private void tell(SessionStore.Recovered found) {
    long step = found.session().position();
    view.toast()
        .say(
            i18n.languageProperty()
                .map(
                    _ ->
                        Stream.concat(
                                Stream.of(i18n.text("ui.recovered", "step", step)),
                                found.problems().stream().map(i18n::sentence))
                            .collect(Collectors.joining("\n"))),
            !found.problems().isEmpty());
  }

  private void place() {
    Optional<Settings.Bounds> left = settings.window().filter(bounds -> !screens(bounds).isEmpty());
    Rectangle2D screen =
        left.map(bounds -> screens(bounds).getFirst())
            .orElseGet(Screen::getPrimary)
            .getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    Settings.Bounds bounds =
        left.map(wanted -> WindowPlace.fitted(wanted, screen))
            .orElseGet(() -> WindowPlace.first(WIDTH, HEIGHT, screen));
    stage.setX(bounds.x());
    stage.setY(bounds.y());
    stage.setWidth(bounds.width());
    stage.setHeight(bounds.height());
    stage.setMaximized(bounds.maximized());
  }

  private static List<Screen> screens(Settings.Bounds bounds) {
    return Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height());
  }

  /// The language of the window.
  ObjectProperty<Language> languageProperty() {
    return i18n.languageProperty();
  }

  /// The theme of the window.
  ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /// Opens a file as if it had been dropped on the window.
  void openFile(Path file) {
    files.open(file);
  }

  /// Begins the walk around.
  void beginTour() {
    tour.begin();
  }

  /// Closes the window: pop-ups first, then the session off this thread, then the program's last
  /// window. Nothing is left running.
  public void close() {
    pulse.stop();
    remember(
        settings.withWindow(
            new Settings.Bounds(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized())));
    comparison.close();
    earlier.record();
    Thread.ofPlatform()
        .name("lab closing")
        .start(
            () -> {
              earlier.close();
              session.close();
            });
    view.close();
    for (Window window : List.copyOf(Window.getWindows()).reversed()) {
      window.hide();
    }
  }

  private static String reason(Throwable failure) {
    return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
  }

  private void broken(Throwable cause) {
    LOG.log(System.Logger.Level.ERROR, "the pulse has stopped", cause);
    view.toast().say(i18n.bound("ui.trouble", "reason", reason(cause)), true);
  }

  /// The same tutor; a failure to get one is told.
  private CompletableFuture<Tutor> reported(CompletableFuture<Tutor> tutor) {
    return tutor.whenComplete(
        (ready, failure) -> Optional.ofNullable(failure).ifPresent(this::noTutor));
  }

  private void noTutor(Throwable cause) {
    LOG.log(System.Logger.Level.ERROR, "no tutor", cause);
    // There is no view yet if the window itself could not be made.
    FxThread.run(
        () ->
            Optional.ofNullable(view)
                .ifPresent(
                    shown ->
                        shown
                            .toast()
                            .say(i18n.bound("ui.tutor.trouble", "reason", reason(cause)), true)));
  }

  private void remember(Settings changed) {
    if (!changed.equals(settings)) {
      settings = changed;
      setup.settings().save(changed);
    }
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> given = event.getDragboard().getFiles();
    if (!given.isEmpty()) {
      files.open(given.getFirst().toPath());
    }
    event.setDropCompleted(!given.isEmpty());
    event.consume();
  }

  private final class Wishes implements TopBar.Wishes, LabActions.Window {
    @Override
    public void open(Preset preset) {
      comparison.back();
      remember(settings.withPreset(preset.name()));
      model.open(preset.experiment(), model.phaseProperty().get() == RunState.Phase.TRAINING);
    }

    @Override
    public void open() {
      files.open(stage);
    }

    @Override
    public void openFolder() {
      files.openFolder(stage);
    }

    @Override
    public void openFile() {
      files.open(stage);
    }

    @Override
    public void saveText(String name, String text) {
      files.saveText(stage, name, text);
    }

    @Override
    public void drawPoints() {
      pointEditor.open();
    }

    @Override
    public void openRecent(Path file) {
      files.open(file);
    }

    @Override
    public void save() {
      files.save(stage);
    }

    @Override
    public void capture() {
      pictures.save();
    }

    @Override
    public void showPalette() {
      palette.toggle(everything());
    }

    @Override
    public void showKeys() {
      keySheet.toggle();
    }

    @Override
    public void compare() {
      comparison.toggle();
    }

    @Override
    public Optional<LanesModel> lanes() {
      return comparison.lanes();
    }

    @Override
    public void showResults() {
      if (!earlier.overlay().leave()) {
        earlier.show(LabStyle.size(theme.get(), stage.getScene().getHeight()));
      }
    }

    @Override
    public void beginTour() {
      tour.begin();
    }

    @Override
    public void toggleFullScreen() {
      stage.setFullScreen(!stage.isFullScreen());
    }

    @Override
    public void otherSeed() {
      model.edit(
          experiment -> experiment.withSeed(setup.nextSeed().applyAsLong(experiment.seed())));
    }

    @Override
    public void close() {
      LabWindow.this.close();
    }

    @Override
    public LongUnaryOperator nextSeed() {
      return setup.nextSeed();
    }
  }

  /// What can be asked for at the moment: the presets and the files opened lately, too.
  private List<LabAction> everything() {
    List<Path> recent = settings.recent().stream().map(Path::of).toList();
    return LabActions.all(model, view, i18n, theme, setup.presets(), recent, wishes);
  }

  /// Leaves what is open innermost.
  private boolean leave() {
    return tour.leave()
        || palette.overlay().leave()
        || keySheet.overlay().leave()
        || pointEditor.overlay().leave()
        || earlier.overlay().leave()
        || comparison.leave()
        || view.leave();
  }
}
