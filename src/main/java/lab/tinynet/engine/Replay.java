package lab.tinynet.engine;

import java.util.List;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Experiment;

/// A run computed from what it is: its experiment at step 0 and its edits, each made when its step
/// is reached. A step that diverges does not end it.
public final class Replay implements AutoCloseable {
  private final List<StampedEdit> edits;
  private final Trainer trainer;

  private Replay(List<StampedEdit> edits, Trainer trainer) {
    this.edits = List.copyOf(edits);
    this.trainer = trainer;
  }

  /// From step 0.
  ///
  /// @param edits in the order of their steps
  public static Replay of(Experiment start, List<StampedEdit> edits, Trainer.Options options) {
    return new Replay(edits, Trainer.of(start, options));
  }

  /// From a snapshot of the same run; the log begins there.
  ///
  /// @param start the experiment at step 0
  /// @param edits all edits of the run, in the order of their steps
  static Replay resumed(
      Experiment start, List<StampedEdit> edits, Snapshot snapshot, Trainer.Options options) {
    Experiment then = experimentAfter(start, edits, snapshot.changes());
    return new Replay(edits, Trainer.resumed(then, snapshot, options));
  }

  /// The experiment after the first `made` edits.
  static Experiment experimentAfter(Experiment start, List<StampedEdit> edits, int made) {
    return made == 0 ? start : edits.get(made - 1).experiment();
  }

  /// Makes the edits that are due and does one step.
  ///
  /// @return whether the parameters were updated, see [Trainer#step]
  public boolean step() {
    makeDueEdits();
    return trainer.step();
  }

  /// Makes the edits whose step is reached; [#step] does so by itself.
  public void makeDueEdits() {
    while (editsMade() < edits.size() && edits.get(editsMade()).step() <= trainer.stepsDone()) {
      trainer.change(edits.get(editsMade()), true);
    }
  }

  /// How many of the edits have been made.
  public int editsMade() {
    return trainer.changes();
  }

  public Trainer trainer() {
    return trainer;
  }

  @Override
  public void close() {
    trainer.close();
  }
}
