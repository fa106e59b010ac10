package lab.tinynet.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.tinynet.engine.EngineSessions;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.file.FilePlaces;
import lab.tinynet.ui.settings.Settings;
import lab.tinynet.ui.settings.SettingsStore;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on the real engine, in English and light, for a journey through it.
final class OpenLab implements AutoCloseable {
  private static final long PATIENCE = 40;

  private final SettingsStore settings = SettingsStore.inMemory();
  private final LabWindow window;
  private final Stage stage;
  private Session session;

  /// @param folder where files are opened from and written to, whatever is asked
  OpenLab(Stage stage, Experiment experiment, Path folder) {
    this.stage = stage;
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1600);
    stage.setHeight(900);
    window =
        LabWindow.open(
            stage,
            new LabSetup(
                saved -> {
                  session = new EngineSessions().restore(saved);
                  return session;
                },
                new EngineSessions(),
                Presets.all(),
                Optional.empty(),
                Optional.of(experiment),
                Optional.of(Language.EN),
                Optional.of(Theme.LIGHT),
                settings,
                folder.resolve("results.json"),
                Tutor::withBuiltInQuestions,
                i18n -> (_, name) -> Optional.of(folder.resolve(name)),
                _ -> in(folder),
                seed -> seed + 1,
                false));
  }

  private static FilePlaces in(Path folder) {
    return new FilePlaces() {
      @Override
      public Optional<Path> toOpen(Window owner) {
        return Optional.of(folder.resolve("open.json"));
      }

      @Override
      public Optional<Path> folderToOpen(Window owner) {
        return Optional.of(folder);
      }

      @Override
      public Optional<Path> toWrite(Window owner, String suggested) {
        return Optional.of(folder.resolve(suggested));
      }
    };
  }

  Stage stage() {
    return stage;
  }

  LabWindow window() {
    return window;
  }

  Session session() {
    return session;
  }

  Settings settings() {
    return settings.load();
  }

  RunState state() {
    return session.state();
  }

  List<Window> windows() {
    return List.copyOf(Window.getWindows());
  }

  /// Waits until it holds.
  ///
  /// @throws AssertionError if it does not come about
  static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError("it never came about", e);
    }
  }

  /// Whether a node and all that it stands in are shown.
  static boolean showing(Node node) {
    return node.isVisible() && (node.getParent() == null || showing(node.getParent()));
  }

  @Override
  public void close() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, window::close);
    session.close();
  }
}
