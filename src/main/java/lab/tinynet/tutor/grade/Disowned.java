package lab.tinynet.tutor.grade;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.tutor.grade.Segments.Clause;
import lab.tinynet.tutor.grade.Vocabulary.Found;
import lab.tinynet.tutor.question.Cue;

/// The stretches of an answer that it speaks of only to reject them: "it is not true that …", "有人
/// 说……，这是错的".
final class Disowned {
  private record Stretch(int from, int to) {}

  private final List<Stretch> stretches = new ArrayList<>();

  private Disowned() {}

  boolean contains(int place) {
    return stretches.stream().anyMatch(one -> one.from <= place && place < one.to);
  }

  static Disowned of(List<Clause> clauses, List<Found> found) {
    Disowned disowned = new Disowned();
    for (Found word : found) {
      int sentence = clauses.get(Reader.clauseOf(clauses, word.start())).sentence();
      if (word.cues().contains(Cue.REJECTS_NEXT)) {
        disowned.next(word, sentence, clauses, found);
      }
      if (word.cues().contains(Cue.REJECTS_BEFORE)) {
        disowned.before(word, sentence, clauses, found);
      }
      if (word.cues().contains(Cue.ATTRIBUTION)) {
        disowned.attributed(word, sentence, clauses, found);
      }
    }
    return disowned;
  }

  /// "It is not true that …": to the end of the first clause that has something to reject.
  private void next(Found word, int sentence, List<Clause> clauses, List<Found> found) {
    int end = sentenceEnd(clauses, sentence);
    for (Clause clause : clauses) {
      boolean rejects =
          found.stream()
              .anyMatch(
                  other ->
                      !other.concepts().isEmpty()
                          && other.start() >= word.end()
                          && other.start() >= clause.start()
                          && other.end() <= clause.end());
      if (clause.sentence() == sentence && rejects) {
        end = Math.min(end, clause.end());
      }
    }
    add(word.end(), nextContrast(found, word.end(), end));
  }

  /// "… is wrong": back to where the opinion began; to the sentence before when this one only
  /// points back to it.
  private void before(Found word, int sentence, List<Clause> clauses, List<Found> found) {
    int start = sentenceStart(clauses, sentence);
    int opinion = start;
    boolean attributed = false;
    boolean pointsBack = false;
    for (Found other : found) {
      if (other.start() >= start && other.end() <= word.start()) {
        if (other.cues().contains(Cue.ATTRIBUTION)) {
          opinion = attributed ? opinion : other.start();
          attributed = true;
        } else if (!attributed && other.cues().contains(Cue.BREAK)) {
          opinion = other.start();
        }
        pointsBack |= other.cues().contains(Cue.POINTS_BACK);
      }
    }
    boolean empty =
        found.stream()
            .noneMatch(
                other ->
                    !other.concepts().isEmpty()
                        && other.start() >= start
                        && other.end() <= word.start());
    add(opinion, word.start());
    if (sentence > 0 && empty && (pointsBack || shortBefore(start, word.start()))) {
      int previous = sentenceStart(clauses, sentence - 1);
      int from = previous;
      for (Found other : found) {
        if (other.cues().contains(Cue.ATTRIBUTION)
            && other.start() >= previous
            && other.end() <= start) {
          from = other.start();
        }
      }
      add(from, sentenceEnd(clauses, sentence - 1));
    }
  }

  private static boolean shortBefore(int start, int end) {
    return end - start <= 12;
  }

  /// Somebody else's opinion is not the student's own when the student then turns against it.
  private void attributed(Found word, int sentence, List<Clause> clauses, List<Found> found) {
    int end = sentenceEnd(clauses, sentence);
    int turn = nextContrast(found, word.end(), end);
    if (turn < end) {
      add(word.end(), turn);
      return;
    }
    int following = sentenceEnd(clauses, sentence + 1);
    boolean turnsNext =
        found.stream()
            .anyMatch(
                other ->
                    other.cues().contains(Cue.CONTRAST)
                        && other.start() >= end
                        && other.start() <= Math.min(end + 12, following));
    if (turnsNext) {
      add(word.end(), end);
    }
  }

  private static int nextContrast(List<Found> found, int from, int end) {
    return found.stream()
        .filter(word -> word.cues().contains(Cue.CONTRAST))
        .filter(word -> word.start() >= from && word.start() < end)
        .mapToInt(Found::start)
        .min()
        .orElse(end);
  }

  private static int sentenceStart(List<Clause> clauses, int sentence) {
    return clauses.stream()
        .filter(clause -> clause.sentence() == sentence)
        .mapToInt(Clause::start)
        .min()
        .orElse(0);
  }

  private static int sentenceEnd(List<Clause> clauses, int sentence) {
    return clauses.stream()
        .filter(clause -> clause.sentence() == sentence)
        .mapToInt(Clause::end)
        .max()
        .orElse(0);
  }

  private void add(int from, int to) {
    if (to > from) {
      stretches.add(new Stretch(from, to));
    }
  }
}
