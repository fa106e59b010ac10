package lab.tinynet.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts of both languages are complete, agree with each other, and are the ones that the
/// program asks for.
class CatalogueTest {
  private static final Path TEXTS = Path.of("assets/i18n");
  private static final Messages ZH = Messages.of(Language.ZH);
  private static final Messages EN = Messages.of(Language.EN);
  private static final String AREA = "(?:" + String.join("|", Messages.AREAS) + ")";
  private static final Pattern KEY_LITERAL =
      Pattern.compile("\"(" + AREA + "(?:\\.[a-zA-Z0-9-]+)+\\.?)\"");

  /// Beginnings of keys that no literal of the program gives away. A flaw of a question file names
  /// itself (`Flaw.Code.key`); the bundled files have none, files of others can't be opened yet.
  private static final Set<String> NOT_ASKED_YET = Set.of("tutor.flaw.");

  private static final String OWN_NAME_OF_CHINESE = "ui.language.zh";
  private static final Pattern FILE_NAME =
      Pattern.compile(".*\\.(css|json|png|ttf|properties|log)");

  /// What the sources say that looks like a key, or like the beginning of one: `"chart.loss.title"`
  /// and `"app.expects."`, to which a name is added while the program runs.
  private static Set<String> asked() {
    Set<String> asked = literals(KEY_LITERAL);
    asked.removeIf(FILE_NAME.asMatchPredicate());
    return asked;
  }

  /// What the sources add to the end of a key: `".tip"`.
  private static Set<String> suffixes() {
    return literals(Pattern.compile("\"(\\.[a-zA-Z]+)\""));
  }

  private static Set<String> literals(Pattern pattern) {
    Set<String> found = new TreeSet<>();
    Stream.of(Path.of("src/main/java"), Path.of("assets"))
        .flatMap(CatalogueTest::files)
        .filter(file -> file.toString().matches(".*\\.(java|json)"))
        .forEach(file -> pattern.matcher(read(file)).results().forEach(m -> found.add(m.group(1))));
    return found;
  }

  private static Set<String> prefixes() {
    Set<String> prefixes = new TreeSet<>(asked());
    prefixes.removeIf(Predicate.not(key -> key.endsWith(".")));
    return prefixes;
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(ZH.keys()).isNotEmpty().isEqualTo(EN.keys());
  }

  @Test
  void bothLanguagesHaveTheSamePlaceholders() {
    assertThat(EN.keys())
        .allSatisfy(
            key ->
                assertThat(Messages.placeholders(ZH.pattern(key)))
                    .as(key)
                    .isEqualTo(Messages.placeholders(EN.pattern(key))));
  }

  @Test
  void noTextIsEmptyOrLeftUntranslated() {
    assertThat(EN.keys())
        .allSatisfy(
            key -> {
              assertThat(ZH.pattern(key)).as(key).isNotBlank();
              assertThat(EN.pattern(key)).as(key).isNotBlank();
              if (EN.pattern(key).matches(".*[a-z]{3,} [a-z]{3,}.*")) {
                assertThat(ZH.pattern(key)).as(key).matches("(?s).*\\p{IsHan}.*");
              }
              if (!key.equals(OWN_NAME_OF_CHINESE)) {
                assertThat(EN.pattern(key)).as(key).doesNotContainPattern("\\p{IsHan}");
              }
            });
  }

  @Test
  void everyFileHoldsTheKeysOfItsAreaEachOnce() {
    List<String> wrong = new ArrayList<>();
    files(TEXTS)
        .forEach(
            file -> {
              String area = file.getFileName().toString().replaceFirst("_.*", "");
              Set<String> seen = new TreeSet<>();
              for (String line : read(file).replace("\\\n", "").split("\n", -1)) {
                String key = line.replaceFirst("\\s*[=:].*", "").strip();
                if (key.isEmpty() || key.startsWith("#")) {
                  continue;
                }
                if (!key.startsWith(area + ".") || !seen.add(key)) {
                  wrong.add(file + " " + key);
                }
              }
              if (!Messages.AREAS.contains(area)) {
                wrong.add(file.toString());
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyKeyThatIsAskedForExists() {
    Set<String> missing = asked();
    Set<String> suffixes = suffixes();
    missing.removeIf(key -> suffixes.stream().anyMatch(suffix -> EN.has(key + suffix)));
    missing.removeIf(key -> EN.has(key) || EN.keys().stream().anyMatch(k -> isBelow(k, key)));
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyThatExistsIsAskedFor() {
    Set<String> unused = EN.keys();
    unused.removeAll(asked());
    Set<String> prefixes = prefixes();
    prefixes.addAll(NOT_ASKED_YET);
    unused.removeIf(key -> prefixes.stream().anyMatch(prefix -> isBelow(key, prefix)));
    Set<String> asked = asked();
    for (String suffix : suffixes()) {
      unused.removeIf(
          key ->
              key.endsWith(suffix)
                  && asked.contains(key.substring(0, key.length() - suffix.length())));
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void theBeginningOfAKeyIsMoreThanItsArea() {
    assertThat(prefixes())
        .allSatisfy(prefix -> assertThat(prefix.split("\\.")).hasSizeGreaterThan(1));
  }

  private static boolean isBelow(String key, String prefix) {
    return prefix.endsWith(".") && key.startsWith(prefix);
  }
}
