package lab.tinynet.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.Optional;

/// The looks of the lab. A theme is one file of tokens; the structure is the same for all.
public enum Theme {
  LIGHT("light", false),
  DARK("dark", true),
  /// For the last row: larger type, thicker lines, no experiment panel.
  PROJECTOR("projector", false);

  private final String code;
  private final boolean dark;

  Theme(String code, boolean dark) {
    this.code = code;
    this.dark = dark;
  }

  /// The name on the command line: `light`, `dark`, `projector`.
  public String code() {
    return code;
  }

  public static Optional<Theme> named(String code) {
    return Arrays.stream(values()).filter(theme -> theme.code.equals(code)).findFirst();
  }

  /// The base style sheet below the lab's own.
  String userAgentStylesheet() {
    return dark
        ? new PrimerDark().getUserAgentStylesheet()
        : new PrimerLight().getUserAgentStylesheet();
  }

  String tokens() {
    return "/css/tokens-" + code + ".css";
  }
}
