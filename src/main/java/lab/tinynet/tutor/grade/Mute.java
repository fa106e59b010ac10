package lab.tinynet.tutor.grade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.tinynet.tutor.grade.Grade.Manner;
import lab.tinynet.tutor.grade.Segments.Clause;
import lab.tinynet.tutor.grade.Vocabulary.Found;
import lab.tinynet.tutor.question.Cue;

/// The clauses that say nothing about the matter: the question repeated, questions asked back,
/// terms heaped up, requests for marks.
///
/// @param clauses their indices
/// @param echo whether the whole text repeats the question
/// @param heap whether any of it is a heap of terms
/// @param appeal whether any of it asks for marks
/// @param ignorance whether it says "I don't know"
record Mute(Set<Integer> clauses, boolean echo, boolean heap, boolean appeal, boolean ignorance) {
  /// From so many terms without enough words that make them a statement on, a sentence is a heap.
  private static final int HEAP = 4;

  /// A statement has such a word for so many terms, at least.
  private static final int TERMS_A_WORD = 6;

  Mute {
    clauses = Set.copyOf(clauses);
  }

  static Mute of(String text, List<Clause> clauses, List<Found> found, Echo given) {
    Set<Integer> appeals = appeals(clauses, found);
    Set<Integer> heaps = heaps(clauses, found);
    Set<Integer> mute = new HashSet<>(appeals);
    mute.addAll(heaps);
    mute.addAll(questions(clauses, found));
    boolean echo = given.covers(text);
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      if (echo || given.repeats(text.substring(clause.start(), clause.end()))) {
        mute.add(i);
      }
    }
    return new Mute(mute, echo, !heaps.isEmpty(), !appeals.isEmpty(), has(found, Cue.IGNORANCE));
  }

  /// What kind of text it is.
  ///
  /// @param all number of clauses
  /// @param tokens what it speaks of
  Manner manner(int all, List<Token> tokens) {
    if (echo) {
      return Manner.ECHO;
    }
    if (clauses.size() == all) {
      if (appeal) {
        return Manner.APPEAL;
      }
      return heap ? Manner.HEAP : Manner.ECHO;
    }
    long said = tokens.stream().filter(token -> !token.disowned()).count();
    return ignorance && said <= 1 ? Manner.IGNORANCE : Manner.STATEMENT;
  }

  private static boolean has(List<Found> found, Cue cue) {
    return found.stream().anyMatch(word -> word.cues().contains(cue));
  }

  /// What asks for marks, to the end of its sentence: the ideas listed there are mentioned, not
  /// stated.
  private static Set<Integer> appeals(List<Clause> clauses, List<Found> found) {
    Set<Integer> appeals = new HashSet<>();
    for (Found word : found) {
      if (word.cues().contains(Cue.BEGGING)) {
        int clause = Reader.clauseOf(clauses, word.start());
        int sentence = clauses.get(clause).sentence();
        for (int i = clause; i < clauses.size() && clauses.get(i).sentence() == sentence; i++) {
          appeals.add(i);
        }
      }
    }
    return appeals;
  }

  /// The clauses that ask: "why don't they change?".
  private static Set<Integer> questions(List<Clause> clauses, List<Found> found) {
    Set<Integer> asking = new HashSet<>();
    for (Found word : found) {
      int clause = Reader.clauseOf(clauses, word.start());
      if (word.cues().contains(Cue.QUESTION) && clauses.get(clause).closing() == '?') {
        asking.add(clause);
      }
    }
    return asking;
  }

  private static Set<Integer> heaps(List<Clause> clauses, List<Found> found) {
    Set<Integer> heaps = new HashSet<>();
    boolean headed = false;
    int last = clauses.getLast().sentence();
    for (int sentence = 0; sentence <= last; sentence++) {
      int at = sentence;
      List<Found> words =
          found.stream()
              .filter(word -> clauses.get(Reader.clauseOf(clauses, word.start())).sentence() == at)
              .toList();
      long terms = words.stream().filter(word -> !word.concepts().isEmpty()).count();
      long saying = words.stream().filter(Mute::says).count();
      boolean says = saying >= Math.max(1, terms / TERMS_A_WORD);
      boolean heading = false;
      for (int i = 0; i < clauses.size(); i++) {
        if (clauses.get(i).sentence() == at) {
          heading |= clauses.get(i).heading();
          if (terms >= HEAP && !says && !headed) {
            heaps.add(i);
          }
        }
      }
      headed |= says && heading;
    }
    return heaps;
  }

  /// Whether a word makes a statement of the terms around it.
  private static boolean says(Found word) {
    return word.cues().contains(Cue.PREDICATE)
        || word.cues().contains(Cue.NEGATION)
        || word.cues().contains(Cue.BREAK)
        || word.cues().contains(Cue.REJECTS_NEXT)
        || word.concepts().contains("cure");
  }
}
