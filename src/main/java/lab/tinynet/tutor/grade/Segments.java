package lab.tinynet.tutor.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where the sentences and clauses of a plain text begin and end.
final class Segments {
  /// A clause.
  ///
  /// @param sentence index of its sentence
  /// @param body after the word that begins it, such as "because"; `start` without one
  /// @param end after its last char, its closing punctuation not counted
  /// @param closing the punctuation that closes it; a blank where a word or the end does
  record Clause(int sentence, int start, int body, int end, char closing) {
    /// Whether what it names holds for what follows.
    boolean heading() {
      return closing == ':' || closing == '?';
    }
  }

  private static final String SENTENCE_ENDS = "。!?\n";
  private static final String CLAUSE_ENDS = "，,;:()[]";

  private static final List<String> ABBREVIATIONS = List.of("e.g", "i.e", "etc", "vs", "cf");

  private final List<Clause> clauses = new ArrayList<>();
  private final String text;
  private int sentence;

  private final Map<Integer, Integer> breaks;

  private Segments(String text, Map<Integer, Integer> breaks) {
    this.text = text;
    this.breaks = breaks;
  }

  /// @param breaks places where a word such as "because" begins a clause, and where the word ends
  static List<Clause> of(String text, Map<Integer, Integer> breaks) {
    Segments segments = new Segments(text, breaks);
    segments.split();
    return List.copyOf(segments.clauses);
  }

  private void split() {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sentenceEnd = SENTENCE_ENDS.indexOf(c) >= 0 || fullStop(i);
      if (sentenceEnd || clauseEnd(i)) {
        add(start, i, c);
        start = i + 1;
      } else if (breaks.containsKey(i)) {
        add(start, i, ' ');
        start = i;
      }
      if (sentenceEnd && !clauses.isEmpty() && clauses.getLast().sentence() == sentence) {
        sentence++;
      }
    }
    add(start, text.length(), ' ');
  }

  private void add(int start, int end, char closing) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (to > from) {
      int body = breaks.getOrDefault(from, from);
      while (body < to && Character.isWhitespace(text.charAt(body))) {
        body++;
      }
      clauses.add(new Clause(sentence, from, body < to ? body : from, to, closing));
    }
  }

  /// Brackets around less than a word, as in f(x), are no clause ends.
  private boolean clauseEnd(int i) {
    char c = text.charAt(i);
    if (CLAUSE_ENDS.indexOf(c) < 0) {
      return false;
    }
    if (c == '(' || c == '[') {
      return text.length() > i + 4 && text.substring(i, i + 4).indexOf(c == '(' ? ')' : ']') < 0;
    }
    if (c == ')' || c == ']') {
      return i >= 4 && text.substring(i - 3, i).indexOf(c == ')' ? '(' : '[') < 0;
    }
    return true;
  }

  /// A full stop ends a sentence unless it stands in a number or a name.
  private boolean fullStop(int i) {
    if (text.charAt(i) != '.') {
      return false;
    }
    String before = text.substring(Math.max(0, i - 3), i);
    if (ABBREVIATIONS.stream().anyMatch(before::endsWith)) {
      return false;
    }
    return i + 1 == text.length()
        || Character.isWhitespace(text.charAt(i + 1))
        || Character.isIdeographic(text.charAt(i + 1));
  }
}
