package lab.tinynet.ui;

import java.time.LocalDate;
import java.time.ZoneId;
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
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.tinynet.session.Session;
import lab.tinynet.session.SessionStore;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.Validation;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.capture.Capture;
import lab.tinynet.ui.capture.CaptureTarget;
import lab.tinynet.ui.capture.Pixels;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.settings.Settings;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Fonts;
import lab.tinynet.ui.theme.Theme;
import lab.tinynet.ui.tutoring.TutorModel;
import lab.tinynet.ui.view.KeyList;
import lab.tinynet.ui.view.KeyMap;
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
  private final CaptureTarget captureTarget;
  private final KeyList keyList;
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
    captureTarget = setup.captureTarget().apply(i18n);
    keyList = new KeyList(i18n);
    CompletableFuture<Tutor> tutor =
        CompletableFuture.supplyAsync(
            setup.tutor(), task -> Thread.ofPlatform().name("tutor").daemon().start(task));
    TutorModel tutorModel =
        new TutorModel(model, reported(tutor), () -> System.nanoTime() / 1_000_000);
    view = new LabView(model, tutorModel, i18n, setup.presets(), theme, new Wishes());
    pulse = new Pulse(view::beat, this::broken);
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
    new KeyMap(scene, new Keys());
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
    Thread.ofPlatform().name("lab closing").start(session::close);
    view.close();
    for (Window window : List.copyOf(Window.getWindows()).reversed()) {
      window.hide();
    }
  }

  /// Saves a picture of the lab where the person says.
  private void capture() {
    Pixels pixels =
        Capture.of(
            stage.getScene(),
            view.state(),
            view.figures(),
            i18n,
            LocalDate.now(ZoneId.systemDefault()));
    captureTarget
        .choose(stage, Capture.suggestedName(view.state()))
        .ifPresent(
            file -> {
              view.toast().say(i18n.bound("ui.capture.working"), false);
              Thread.ofPlatform()
                  .name("picture writer")
                  .start(
                      () -> {
                        try {
                          pixels.write(file);
                          FxThread.run(
                              () ->
                                  view.toast()
                                      .say(i18n.bound("ui.capture.saved", "file", file), false));
                        } catch (java.io.IOException | RuntimeException failed) {
                          LOG.log(System.Logger.Level.WARNING, "picture not saved", failed);
                          FxThread.run(
                              () ->
                                  view.toast()
                                      .say(
                                          i18n.bound("ui.capture.failed", "reason", reason(failed)),
                                          true));
                        }
                      });
            });
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
    FxThread.run(
        () -> view.toast().say(i18n.bound("ui.tutor.trouble", "reason", reason(cause)), true));
  }

  private void remember(Settings changed) {
    if (!changed.equals(settings)) {
      settings = changed;
      setup.settings().save(changed);
    }
  }

  private final class Wishes implements TopBar.Wishes {
    @Override
    public void open(Preset preset) {
      remember(settings.withPreset(preset.name()));
      model.open(
          preset.experiment(),
          model.state().phase() == lab.tinynet.session.RunState.Phase.TRAINING);
    }

    @Override
    public void capture() {
      LabWindow.this.capture();
    }

    @Override
    public void showKeys() {
      keyList.show(stage.getScene());
    }

    @Override
    public LongUnaryOperator nextSeed() {
      return setup.nextSeed();
    }
  }

  private final class Keys implements KeyMap.Keys {
    @Override
    public void trainOrPause() {
      model.trainOrPause();
    }

    @Override
    public void reset() {
      model.reset();
    }

    @Override
    public void capture() {
      LabWindow.this.capture();
    }

    @Override
    public void showKeys() {
      keyList.show(stage.getScene());
    }

    @Override
    public boolean leave() {
      return keyList.leave() || view.leave();
    }
  }
}
