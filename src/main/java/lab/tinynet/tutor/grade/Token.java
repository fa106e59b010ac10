package lab.tinynet.tutor.grade;

import java.util.Set;

/// A word that means something, where it stands in the answer, and how it is meant.
///
/// @param concepts what it means; several when the word has several meanings
/// @param start place in the plain text; equal to `end` for one carried over from a heading
/// @param clause index of its clause, counted through the whole answer
/// @param sentence index of its sentence
/// @param negated whether it is negated
/// @param disowned whether the answer speaks of it to reject it, or repeats the question
record Token(
    Set<String> concepts,
    int start,
    int end,
    int clause,
    int sentence,
    boolean negated,
    boolean disowned) {
  Token {
    concepts = Set.copyOf(concepts);
  }

  boolean means(String concept) {
    return concepts.contains(concept);
  }

  /// The same carried over to a later sentence.
  Token in(int newSentence, int newClause, int at) {
    return new Token(concepts, at, at, newClause, newSentence, negated, false);
  }
}
