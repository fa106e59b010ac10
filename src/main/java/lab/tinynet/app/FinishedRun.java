package lab.tinynet.app;

import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.RunLog;

/// A run that has ended, with everything that `RUN.json` tells of it.
///
/// @param experiment as it was at step 0
/// @param edits the changes made while it ran
/// @param log every step and every probe of the run, all still exact; after a divergence the
///     failing step is its last
/// @param divergence the cause, exactly when the outcome is [Outcome#DIVERGED]
/// @param weights the last finite ones
/// @param classifies whether accuracy means anything
/// @param tested whether there is a test set
record FinishedRun(
    Experiment experiment,
    List<Edit> edits,
    RunLog log,
    Outcome outcome,
    Optional<Divergence> divergence,
    Weights weights,
    boolean classifies,
    boolean tested) {

  /// How a run ended.
  enum Outcome {
    FINISHED("finished"),
    STOPPED("stopped"),
    DIVERGED("diverged");

    private final String json;

    Outcome(String json) {
      this.json = json;
    }

    String json() {
      return json;
    }
  }

  FinishedRun {
    edits = List.copyOf(edits);
    if (divergence.isPresent() != (outcome == Outcome.DIVERGED)) {
      throw new IllegalArgumentException("a divergence has a cause, and nothing else has");
    }
  }
}
