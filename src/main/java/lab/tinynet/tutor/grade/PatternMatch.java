package lab.tinynet.tutor.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import lab.tinynet.tutor.question.IdeaPattern;
import lab.tinynet.tutor.question.IdeaPattern.Order;
import lab.tinynet.tutor.question.IdeaPattern.Scope;
import lab.tinynet.tutor.question.IdeaPattern.Term;

/// Looks for a pattern among the tokens of an answer. Words that the answer disowns don't exist for
/// it.
final class PatternMatch {
  /// Where a pattern was found.
  record Hit(int start, int end, int clause, int sentence) {}

  private PatternMatch() {}

  static Optional<Hit> first(IdeaPattern pattern, List<Token> tokens) {
    return all(pattern, tokens).stream().findFirst();
  }

  /// At most one hit in each clause, sentence, … of the pattern's scope.
  static List<Hit> all(IdeaPattern pattern, List<Token> tokens) {
    List<Token> owned = tokens.stream().filter(token -> !token.disowned()).toList();
    List<Hit> hits = new ArrayList<>();
    for (List<Token> within : scopes(pattern.scope(), owned)) {
      List<Term> wanted = pattern.terms().stream().filter(term -> !term.absent()).toList();
      boolean barred =
          pattern.terms().stream()
              .filter(Term::absent)
              .anyMatch(term -> within.stream().anyMatch(token -> fits(term, token)));
      List<Token> chosen = new ArrayList<>();
      if (!barred && choose(wanted, within, chosen)) {
        hits.add(hit(chosen));
      }
    }
    return hits;
  }

  private static List<List<Token>> scopes(Scope scope, List<Token> tokens) {
    List<List<Token>> scopes = new ArrayList<>();
    switch (scope) {
      case TEXT -> scopes.add(tokens);
      case SENTENCE -> {
        for (int sentence : new TreeSet<>(tokens.stream().map(Token::sentence).toList())) {
          scopes.add(tokens.stream().filter(token -> token.sentence() == sentence).toList());
        }
      }
      case CLAUSE -> {
        for (int clause : new TreeSet<>(tokens.stream().map(Token::clause).toList())) {
          scopes.add(tokens.stream().filter(token -> token.clause() == clause).toList());
        }
      }
      case PAIR -> {
        for (Token token : tokens) {
          int clause = token.clause();
          List<Token> pair =
              tokens.stream()
                  .filter(
                      other ->
                          other.sentence() == token.sentence()
                              && (other.clause() == clause || other.clause() == clause + 1))
                  .toList();
          if (!scopes.contains(pair)) {
            scopes.add(pair);
          }
        }
      }
    }
    return scopes;
  }

  /// Chooses a token for every wanted term, each its own, backtracking.
  private static boolean choose(List<Term> wanted, List<Token> within, List<Token> chosen) {
    if (chosen.size() == wanted.size()) {
      return true;
    }
    Term term = wanted.get(chosen.size());
    for (Token token : within) {
      if (fits(term, token) && !taken(token, chosen) && inOrder(term, token, within, chosen)) {
        chosen.add(token);
        if (choose(wanted, within, chosen)) {
          return true;
        }
        chosen.removeLast();
      }
    }
    return false;
  }

  private static boolean taken(Token token, List<Token> chosen) {
    return chosen.contains(token);
  }

  private static boolean inOrder(Term term, Token token, List<Token> within, List<Token> chosen) {
    if (term.order() == Order.ANYWHERE || chosen.isEmpty()) {
      return true;
    }
    Token before = chosen.getLast();
    if (token.start() < before.end()) {
      return false;
    }
    return term.order() == Order.AFTER
        || within.stream()
            .noneMatch(
                between ->
                    between.start() >= before.end()
                        && between.end() <= token.start()
                        && !between.equals(token)
                        && !between.equals(before)
                        && between.end() > between.start());
  }

  private static boolean fits(Term term, Token token) {
    return term.alternatives().stream()
        .anyMatch(
            alternative ->
                token.means(alternative.concept())
                    && switch (alternative.polarity()) {
                      case ASSERTED -> !token.negated();
                      case NEGATED -> token.negated();
                      case EITHER -> true;
                    });
  }

  private static Hit hit(List<Token> chosen) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    Token first = chosen.getFirst();
    for (Token token : chosen) {
      if (token.end() > token.start() || chosen.size() == 1) {
        start = Math.min(start, token.start());
        end = Math.max(end, token.end());
        first = token.start() == start ? token : first;
      }
    }
    if (start == Integer.MAX_VALUE) {
      start = first.start();
      end = first.end();
    }
    return new Hit(start, end, first.clause(), first.sentence());
  }
}
