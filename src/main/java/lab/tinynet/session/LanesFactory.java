package lab.tinynet.session;

import java.util.List;
import lab.tinynet.spec.Experiment;

/// Makes lanes.
public interface LanesFactory {

  /// Starts runs side by side, paused at step 0. Returns at once, like [SessionFactory#open].
  ///
  /// @param experiments 1 to [Lanes#MOST], with the same data and seed
  /// @throws lab.tinynet.spec.InvalidInput if one cannot be built, there are too many, or they are
  ///     not on the same data and seed
  Lanes open(List<Experiment> experiments);
}
