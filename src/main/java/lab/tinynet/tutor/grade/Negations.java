package lab.tinynet.tutor.grade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.tinynet.tutor.grade.Segments.Clause;
import lab.tinynet.tutor.grade.Vocabulary.Found;
import lab.tinynet.tutor.question.Cue;

/// Which words of an answer are negated. A negation reaches a few words to its right within its
/// clause; two of them cancel.
final class Negations {
  /// A negation reaches so many concepts …
  private static final int REACH = 2;

  /// … each at most so many chars away.
  private static final int REACH_CHINESE = 9;

  private static final int REACH_LATIN = 32;

  /// What says at the end of a clause that there is none of what stands before it.
  private static final Set<String> HAVING_NONE = Set.of("没有", "没", "无", "none", "nothing");

  /// Where a negation that has found its word ends.
  private static final List<String> JOINTS = List.of("的", " and ", "并");

  private final String text;
  private final List<Clause> clauses;
  private final List<Found> found;
  private final Set<String> light;
  private final boolean[] negated;
  private final Set<Integer> open = new HashSet<>();

  private Negations(String text, List<Clause> clauses, List<Found> found, Set<String> light) {
    this.text = text;
    this.clauses = clauses;
    this.found = found;
    this.light = light;
    this.negated = new boolean[found.size()];
  }

  static Negations of(String text, List<Clause> clauses, List<Found> found, Set<String> light) {
    Negations negations = new Negations(text, clauses, found, light);
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).cues().contains(Cue.NEGATION)) {
        negations.apply(i);
      }
    }
    return negations;
  }

  /// Whether the word is negated.
  boolean negates(int word) {
    return negated[word];
  }

  /// Whether nothing is said of the word but that something said elsewhere does not hold of it:
  /// "but the gradient isn't".
  boolean leavesOpen(int word) {
    return open.contains(word);
  }

  private void apply(int negation) {
    int clause = clause(negation);
    int reached = 0;
    boolean any = false;
    int place = found.get(negation).end();
    for (int i = negation + 1; i < found.size() && reached < REACH; i++) {
      Found word = found.get(i);
      String between = text.substring(place, word.start());
      if (word.cues().contains(Cue.BREAK)
          || word.cues().contains(Cue.CONTRAST)
          || clause(i) != clause
          || tooFar(between)
          || (any && JOINTS.stream().anyMatch(between::contains))) {
        break;
      }
      if (!word.concepts().isEmpty()) {
        negated[i] ^= true;
        any = true;
        reached += light.containsAll(word.concepts()) ? 0 : 1;
        place = word.end();
      }
    }
    if (!any && place == clauses.get(clause).end()) {
      atTheEnd(negation, clause);
    }
  }

  private void atTheEnd(int negation, int clause) {
    Found cue = found.get(negation);
    if (HAVING_NONE.contains(text.substring(cue.start(), cue.end()))) {
      if (negation > 0 && clause(negation - 1) == clause) {
        negated[negation - 1] ^= true;
      }
      return;
    }
    for (int i = negation - 1; i >= 0 && clause(i) == clause; i--) {
      open.add(i);
    }
  }

  private int clause(int word) {
    return Reader.clauseOf(clauses, found.get(word).start());
  }

  private static boolean tooFar(String between) {
    boolean chinese = between.codePoints().anyMatch(Character::isIdeographic);
    return between.length() > (chinese ? REACH_CHINESE : REACH_LATIN);
  }
}
