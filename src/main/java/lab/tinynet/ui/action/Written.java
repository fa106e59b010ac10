package lab.tinynet.ui.action;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.tinynet.ui.text.Language;

/// A title in both languages, and how well it fits what a person types.
final class Written {
  private static final int WHOLE_START = 0;
  private static final int WORD_START = 1;
  private static final int WORD_STARTS = 2;
  private static final int INSIDE = 3;
  private static final int INITIALS_START = 4;
  private static final int INITIALS_INSIDE = 5;
  private static final int SCATTERED = 6;

  /// Between two kinds of fit there is room for how scattered the letters are.
  private static final int ROOM = 1_000;

  /// Worse than any fit: from here on a caller has ranks of its own.
  static final int WORST = (SCATTERED + 1) * ROOM;

  private final List<String> titles;
  private final Pinyin pinyin;
  private final String acronym;

  private Written(String zh, String en) {
    titles = List.of(zh, en);
    pinyin = Pinyin.of(zh);
    acronym =
        words(en).map(word -> word.substring(0, 1)).reduce("", (before, letter) -> before + letter);
  }

  static Written of(Function<Language, String> title) {
    return new Written(plain(title.apply(Language.ZH)), plain(title.apply(Language.EN)));
  }

  /// Without differences of width and case.
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /// How well it fits, the smaller the better; empty if not at all.
  ///
  /// @param typed as [#plain] makes it
  OptionalInt rank(String typed) {
    String bare = typed.replace(" ", "");
    return Stream.of(
            titles.stream().map(title -> inTitle(title, typed)).flatMapToInt(OptionalInt::stream),
            inInitials(bare).stream())
        .flatMapToInt(ranks -> ranks)
        .min();
  }

  /// Whether the whole title begins so, in either language.
  boolean starts(String typed) {
    return titles.stream().anyMatch(title -> title.startsWith(typed));
  }

  private static OptionalInt inTitle(String title, String typed) {
    if (title.startsWith(typed)) {
      return OptionalInt.of(rank(WHOLE_START, 0));
    }
    if (title.contains(" " + typed)) {
      return OptionalInt.of(rank(WORD_START, 0));
    }
    if (beginsWords(title, typed)) {
      return OptionalInt.of(rank(WORD_STARTS, 0));
    }
    if (title.contains(typed)) {
      return OptionalInt.of(rank(INSIDE, 0));
    }
    boolean chinese = typed.codePoints().allMatch(Character::isIdeographic);
    OptionalInt gaps =
        chinese || typed.length() > 2 ? gaps(title, typed.replace(" ", "")) : OptionalInt.empty();
    return gaps.isPresent()
        ? OptionalInt.of(rank(SCATTERED, gaps.getAsInt()))
        : OptionalInt.empty();
  }

  private OptionalInt inInitials(String bare) {
    if (pinyin.startsWith(bare) || acronym.startsWith(bare)) {
      return OptionalInt.of(rank(INITIALS_START, 0));
    }
    return bare.length() > 1 && (pinyin.contains(bare) || acronym.contains(bare))
        ? OptionalInt.of(rank(INITIALS_INSIDE, 0))
        : OptionalInt.empty();
  }

  /// Whether every word that is typed begins one of the title's, in any order.
  private static boolean beginsWords(String title, String typed) {
    List<String> words = words(title).toList();
    return words(typed).allMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
  }

  /// How many letters lie between those that are typed, where the title has them all in their
  /// order; the fewest there are.
  private static OptionalInt gaps(String title, String typed) {
    int fewest = Integer.MAX_VALUE;
    for (int start = title.indexOf(typed.charAt(0));
        start >= 0;
        start = title.indexOf(typed.charAt(0), start + 1)) {
      int at = start;
      for (int i = 1; i < typed.length() && at >= 0; i++) {
        at = title.indexOf(typed.charAt(i), at + 1);
      }
      if (at >= 0) {
        fewest = Math.min(fewest, at - start + 1 - typed.length());
      }
    }
    return fewest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(fewest);
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty());
  }

  private static int rank(int kind, int gaps) {
    return kind * ROOM + Math.min(gaps, ROOM - 1);
  }
}
