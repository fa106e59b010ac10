package lab.tinynet.ui.action;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/// A text as one types it in pinyin: by initials (`xl` for 训练), in full (`xunlian`), or anything
/// between (`xunl`). A character that can be read in several ways is found by each of them; letters
/// and digits stand for themselves, and everything else is passed over.
final class Pinyin {
  /// The ways to type each character, in small letters.
  private final List<Set<String>> characters;

  private Pinyin(List<Set<String>> characters) {
    this.characters = characters;
  }

  static Pinyin of(String text) {
    List<Set<String>> characters = new ArrayList<>();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isIdeographic(point)) {
                characters.add(readings(point));
              } else if (Character.isLetterOrDigit(point)) {
                characters.add(Set.of(Character.toString(Character.toLowerCase(point))));
              }
            });
    characters.removeIf(Set::isEmpty);
    return new Pinyin(List.copyOf(characters));
  }

  /// Has the table of readings read, which takes a tenth of a second the first time.
  static void load() {
    readings('训');
  }

  /// Whether the text begins with what is typed.
  boolean startsWith(String typed) {
    return fits(typed, 0, 0);
  }

  /// Whether what is typed is found from any of its characters on.
  boolean contains(String typed) {
    for (int at = 0; at < characters.size(); at++) {
      if (fits(typed, 0, at)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the letters from `from` on are beginnings of the characters from `at` on, one after
  /// the other: of each character at least the first letter.
  private boolean fits(String typed, int from, int at) {
    if (from == typed.length()) {
      return true;
    }
    if (at == characters.size()) {
      return false;
    }
    for (String reading : characters.get(at)) {
      int length = 0;
      while (length < reading.length()
          && from + length < typed.length()
          && reading.charAt(length) == typed.charAt(from + length)) {
        length++;
      }
      for (int taken = length; taken > 0; taken--) {
        if (fits(typed, from + taken, at + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> readings(int point) {
    Set<String> readings = new LinkedHashSet<>();
    String[] known =
        Character.isBmpCodePoint(point)
            ? PinyinHelper.toHanyuPinyinStringArray((char) point)
            : null;
    if (known != null) {
      for (String reading : known) {
        // Tones are digits at the end, and ü is written u: there; it is typed as v.
        readings.add(reading.replaceAll("[0-9]", "").replace("u:", "v"));
      }
    }
    return readings;
  }
}
