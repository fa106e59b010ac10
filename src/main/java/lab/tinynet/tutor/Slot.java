package lab.tinynet.tutor;

/// The value of a placeholder.
public sealed interface Slot {
  /// A number read from the log.
  ///
  /// @param at the step at which it can be seen
  record Count(long value, long at) implements Slot {}

  /// A step of the run.
  record Step(long step) implements Slot {}

  /// A layer.
  ///
  /// @param kind the layer's kind, such as `dense`
  /// @param number its place in the network, from 1
  /// @param output whether it is the last
  record Layer(String kind, int number, boolean output) implements Slot {}

  /// Words of the student, as typed.
  record Quote(String text) implements Slot {}

  /// Another text.
  record Nested(Phrase phrase) implements Slot {}

  /// The value as it goes into a record.
  default String plain() {
    return switch (this) {
      case Count(long value, _) -> Long.toString(value);
      case Step(long step) -> Long.toString(step);
      case Layer(String kind, int number, _) -> kind + " " + number;
      case Quote(String text) -> text;
      case Nested _ -> "";
    };
  }
}
