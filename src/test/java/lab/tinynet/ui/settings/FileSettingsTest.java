package lab.tinynet.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsSavedIsFoundAtTheNextStart() {
    Path file = folder.resolve("tinynet").resolve("settings.json");
    Settings settings =
        Settings.FRESH
            .withLanguage(Language.ZH)
            .withTheme(Theme.DARK)
            .withPreset("moons")
            .withWindow(new Settings.Bounds(10, 20, 1366, 768, true));

    new FileSettings(file).save(settings);

    assertThat(new FileSettings(file).load()).isEqualTo(settings);
    assertThat(file.getParent()).isDirectoryContaining(each -> each.equals(file));
    assertThat(file.resolveSibling("settings.json.new")).doesNotExist();
  }

  @Test
  void aBrokenFileCountsAsNone() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{\"theme\": ");
    assertThat(new FileSettings(file).load()).isEqualTo(Settings.FRESH);
  }

  @Test
  void unknownWordsInTheFileAreLeftOut() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{\"theme\": \"neon\", \"language\": \"la\", \"window\": 3}");
    assertThat(new FileSettings(file).load()).isEqualTo(Settings.FRESH);
  }
}
