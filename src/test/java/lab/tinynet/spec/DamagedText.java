package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Specifications with a fault: a character, a number, a token or the end is wrong.
public final class DamagedText {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|-?[0-9][-+.0-9eE]*|true|false|null|[\\[\\]{}:,]");
  private static final List<String> NASTY =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "[[]]",
          "[[],[1]]",
          "[1,\"a\"]",
          "[[1],{}]",
          "\"\"",
          "-1",
          "0",
          "-0",
          "0.5",
          "1e999",
          "-1e999",
          "1e-999",
          "1e99999999999",
          "9223372036854775808",
          "4096",
          "2147483648",
          "\"NaN\"",
          "\"full\"",
          "\"softmax\"",
          "\"bce\"",
          "\"cross-entropy\"",
          "{\"kind\":\"prelu\"}",
          "{\"kind\":\"uniform\",\"limit\":1e308}",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"名\"",
          "[[1,2],[3,4]]",
          "[[[1]]]",
          "{\"kind\":{}}");

  private DamagedText() {}

  /// The text with one fault more.
  public static String of(String spec, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> characterDamaged(spec, random);
      case 1, 2 -> numberChanged(spec, random);
      case 3 -> spec.substring(0, random.nextInt(spec.length() + 1));
      default -> tokenDamaged(spec, random);
    };
  }

  private static String characterDamaged(String spec, SplittableRandom random) {
    if (spec.isEmpty()) {
      return "{";
    }
    int at = random.nextInt(spec.length());
    char other = (char) (random.nextInt(4) == 0 ? random.nextInt(0x300) : 32 + random.nextInt(95));
    return switch (random.nextInt(3)) {
      case 0 -> spec.substring(0, at) + spec.substring(at + 1);
      case 1 -> spec.substring(0, at) + other + spec.substring(at);
      default -> spec.substring(0, at) + other + spec.substring(at + 1);
    };
  }

  /// Another number in the place of one: as often as not a good one.
  private static String numberChanged(String spec, SplittableRandom random) {
    List<MatchResult> numbers = Pattern.compile("[0-9]+").matcher(spec).results().toList();
    if (numbers.isEmpty()) {
      return "1";
    }
    MatchResult number = numbers.get(random.nextInt(numbers.size()));
    return spec.substring(0, number.start()) + random.nextInt(1, 40) + spec.substring(number.end());
  }

  private static String tokenDamaged(String spec, SplittableRandom random) {
    List<MatchResult> tokens = new ArrayList<>(TOKEN.matcher(spec).results().toList());
    if (tokens.isEmpty()) {
      return "{}";
    }
    MatchResult token = tokens.get(random.nextInt(tokens.size()));
    MatchResult other = tokens.get(random.nextInt(tokens.size()));
    String replacement =
        switch (random.nextInt(4)) {
          case 0 -> other.group();
          case 1 -> token.group() + ", " + token.group();
          case 2 -> "";
          default -> NASTY.get(random.nextInt(NASTY.size()));
        };
    return spec.substring(0, token.start()) + replacement + spec.substring(token.end());
  }
}
