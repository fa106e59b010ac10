package lab.tinynet.ui.theme;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;

/// Dresses a scene: base style sheet, tokens of the theme, structure, and the one size from which
/// all others follow. The size is a style sheet too, so that pop-ups and tooltips grow with it.
public final class LabStyle {
  /// At this height of the window the body text has its drawn size of 15 pixels.
  private static final double HEIGHT_PER_SIZE = 72;

  private static final double SMALLEST = 13;

  /// Type in projection is at least 3 % of the height of the screen.
  private static final double PROJECTED = 0.03;

  /// Captions and axis labels, icons: multiples of body text.
  private static final double CAPTION = 0.8;

  private static final double ICON = 1.2;

  private LabStyle() {}

  /// The size of body text in pixels.
  ///
  /// @param height of the scene, in pixels
  public static double size(Theme theme, double height) {
    if (theme == Theme.PROJECTOR) {
      return Math.max(18, Math.rint(height * PROJECTED));
    }
    return Math.max(SMALLEST, Math.rint(2 * height / HEIGHT_PER_SIZE) / 2);
  }

  /// Dresses the scene for its present height, and all later windows with the same base.
  public static void apply(Scene scene, Theme theme) {
    Fonts.load();
    String base = theme.userAgentStylesheet();
    if (!base.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(base);
    }
    scene
        .getStylesheets()
        .setAll(
            resource("/css/lab.css"),
            resource(theme.tokens()),
            sized(theme, size(theme, scene.getHeight())));
  }

  private static String resource(String path) {
    URL url = LabStyle.class.getResource(path);
    if (url == null) {
      throw new IllegalStateException("no style sheet " + path);
    }
    return url.toExternalForm();
  }

  /// Series lines are three pixels and more in projection.
  private static double lineWidth(Theme theme, double size) {
    return theme == Theme.PROJECTOR ? Math.max(3, size * 0.1) : Math.max(1.5, size * 0.117);
  }

  private static String sized(Theme theme, double size) {
    String css =
        ".root { -fx-font-size: %1$.1fpx; -tn-font-size: %2$.1fpx; -tn-line-width: %3$.2fpx; } "
            + ".ikonli-font-icon { -fx-icon-size: %4$.0fpx; } "
            + ".remove .ikonli-font-icon { -fx-icon-size: %1$.0fpx; }";
    css =
        String.format(Locale.ROOT, css, size, CAPTION * size, lineWidth(theme, size), ICON * size);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }
}
