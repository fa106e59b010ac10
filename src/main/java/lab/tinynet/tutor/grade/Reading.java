package lab.tinynet.tutor.grade;

import java.util.List;
import lab.tinynet.tutor.grade.Segments.Clause;

/// An answer as the grader understands it.
///
/// @param tokens in the order of the text
/// @param clauses the clauses that the tokens count
/// @param manner what kind of text it is
record Reading(NormalText text, List<Clause> clauses, List<Token> tokens, Grade.Manner manner) {
  Reading {
    clauses = List.copyOf(clauses);
    tokens = List.copyOf(tokens);
  }

  Reading with(List<Token> more) {
    return new Reading(text, clauses, more, manner);
  }

  /// The evidence for a match: the clauses from its first to its last word, as typed.
  Grade.Evidence evidence(int start, int end, Grade.Basis basis) {
    Clause first = clauses.get(Reader.clauseOf(clauses, start));
    Clause last = clauses.get(Reader.clauseOf(clauses, Math.max(start, end - 1)));
    int from = first.body() <= start ? first.body() : Math.min(first.start(), start);
    int to = Math.max(end, last.end());
    return new Grade.Evidence(text.origin(from), text.origin(to), text.quote(from, to), basis);
  }
}
