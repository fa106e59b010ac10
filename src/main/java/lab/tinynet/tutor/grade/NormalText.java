package lab.tinynet.tutor.grade;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// An answer in its plain form: compatibility characters folded (NFKC), lower case, TeX commands
/// without their backslash. Every char knows where it came from, so that the student's own words
/// can be quoted.
final class NormalText {
  private final String original;
  private final String text;
  private final int[] origin;

  private NormalText(String original, String text, int[] origin) {
    this.original = original;
    this.text = text;
    this.origin = origin;
  }

  static NormalText of(String original) {
    StringBuilder text = new StringBuilder();
    int[] origin = new int[original.length() * 4 + 4];
    int at = 0;
    while (at < original.length()) {
      int point = original.codePointAt(at);
      String plain =
          Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
              .toLowerCase(Locale.ROOT);
      for (int i = 0; i < plain.length(); i++) {
        if (text.length() + 1 >= origin.length) {
          origin = Arrays.copyOf(origin, 2 * origin.length);
        }
        origin[text.length()] = at;
        text.append(folded(plain.charAt(i)));
      }
      at += Character.charCount(point);
    }
    origin[text.length()] = original.length();
    return new NormalText(original, text.toString(), Arrays.copyOf(origin, text.length() + 1));
  }

  private static char folded(char c) {
    return switch (c) {
      case '’', '‘', '`' -> '\'';
      case '−', '–', '—' -> '-';
      case '\\', '$', '{', '}' -> ' ';
      case '、' -> '、';
      default -> Character.isISOControl(c) && c != '\n' ? ' ' : c;
    };
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /// Place in the original of a place in the plain text.
  int origin(int place) {
    return origin[place];
  }

  /// The student's own words for a stretch of the plain text, without the punctuation around it.
  String quote(int start, int end) {
    return original.substring(origin[start], origin[end]);
  }
}
