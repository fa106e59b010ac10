package lab.tinynet.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled type. A loaded font is never a fallback in JavaFX, so the root of every scene names
/// this family; without it Chinese would be empty boxes on a machine that brings no Chinese font.
public final class Fonts {
  public static final String FAMILY = "Noto Sans SC";

  private static final List<String> WEIGHTS = List.of("Regular", "Bold");
  private static boolean loaded;

  private Fonts() {}

  /// Loads the family; does nothing the second time.
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    for (String weight : WEIGHTS) {
      String file = "/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf";
      try (InputStream in = Fonts.class.getResourceAsStream(file)) {
        if (in == null || Font.loadFont(in, 12) == null) {
          throw new IllegalStateException("the bundled font " + file + " cannot be loaded");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    loaded = true;
  }
}
