package lab.tinynet.ui.capture;

import java.time.LocalDate;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import lab.tinynet.session.RunState;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Figures;

/// Takes a picture of the lab with its caption strip. JavaFX thread only; what it gives can be
/// written on any other.
public final class Capture {
  private Capture() {}

  public static Pixels of(Scene lab, RunState state, Figures figures, I18n i18n, LocalDate date) {
    Pixels picture = Pixels.of(lab.getRoot().snapshot(opaque(), null));
    CaptionStrip strip = new CaptionStrip(state, figures, i18n, date);
    return picture.above(drawn(strip, lab, picture.width()));
  }

  /// A name for the file, of letters that every system takes.
  public static String suggestedName(RunState state) {
    String name = state.experiment().name().replaceAll("[^\\p{L}\\p{N}]+", "-");
    String trimmed = name.replaceAll("^-+|-+$", "");
    return (trimmed.isEmpty() ? "tinynet" : trimmed)
        + "-seed"
        + state.experiment().seed()
        + "-step"
        + state.step()
        + ".png";
  }

  private static Pixels drawn(CaptionStrip strip, Scene like, int width) {
    Scene scene = new Scene(strip, width, 10);
    scene.setUserAgentStylesheet(like.getUserAgentStylesheet());
    scene.getStylesheets().setAll(like.getStylesheets());
    strip.applyCss();
    double height = Math.ceil(strip.prefHeight(width));
    strip.resize(width, height);
    strip.layout();
    Image image =
        strip.snapshot(opaque(), new javafx.scene.image.WritableImage(width, (int) height));
    return Pixels.of(image);
  }

  private static SnapshotParameters opaque() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    return parameters;
  }
}
