package lab.tinynet.session;

import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.RunLog;

/// Where a running experiment stands. Immutable, but for the log, which goes on growing.
///
/// @param experiment as it is now, with the changes made while it ran
/// @param step number of updates done in the state that frames show
/// @param log the log of the current branch up to its end, so that a person who has gone back still
///     sees what came after; [RunLog#until] is the log as it was at a step. Another object after a
///     reset, on another branch or with another experiment
/// @param examples the examples, for drawing
/// @param divergence why it stopped, when the phase is [Phase#DIVERGED]
/// @param timeline the branches, and where the run is going if it is on its way
/// @param deeds what can be undone and done again
/// @param stop when training pauses by itself
/// @param stopped why it did, until something else is done
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
    Timeline timeline,
    Deeds deeds,
    StopRule stop,
    Optional<StopRule.Reason> stopped,
    Optional<Problem> problem,
    double stepsPerSecond) {
  /// What the run is doing.
  public enum Phase {
    PAUSED,
    TRAINING,
    /// Paused at the last finite state; a change or a reset lets it go on.
    DIVERGED
  }

  /// The same at another step; the current branch reaches at least to there.
  public RunState at(long otherStep) {
    return new RunState(
        experiment,
        phase,
        otherStep,
        log,
        examples,
        pace,
        divergence,
        timeline.grownTo(otherStep),
        deeds,
        stop,
        stopped,
        problem,
        stepsPerSecond);
  }

  /// The same with a problem.
  public RunState withProblem(Problem other) {
    return new RunState(
        experiment,
        phase,
        step,
        log,
        examples,
        pace,
        divergence,
        timeline,
        deeds,
        stop,
        stopped,
        Optional.of(other),
        stepsPerSecond);
  }
}
