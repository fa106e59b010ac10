package lab.tinynet.tutor.question;

import java.util.List;
import lab.tinynet.tutor.answer.Verdict;

/// A graded example of an answer.
///
/// @param id unique in its question
/// @param expectations the ideas it states
/// @param misconceptions the wrong beliefs it asserts
public record ExampleAnswer(
    String id,
    Language language,
    String text,
    Verdict verdict,
    List<String> expectations,
    List<String> misconceptions) {
  public ExampleAnswer {
    expectations = List.copyOf(expectations);
    misconceptions = List.copyOf(misconceptions);
  }

  /// Whether it states, or asserts, an idea.
  public boolean has(String idea) {
    return expectations.contains(idea) || misconceptions.contains(idea);
  }
}
