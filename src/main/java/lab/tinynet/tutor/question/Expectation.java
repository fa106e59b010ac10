package lab.tinynet.tutor.question;

import java.util.List;

/// One idea that a complete answer states.
///
/// @param id such as `q5.zero-output`
/// @param need whether a full verdict wants it
/// @param idea the idea in words
/// @param confirm what the tutor says when it is there; `{quote}` is the student's own words
/// @param gap the one question that asks for it without giving it away
/// @param met patterns, any of which grants it
/// @param denied patterns, any of which says that the answer denies it
/// @param partly patterns that touch it without stating it
public record Expectation(
    String id,
    Need need,
    LocalText idea,
    LocalText confirm,
    LocalText gap,
    List<String> met,
    List<String> denied,
    List<String> partly) {
  public Expectation {
    met = List.copyOf(met);
    denied = List.copyOf(denied);
    partly = List.copyOf(partly);
  }

  /// Whether an idea is required.
  public sealed interface Need {
    /// It is.
    record Required() implements Need {}

    /// It is not.
    record Optional() implements Need {}

    /// One of the ideas with the same group is.
    record OneOf(String group) implements Need {}
  }
}
