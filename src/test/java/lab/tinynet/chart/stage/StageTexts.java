package lab.tinynet.chart.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import lab.tinynet.chart.Texts;

/// The stage's own texts, strictly: a missing key or value fails the test.
record StageTexts(Properties texts) implements Texts {
  static final StageTexts EN = load("en");
  static final StageTexts ZH = load("zh");

  private static StageTexts load(String language) {
    Properties texts = new Properties();
    String name = "/i18n/stage_" + language + ".properties";
    try (InputStream in = StageTexts.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StageTexts(texts);
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
    if (text.matches(".*\\{[a-z]+}.*")) {
      throw new IllegalArgumentException(key + ": no value in " + text);
    }
    return text;
  }
}
