package lab.tinynet.tutor;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import lab.tinynet.tutor.question.Language;

/// The tutor's phrases without the window's catalogue; a missing key or value fails the test.
final class PropertyWords implements Words {
  private final Language language;
  private final Properties texts = new Properties();

  PropertyWords(Language language) {
    this.language = language;
    Path file = Path.of("assets/i18n/tutor_" + language.code() + ".properties");
    try (Reader in = Files.newBufferedReader(file)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public String text(String key, Object... namesAndValues) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new AssertionError("no text " + key);
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
    }
    if (text.matches(".*\\{[a-z]+}.*") && !key.equals("tutor.quote")) {
      throw new AssertionError("a placeholder is left in " + text);
    }
    return text;
  }
}
