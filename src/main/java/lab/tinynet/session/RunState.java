package lab.tinynet.session;

import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.RunLog;

/// Where a running experiment stands. Immutable, but for the log, which goes on growing.
///
/// @param experiment as it is now, with the changes made while it ran
/// @param step number of updates done
/// @param log the log of this run; another object after a reset or another experiment
/// @param examples the examples, for drawing
/// @param divergence why it stopped, when the phase is [Phase#DIVERGED]
/// @param problem why the last command was refused, if it was
/// @param stepsPerSecond measured lately; 0 when paused
public record RunState(
    Experiment experiment,
    Phase phase,
    long step,
    RunLog log,
    Examples examples,
    Pace pace,
    Optional<Divergence> divergence,
    Optional<Problem> problem,
    double stepsPerSecond) {
  /// What the run is doing.
  public enum Phase {
    PAUSED,
    TRAINING,
    /// Paused at the last finite state; a change or a reset lets it go on.
    DIVERGED
  }
}
