package lab.tinynet.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.stage.Stage;
import lab.tinynet.ui.capture.Capture;
import lab.tinynet.ui.capture.CaptureTarget;
import lab.tinynet.ui.capture.Pixels;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.LabView;

/// Saves pictures of the lab: taken on the JavaFX thread, encoded and written on another.
final class PictureSaver {
  private static final System.Logger LOG = System.getLogger(PictureSaver.class.getName());

  private final Stage stage;
  private final LabView view;
  private final I18n i18n;
  private final CaptureTarget target;

  PictureSaver(Stage stage, LabView view, I18n i18n, CaptureTarget target) {
    this.stage = stage;
    this.view = view;
    this.i18n = i18n;
    this.target = target;
  }

  /// Saves a picture where the person says.
  void save() {
    Pixels pixels =
        Capture.of(
            stage.getScene(),
            view.state(),
            view.figures(),
            i18n,
            LocalDate.now(ZoneId.systemDefault()));
    target
        .choose(stage, Capture.suggestedName(view.state()))
        .ifPresent(
            file -> {
              view.toast().say(i18n.bound("ui.capture.working"), false);
              Thread.ofPlatform().name("picture writer").start(() -> write(pixels, file));
            });
  }

  private void write(Pixels pixels, Path file) {
    try {
      pixels.write(file);
      FxThread.run(() -> view.toast().say(i18n.bound("ui.capture.saved", "file", file), false));
    } catch (IOException | RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "picture not saved", failed);
      String reason =
          Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName());
      FxThread.run(() -> view.toast().say(i18n.bound("ui.capture.failed", "reason", reason), true));
    }
  }
}
