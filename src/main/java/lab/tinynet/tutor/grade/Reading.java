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
    int from = start;
    int to = end;
    for (Clause clause : clauses) {
      if (clause.start() <= start && start <= clause.end()) {
        from = Math.min(from, clause.start());
      }
      if (clause.start() <= end && end <= clause.end()) {
        to = Math.max(to, clause.end());
      }
    }
    return new Grade.Evidence(text.origin(from), text.origin(to), text.quote(from, to), basis);
  }
}
