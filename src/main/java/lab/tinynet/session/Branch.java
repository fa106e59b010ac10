package lab.tinynet.session;

import java.util.List;
import java.util.OptionalInt;
import lab.tinynet.spec.Experiment;

/// One course that a run has taken: where it began, the edits made, how far it got. With the seed
/// in its experiment it says everything about the run.
///
/// @param number names it in commands; never given twice in a session, from 1
/// @param name what a person calls it; empty when nobody has named it
/// @param parent the branch that it went off from; empty for one that began at step 0 by itself
/// @param from the step at which it went off; up to there it is the same as its parent
/// @param start the experiment at step 0
/// @param edits all changes since step 0, those before `from` included, in the order of their steps
/// @param end the last step that belongs to it
public record Branch(
    int number,
    String name,
    OptionalInt parent,
    long from,
    Experiment start,
    List<StampedEdit> edits,
    long end) {
  /// How long a name may be, in characters.
  public static final int MOST_NAME = 100;

  public Branch {
    edits = List.copyOf(edits);
  }

  /// A run without a history.
  static Branch first(Experiment start, long end) {
    return new Branch(1, "", OptionalInt.empty(), 0, start, List.of(), end);
  }

  /// The experiment as it stands after the edits stamped with a step.
  public Experiment experimentAt(long step) {
    Experiment then = start;
    for (StampedEdit edit : edits) {
      if (edit.step() <= step) {
        then = edit.experiment();
      }
    }
    return then;
  }

  Branch withEnd(long newEnd) {
    return new Branch(number, name, parent, from, start, edits, newEnd);
  }
}
