package lab.tinynet.engine;

import java.util.Optional;
import lab.tinynet.telemetry.Divergence;

/// The whole state of a [Trainer] between two steps: what it takes to go on with the same bits as
/// if it had never stopped. What the experiment and its edits say is not in it, and neither is the
/// log; randomness has no state, see [lab.tinynet.spec.CounterRandom].
///
/// Immutable by contract: nobody writes into the arrays.
///
/// @param step number of steps done
/// @param changes how many of the run's edits have been applied
/// @param probes how many probes are in the log
/// @param now the state
/// @param before the state before the last update, to which a change goes back after a divergence;
///     empty when there was none
/// @param loss of the last step's batch
/// @param largestParameterNorm of the layers, before the last update; beyond a bound, what a step
///     does is looked at more closely
/// @param divergence why the last step broke, if it did
/// @param dead which units the last probe found dead, [layer][unit]
record Snapshot(
    long step,
    int changes,
    long probes,
    State now,
    Optional<State> before,
    double loss,
    double largestParameterNorm,
    Optional<Divergence> divergence,
    boolean[][] dead) {

  /// What an update changes.
  ///
  /// @param parameters the network's, flat
  /// @param statistics what layers remember of the batches, flat
  /// @param memory the optimiser's
  record State(double[] parameters, double[] statistics, Memory memory) {
    long bytes() {
      return (long) Double.BYTES
          * (parameters.length + statistics.length + memory.first.length + memory.second.length);
    }
  }

  /// What an optimiser remembers.
  ///
  /// @param kind of optimiser, as in JSON
  /// @param steps how many updates it has made
  /// @param first velocity, or first moment; may be empty
  /// @param second second moment; may be empty
  record Memory(String kind, long steps, double[] first, double[] second) {}

  /// About how much memory it takes.
  long bytes() {
    return now.bytes() + before.map(State::bytes).orElse(0L);
  }
}
