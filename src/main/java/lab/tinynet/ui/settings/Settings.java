package lab.tinynet.ui.settings;

import java.util.Optional;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// What the lab remembers from one start to the next.
///
/// @param language empty for that of the system
/// @param preset name of the preset opened last
/// @param window where the window stood, if it was ever closed
public record Settings(
    Optional<Language> language, Theme theme, Optional<String> preset, Optional<Bounds> window) {
  public static final Settings FRESH =
      new Settings(Optional.empty(), Theme.LIGHT, Optional.empty(), Optional.empty());

  /// A window's place, in screen pixels.
  public record Bounds(double x, double y, double width, double height, boolean maximized) {}

  public Settings withLanguage(Language newLanguage) {
    return new Settings(Optional.of(newLanguage), theme, preset, window);
  }

  public Settings withTheme(Theme newTheme) {
    return new Settings(language, newTheme, preset, window);
  }

  public Settings withPreset(String newPreset) {
    return new Settings(language, theme, Optional.of(newPreset), window);
  }

  public Settings withWindow(Bounds newWindow) {
    return new Settings(language, theme, preset, Optional.of(newWindow));
  }
}
