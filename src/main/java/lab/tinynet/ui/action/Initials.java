package lab.tinynet.ui.action;

import java.util.LinkedHashSet;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/// The first letters of Chinese words as one types them: 训练 is `xl`. A character that can be read
/// in several ways gives all of them, up to a bound.
final class Initials {
  private static final int MOST = 32;

  private Initials() {}

  /// All ways to write a text by initials; other letters and digits stay, in lower case, and
  /// everything else goes.
  static Set<String> of(String text) {
    Set<String> ways = new LinkedHashSet<>();
    ways.add("");
    text.codePoints()
        .forEach(
            point -> {
              Set<String> letters = letters(point);
              if (!letters.isEmpty()) {
                Set<String> longer = new LinkedHashSet<>();
                for (String way : ways) {
                  for (String letter : letters) {
                    if (longer.size() < MOST) {
                      longer.add(way + letter);
                    }
                  }
                }
                ways.clear();
                ways.addAll(longer);
              }
            });
    return ways;
  }

  private static Set<String> letters(int point) {
    if (Character.isIdeographic(point)) {
      Set<String> first = new LinkedHashSet<>();
      String[] readings =
          Character.isBmpCodePoint(point)
              ? PinyinHelper.toHanyuPinyinStringArray((char) point)
              : null;
      if (readings != null) {
        for (String reading : readings) {
          first.add(reading.substring(0, 1));
        }
      }
      return first;
    }
    return Character.isLetterOrDigit(point)
        ? Set.of(Character.toString(Character.toLowerCase(point)))
        : Set.of();
  }
}
