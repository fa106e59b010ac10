package lab.tinynet.ui.action;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;

/// Finds actions by what a person types: a part of the title in either language, the beginnings of
/// English words, the initials or the pinyin of Chinese ones, letters that occur in that order, or
/// the heading they stand under. What was used lately comes first among equals.
public final class ActionSearch {
  private final List<LabAction> actions;
  private final Map<LabAction, Written> titles = new HashMap<>();
  private final Map<LabAction.Group, Written> headings = new HashMap<>();

  private record Found(LabAction action, int rank, int recency, int place) {}

  /// @param actions in the order in which they stand without a search
  public ActionSearch(List<LabAction> actions) {
    this.actions = List.copyOf(actions);
    for (LabAction action : actions) {
      titles.put(action, Written.of(action.title()));
    }
    for (LabAction.Group group : LabAction.Group.values()) {
      headings.put(
          group, Written.of((Language language) -> Messages.of(language).text(group.key())));
    }
  }

  /// What fits, the best first; everything for an empty text.
  ///
  /// @param recent ids of what was used lately, the last one first
  public List<LabAction> find(String text, List<String> recent) {
    String typed = Written.plain(text);
    return IntStream.range(0, actions.size())
        .boxed()
        .flatMap(
            place -> {
              LabAction action = actions.get(place);
              int used = recent.indexOf(action.id());
              int recency = used < 0 ? Integer.MAX_VALUE : used;
              return rank(action, typed).stream()
                  .mapToObj(rank -> new Found(action, rank, recency, place));
            })
        .sorted(
            Comparator.comparingInt(Found::rank)
                .thenComparingInt(Found::recency)
                .thenComparingInt(Found::place))
        .map(Found::action)
        .toList();
  }

  private OptionalInt rank(LabAction action, String typed) {
    if (typed.isEmpty()) {
      return OptionalInt.of(0);
    }
    OptionalInt own = titles.get(action).rank(typed);
    boolean heading = headings.get(action.group()).starts(typed);
    return own.isPresent() || !heading ? own : OptionalInt.of(Written.WORST);
  }
}
