package lab.tinynet.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.tinynet.chart.Texts;
import lab.tinynet.spec.Problem;

/// The catalogue of one language: every text of `assets/i18n` by its key. Immutable; any thread may
/// read it.
///
/// A key that does not exist, or a placeholder that is given no value, is a programming error: it
/// throws where assertions are enabled (in the tests) and otherwise shows the key, or the bare
/// placeholder, so that a forgotten word never ends a lesson.
public final class Messages implements Texts {
  /// The areas of the program that bring texts; a key begins with its area.
  public static final List<String> AREAS = List.of("app", "spec", "chart", "stage", "ui", "tutor");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");
  private static final Map<Language, Messages> CATALOGUES = loadAll();

  private final Language language;
  private final Map<String, String> texts;
  private final boolean strict;

  Messages(Language language, Map<String, String> texts, boolean strict) {
    this.language = language;
    this.texts = Map.copyOf(texts);
    this.strict = strict;
  }

  /// The catalogue of a language.
  public static Messages of(Language language) {
    return CATALOGUES.get(language);
  }

  public Language language() {
    return language;
  }

  /// All keys of this language.
  public Set<String> keys() {
    return new TreeSet<>(texts.keySet());
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  @Override
  public String text(String key, Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(key + ": a placeholder without a value");
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
    return fill(key, values);
  }

  /// One plain sentence that says where and what is wrong: `network[1].units: …`.
  public String sentence(Problem problem) {
    String what = fill("spec.problem." + problem.code(), problem.arguments());
    return problem.path().isEmpty() ? what : problem.path() + ": " + what;
  }

  /// A text as it stands in the file, with its placeholders.
  String pattern(String key) {
    return texts.get(key);
  }

  /// The names of a text's placeholders.
  static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String fill(String key, Map<String, String> values) {
    String pattern = texts.get(key);
    if (pattern == null) {
      if (strict) {
        throw new IllegalArgumentException("no text " + key + " in " + language.code());
      }
      return key;
    }
    return PLACEHOLDER
        .matcher(pattern)
        .replaceAll(match -> Matcher.quoteReplacement(value(key, match.group(1), values)));
  }

  private String value(String key, String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      if (strict) {
        throw new IllegalArgumentException(key + ": no value for {" + name + "}");
      }
      return "{" + name + "}";
    }
    return value;
  }

  private static Map<Language, Messages> loadAll() {
    boolean strict = Messages.class.desiredAssertionStatus();
    Map<Language, Messages> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Messages(language, load(language), strict));
    }
    return all;
  }

  private static Map<String, String> load(Language language) {
    Properties merged = new Properties();
    for (String area : AREAS) {
      String name = "/i18n/" + area + "_" + language.code() + ".properties";
      try (InputStream in = Messages.class.getResourceAsStream(name)) {
        if (in != null) {
          merged.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return merged.stringPropertyNames().stream()
        .collect(Collectors.toMap(Function.identity(), merged::getProperty));
  }
}
