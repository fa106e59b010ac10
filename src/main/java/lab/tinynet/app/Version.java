package lab.tinynet.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version of the program, which the build writes down.
final class Version {
  private Version() {}

  /// Such as `0.1.0`; `dev` when run from classes that no build has packed.
  static String number() {
    String place = "/META-INF/maven/lab.tinynet/tinynet-lab/pom.properties";
    try (InputStream in = Version.class.getResourceAsStream(place)) {
      if (in == null) {
        return "dev";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "dev");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
