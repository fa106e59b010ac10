package lab.tinynet.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// The texts of refusals, as they lie in the resources.
public final class SpecTexts {
  private SpecTexts() {}

  public static Properties load(String language) {
    String path = "/i18n/spec_" + language + ".properties";
    var texts = new Properties();
    try (InputStream in = SpecTexts.class.getResourceAsStream(path)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
