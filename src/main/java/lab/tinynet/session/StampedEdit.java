package lab.tinynet.session;

import java.util.List;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.WeightEdit;

/// A change made to a running experiment.
///
/// @param step how many updates had been done
/// @param experiment the whole experiment from then on; it differs from the one before in what may
///     change while it runs (see [Command.Change])
/// @param weights parameters set by hand, in order
public record StampedEdit(long step, Experiment experiment, List<WeightEdit> weights) {
  public StampedEdit {
    weights = List.copyOf(weights);
    if (step < 0) {
      throw new IllegalArgumentException("step " + step);
    }
  }

  /// A change of settings alone.
  public StampedEdit(long step, Experiment experiment) {
    this(step, experiment, List.of());
  }
}
