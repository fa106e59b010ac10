package lab.tinynet.app;

import java.util.List;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.WeightEdit;

/// A change made to a running experiment.
///
/// @param step how many updates had been done
/// @param path the field of the specification, `optimizer.rate`, or a parameter, see [WeightEdit]
/// @param value the new value, as JSON text
/// @param experiment the whole experiment from then on
/// @param weights the parameter set by hand, where it is one
record Edit(long step, String path, String value, Experiment experiment, List<WeightEdit> weights) {
  Edit {
    weights = List.copyOf(weights);
  }

  /// A change of a setting.
  Edit(long step, String path, String value, Experiment experiment) {
    this(step, path, value, experiment, List.of());
  }

  StampedEdit stamped() {
    return new StampedEdit(step, experiment, weights);
  }
}
