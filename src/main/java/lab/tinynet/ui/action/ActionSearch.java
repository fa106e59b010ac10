package lab.tinynet.ui.action;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import lab.tinynet.ui.text.Language;

/// Finds actions by what a person types: a part of the title in either language, the beginnings of
/// English words, the initials of Chinese ones, or letters that occur in that order. What was used
/// lately comes first among equals.
public final class ActionSearch {
  private static final int WHOLE_START = 0;
  private static final int WORD_START = 1;
  private static final int INSIDE = 2;
  private static final int INITIALS_START = 3;
  private static final int INITIALS_INSIDE = 4;
  private static final int SCATTERED = 5;

  private final List<LabAction> actions;
  private final Map<LabAction, Forms> forms = new HashMap<>();

  /// The ways in which an action is written.
  private record Forms(List<String> titles, List<Set<String>> initials) {}

  private record Found(LabAction action, int rank, int recency, int place) {}

  /// @param actions in the order in which they stand without a search
  public ActionSearch(List<LabAction> actions) {
    this.actions = List.copyOf(actions);
    for (LabAction action : actions) {
      String zh = plain(action.title().apply(Language.ZH));
      String en = plain(action.title().apply(Language.EN));
      forms.put(action, new Forms(List.of(zh, en), List.of(Initials.of(zh), Set.of(acronym(en)))));
    }
  }

  /// What fits, the best first; everything for an empty text.
  ///
  /// @param recent ids of what was used lately, the last one first
  public List<LabAction> find(String text, List<String> recent) {
    String wanted = plain(text);
    return java.util.stream.IntStream.range(0, actions.size())
        .boxed()
        .flatMap(
            place -> {
              LabAction action = actions.get(place);
              OptionalInt rank = rank(forms.get(action), wanted);
              int used = recent.indexOf(action.id());
              int recency = used < 0 ? Integer.MAX_VALUE : used;
              return rank.stream().mapToObj(r -> new Found(action, r, recency, place));
            })
        .sorted(
            Comparator.comparingInt(Found::rank)
                .thenComparingInt(Found::recency)
                .thenComparingInt(Found::place))
        .map(Found::action)
        .toList();
  }

  private static OptionalInt rank(Forms forms, String wanted) {
    if (wanted.isEmpty()) {
      return OptionalInt.of(0);
    }
    int best = Integer.MAX_VALUE;
    for (String title : forms.titles()) {
      if (title.startsWith(wanted)) {
        best = Math.min(best, WHOLE_START);
      } else if (title.contains(" " + wanted)) {
        best = Math.min(best, WORD_START);
      } else if (title.contains(wanted)) {
        best = Math.min(best, INSIDE);
      } else if (wanted.length() > 2 && scattered(title, wanted)) {
        best = Math.min(best, SCATTERED);
      }
    }
    String bare = wanted.replace(" ", "");
    for (Set<String> ways : forms.initials()) {
      for (String way : ways) {
        if (way.startsWith(bare)) {
          best = Math.min(best, INITIALS_START);
        } else if (bare.length() > 1 && way.contains(bare)) {
          best = Math.min(best, INITIALS_INSIDE);
        }
      }
    }
    return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static boolean scattered(String title, String wanted) {
    int at = 0;
    for (int i = 0; i < title.length() && at < wanted.length(); i++) {
      if (title.charAt(i) == wanted.charAt(at)) {
        at++;
      }
    }
    return at == wanted.length();
  }

  private static String acronym(String english) {
    StringBuilder letters = new StringBuilder();
    for (String word : english.split("[^a-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        letters.append(word.charAt(0));
      }
    }
    return letters.toString();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}
