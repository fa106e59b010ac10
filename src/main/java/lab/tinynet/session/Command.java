package lab.tinynet.session;

import java.util.List;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.WeightEdit;

/// What a person, or a script, asks of a running experiment. Commands are applied between steps, in
/// order.
public sealed interface Command {
  /// Go on training.
  record Train() implements Command {}

  /// Stop after the current step.
  record Pause() implements Command {}

  /// Do so many steps, then pause.
  record Step(long count) implements Command {}

  /// Back to step 0 with the same initial weights and the settings as they are now, paused; the log
  /// starts anew. A run that has done any step stays as a branch.
  record Reset() implements Command {}

  /// Start another experiment at step 0, with a timeline of its own; trains on at once if `train`
  /// is set.
  record Open(Experiment experiment, boolean train) implements Command {}

  /// Take up another session where it was left, paused: its timeline takes the place of this one's,
  /// and its state is computed again.
  record Restore(SavedSession session) implements Command {}

  /// Go on with changed settings that need no restart: optimiser, its rate, clip, penalty. The
  /// network, the data, the loss, the batch and the seed of the experiment must be those of the
  /// running one; the optimiser's memory is kept when its kind is. After a divergence the run goes
  /// on from the last state whose loss and gradients were finite. Before the end of a branch it
  /// begins a new one: the branch keeps its future.
  record Change(Experiment experiment) implements Command {}

  /// Set parameters by hand at the present step. Before the end of a branch it begins a new one,
  /// like [Change].
  record SetWeights(List<WeightEdit> weights) implements Command {
    public SetWeights {
      weights = List.copyOf(weights);
    }
  }

  /// Take the last deed back and pause, see [Deeds]: the session is again what it was before it,
  /// branches, edits and place. Nothing happens where there is none.
  record Undo() implements Command {}

  /// Do again what was undone last.
  record Redo() implements Command {}

  /// From now on pause where the rule becomes true; it stays when another experiment is opened.
  record SetStop(StopRule rule) implements Command {}

  record SetPace(Pace pace) implements Command {}

  /// Go to a step of the current branch, or to its end if that comes before, and pause there. The
  /// edits stamped with that step are in force. Training from there goes through the known steps
  /// again, and beyond.
  record GoTo(long step) implements Command {}

  /// Begin a new branch at the present step; the one left keeps its name and its future.
  ///
  /// @param name of the new branch; may be empty
  record BeginBranch(String name) implements Command {}

  /// @param name the new name; may be empty
  record RenameBranch(int number, String name) implements Command {}

  /// Go to the end of a branch, and pause there.
  record SwitchTo(int number) implements Command {}
}
