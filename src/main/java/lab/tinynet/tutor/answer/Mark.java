package lab.tinynet.tutor.answer;

import java.util.List;

/// The marks of one answer, by the ids of the ideas.
///
/// @param expectations the ideas it states
/// @param misconceptions the wrong beliefs it asserts
/// @param unsure ideas of which the marker could not tell
public record Mark(
    Verdict verdict, List<String> expectations, List<String> misconceptions, List<String> unsure) {
  public Mark {
    expectations = List.copyOf(expectations);
    misconceptions = List.copyOf(misconceptions);
    unsure = List.copyOf(unsure);
  }
}
