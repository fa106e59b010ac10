package lab.tinynet.data;

import java.util.HashMap;
import java.util.Map;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Problem;

/// What is wrong with one data file, told by its name. The texts stand in
/// `assets/i18n/spec_*.properties` under `spec.problem.data-<what>`.
///
/// @param path the field that names the file
/// @param file the file as people know it
record FileTrouble(String path, String file) {
  private static final int EXCERPT = 40;

  static FileTrouble of(String field, String file) {
    return new FileTrouble("data." + field, excerpt(file, 3 * EXCERPT));
  }

  /// The same field, another file.
  FileTrouble in(String other) {
    return new FileTrouble(path, excerpt(other, 3 * EXCERPT));
  }

  /// @param namesAndValues names and values by turns
  InvalidInput refused(String what, Object... namesAndValues) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("file", file);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(
          namesAndValues[i].toString(), excerpt(namesAndValues[i + 1].toString(), EXCERPT));
    }
    return new Problem(path, "data-" + what, arguments).refused();
  }

  private static String excerpt(String text, int limit) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
    if (line.codePointCount(0, line.length()) <= limit) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, limit - 1)) + "…";
  }
}
