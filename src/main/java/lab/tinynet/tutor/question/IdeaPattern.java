package lab.tinynet.tutor.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A pattern of concepts that states an idea, such as `c: gradient zero -sigmoid`.
///
/// The letter says within what all of it must stand: `c` one clause, `p` two clauses that follow
/// each other, `s` one sentence, `t` the whole answer. Then come concepts: `x` asserted, `!x`
/// negated, `~x` either, `-x` not there (`-~x` in no form), `x|!y` one of several, `>x` after the
/// concept before, `>>x` right after it.
///
/// @param text the pattern as written
public record IdeaPattern(String text, Scope scope, List<Term> terms) {
  public IdeaPattern {
    terms = List.copyOf(terms);
  }

  /// Within what a pattern must be found.
  public enum Scope {
    CLAUSE,
    PAIR,
    SENTENCE,
    TEXT
  }

  /// How a concept must stand.
  public enum Polarity {
    ASSERTED,
    NEGATED,
    EITHER
  }

  /// Where a concept must stand.
  public enum Order {
    ANYWHERE,
    AFTER,
    NEXT
  }

  /// One part of a pattern.
  ///
  /// @param absent whether none of the alternatives must be there, instead of one
  public record Term(boolean absent, Order order, List<Alternative> alternatives) {
    public Term {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A concept and how it must stand.
  public record Alternative(Polarity polarity, String concept) {}

  /// The concepts that it names.
  public Set<String> concepts() {
    Set<String> all = new LinkedHashSet<>();
    for (Term term : terms) {
      term.alternatives().forEach(alternative -> all.add(alternative.concept()));
    }
    return all;
  }

  /// @throws IllegalArgumentException if it is no pattern; the message is the part that is wrong
  public static IdeaPattern parse(String text) {
    int colon = text.indexOf(':');
    if (colon != 1) {
      throw new IllegalArgumentException(text);
    }
    Scope scope =
        switch (text.charAt(0)) {
          case 'c' -> Scope.CLAUSE;
          case 'p' -> Scope.PAIR;
          case 's' -> Scope.SENTENCE;
          case 't' -> Scope.TEXT;
          default -> throw new IllegalArgumentException(text);
        };
    List<Term> terms = new ArrayList<>();
    for (String word : text.substring(colon + 1).strip().split("\\s+", -1)) {
      terms.add(term(word));
    }
    if (terms.stream().allMatch(Term::absent)) {
      throw new IllegalArgumentException(text);
    }
    return new IdeaPattern(text, scope, terms);
  }

  private static Term term(String word) {
    String rest = word;
    boolean absent = rest.startsWith("-");
    rest = absent ? rest.substring(1) : rest;
    Order order = Order.ANYWHERE;
    if (rest.startsWith(">>")) {
      order = Order.NEXT;
      rest = rest.substring(2);
    } else if (rest.startsWith(">")) {
      order = Order.AFTER;
      rest = rest.substring(1);
    }
    List<Alternative> alternatives = new ArrayList<>();
    for (String part : rest.split("\\|", -1)) {
      alternatives.add(alternative(part));
    }
    return new Term(absent, order, alternatives);
  }

  private static Alternative alternative(String part) {
    Polarity polarity =
        switch (part.isEmpty() ? ' ' : part.charAt(0)) {
          case '!' -> Polarity.NEGATED;
          case '~' -> Polarity.EITHER;
          default -> Polarity.ASSERTED;
        };
    String concept = polarity == Polarity.ASSERTED ? part : part.substring(1);
    if (!concept.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(part);
    }
    return new Alternative(polarity, concept);
  }
}
