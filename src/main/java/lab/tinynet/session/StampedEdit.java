package lab.tinynet.session;

import lab.tinynet.spec.Experiment;

/// A change made to a running experiment.
///
/// @param step how many updates had been done
/// @param experiment the whole experiment from then on; it differs from the one before in what may
///     change while it runs (see [Command.Change])
public record StampedEdit(long step, Experiment experiment) {
  public StampedEdit {
    if (step < 0) {
      throw new IllegalArgumentException("step " + step);
    }
  }
}
