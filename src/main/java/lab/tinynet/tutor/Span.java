package lab.tinynet.tutor;

import java.util.OptionalLong;

/// A piece of a text as it is drawn.
///
/// @param step for a number or a step: where in the run it can be seen
public record Span(String text, Style style, OptionalLong step) {
  /// How it is drawn.
  public enum Style {
    PLAIN,
    STRONG,
    /// The student's own words, with their quotation marks.
    QUOTED,
    /// A value from the log.
    VALUE
  }

  static Span of(String text, Style style) {
    return new Span(text, style, OptionalLong.empty());
  }
}
