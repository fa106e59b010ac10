package lab.tinynet.chart;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// The charts' own texts, straight from the file.
final class Words implements Texts {
  private final Properties texts = new Properties();

  Words(String language) {
    String name = "/i18n/chart_" + language + ".properties";
    try (var reader =
        new InputStreamReader(Words.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String text(String key, Object... namesAndValues) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
    }
    if (text.contains("{")) {
      throw new IllegalArgumentException("placeholder left in " + text);
    }
    return text;
  }
}
