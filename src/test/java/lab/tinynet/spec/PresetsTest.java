package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PresetsTest {

  @Test
  void theIndexNamesExactlyThePresetsInTheFolder() throws IOException, URISyntaxException {
    Path folder = Path.of(PresetsTest.class.getResource("/presets/index.json").toURI()).getParent();
    List<String> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.map(file -> file.getFileName().toString()).toList();
    }
    List<String> wanted =
        Stream.concat(
                Stream.of("index.json"),
                Presets.all().stream().map(preset -> preset.name() + ".json"))
            .toList();
    assertThat(files).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void everyPresetIsWordedInBothLanguagesAndNamedInKebabCase() {
    for (Preset preset : Presets.all()) {
      assertThat(preset.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(preset.title().in(Locale.ENGLISH)).isNotBlank();
      assertThat(preset.title().in(Locale.SIMPLIFIED_CHINESE)).matches(".*\\p{IsHan}.*");
      assertThat(preset.shows().in(Locale.ENGLISH)).endsWith(".").doesNotMatch(".*\\p{IsHan}.*");
      assertThat(preset.shows().in(Locale.SIMPLIFIED_CHINESE)).endsWith("。");
    }
  }

  @Test
  void theLabOpensWithTheSpiral() {
    assertThat(Presets.first().name()).isEqualTo("spiral");
  }

  @Test
  void theDyingReluPresetBelongsToTheFifthQuestion() {
    assertThat(Presets.named("dying-relu").question()).contains("q5");
  }

  @Test
  void anUnknownPresetIsRefusedWithTheNearestName() {
    assertThat(Presets.find("dying-rleu")).isEmpty();
    assertThatThrownBy(() -> Presets.named("dying-rleu"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("unknown-preset-near");
              assertThat(e.problem().arguments()).containsEntry("near", "dying-relu");
            });
  }
}
