package lab.tinynet.session;

import lab.tinynet.spec.Experiment;

/// What a person, or a script, asks of a running experiment. Commands are applied between steps, in
/// order.
public sealed interface Command {
  /// Go on training.
  record Train() implements Command {}

  /// Stop after the current step.
  record Pause() implements Command {}

  /// Do so many steps, then pause.
  record Step(long count) implements Command {}

  /// Back to step 0 with the same initial weights, paused; the log starts anew.
  record Reset() implements Command {}

  /// Start another experiment at step 0; trains on at once if `train` is set.
  record Open(Experiment experiment, boolean train) implements Command {}

  /// Go on with changed settings that need no restart: optimiser, its rate, clip, penalty. The
  /// network, the data, the loss, the batch and the seed of the experiment must be those of the
  /// running one; the optimiser's memory is kept when its kind is. After a divergence the run goes
  /// on from the last state whose loss and gradients were finite.
  record Change(Experiment experiment) implements Command {}

  record SetPace(Pace pace) implements Command {}
}
