package lab.tinynet.ui.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a run came to. Two results of the same course (experiment, seed and edits) are of the same
/// run, however far each went.
///
/// @param course tells courses apart
/// @param preset name of the prepared experiment that it began as, if it did
/// @param name what the experiment is called; may be empty
/// @param units inputs, then the units of every layer with weights: `2-8-8-1`
/// @param activations of the hidden layers, each once, as in an experiment's file
/// @param data the kind of data: the shape of generated ones, `inline` or `files`
/// @param optimizer its name in an experiment's file
/// @param rate η before the schedule, at the end of the run
/// @param steps how many it did
/// @param dead units dead at the last probe, in all layers
/// @param mortal units that could be dead
/// @param diverged the step that could not be done, if it ended so
/// @param when it ended
/// @param session the run as a saved session, to be taken up again; empty where that is too long
public record RunResult(
    String course,
    Optional<String> preset,
    String name,
    String units,
    List<String> activations,
    String data,
    long seed,
    String optimizer,
    double rate,
    long steps,
    OptionalDouble trainLoss,
    OptionalDouble testLoss,
    OptionalDouble trainAccuracy,
    OptionalDouble testAccuracy,
    int dead,
    int mortal,
    OptionalLong diverged,
    Instant when,
    Optional<String> session) {
  public RunResult {
    activations = List.copyOf(activations);
  }
}
