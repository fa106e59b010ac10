package lab.tinynet.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// What the lab remembers from one start to the next.
///
/// @param language empty for that of the system
/// @param preset name of the preset opened last
/// @param window where the window stood, if it was ever closed
/// @param recent files opened or saved lately, the last one first
/// @param toured whether the first walk around was taken, or declined
public record Settings(
    Optional<Language> language,
    Theme theme,
    Optional<String> preset,
    Optional<Bounds> window,
    List<String> recent,
    boolean toured) {
  private static final int MOST_RECENT = 8;

  public static final Settings FRESH =
      new Settings(
          Optional.empty(), Theme.LIGHT, Optional.empty(), Optional.empty(), List.of(), false);

  public Settings {
    recent = List.copyOf(recent);
  }

  /// A window's place, in screen pixels.
  public record Bounds(double x, double y, double width, double height, boolean maximized) {}

  public Settings withLanguage(Language newLanguage) {
    return new Settings(Optional.of(newLanguage), theme, preset, window, recent, toured);
  }

  public Settings withTheme(Theme newTheme) {
    return new Settings(language, newTheme, preset, window, recent, toured);
  }

  public Settings withPreset(String newPreset) {
    return new Settings(language, theme, Optional.of(newPreset), window, recent, toured);
  }

  public Settings withWindow(Bounds newWindow) {
    return new Settings(language, theme, preset, Optional.of(newWindow), recent, toured);
  }

  /// With a file in front of the recent ones.
  public Settings withRecent(String file) {
    List<String> files = new ArrayList<>(recent);
    files.remove(file);
    files.addFirst(file);
    return new Settings(
        language,
        theme,
        preset,
        window,
        files.subList(0, Math.min(MOST_RECENT, files.size())),
        toured);
  }

  public Settings withToured() {
    return new Settings(language, theme, preset, window, recent, true);
  }
}
