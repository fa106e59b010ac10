package lab.tinynet.spec;

import java.util.Map;

/// One thing that is wrong with an input, told without words of any language: the texts are in
/// `assets/i18n/spec_*.properties` under `spec.problem.<code>`. A sentence for a person is the
/// path, a colon and the text, or the text alone where the path is empty.
///
/// @param path where it is, as a person would write it: `network[1].units`; empty for the whole
///     file
/// @param code what is wrong; the key of its text
/// @param arguments the values that the text names
public record Problem(String path, String code, Map<String, String> arguments) {
  public Problem {
    arguments = Map.copyOf(arguments);
  }

  public static Problem of(String path, String code) {
    return new Problem(path, code, Map.of());
  }

  public static Problem of(String path, String code, String name, Object value) {
    return new Problem(path, code, Map.of(name, String.valueOf(value)));
  }

  public static Problem of(
      String path, String code, String name, Object value, String name2, Object value2) {
    return new Problem(
        path, code, Map.of(name, String.valueOf(value), name2, String.valueOf(value2)));
  }

  /// This problem as the exception that refuses the input.
  public InvalidInput refused() {
    return new InvalidInput(this);
  }
}
