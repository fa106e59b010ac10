package lab.tinynet.tutor.answer;

/// One thing that happened in a conversation, stamped with the step of the run at which it did.
/// What the tutor says follows from the moves, so it is not recorded.
public sealed interface Move {
  /// Number of updates done when it happened.
  long step();

  /// The student wrote an answer.
  record Answered(long step, String text, Mark mark) implements Move {}

  /// The student asked for a hint.
  record AskedHint(long step) implements Move {}

  /// The student said "I don't know".
  record DidNotKnow(long step) implements Move {}

  /// The student asked to be shown the answer.
  record AskedModelAnswer(long step) implements Move {}

  /// The student put the question away.
  record Skipped(long step) implements Move {}

  /// The student tried a remedy on the experiment.
  ///
  /// @param remedy id of the remedy in the question
  /// @param until the step of the new run at which its outcome is looked at
  record Tried(long step, String remedy, long until) implements Move {}

  /// The run with the remedy reached the step to be looked at, or ended before.
  record Observed(long step, Outcome outcome) implements Move {}

  /// What a remedy did.
  sealed interface Outcome {
    /// Dead units of the layer before and after, at the same step of both runs.
    record Counted(int before, int after, int units) implements Outcome {}

    /// The layer's new activation has no dead units to count.
    record NotCounted(int before) implements Outcome {}

    /// The new run broke before it could be compared.
    record Broke(long at) implements Outcome {}

    /// The experiment was changed otherwise meanwhile.
    record Abandoned() implements Outcome {}
  }
}
