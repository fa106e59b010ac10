package lab.tinynet.session;

import lab.tinynet.spec.Experiment;

/// Makes sessions. The application hands one to the window.
public interface SessionFactory {

  /// Starts a session, paused at step 0. Returns at once: loading the numeric library and the data
  /// happens on the trainer thread, and [Session#state] may be asked before, telling an empty log.
  ///
  /// @throws lab.tinynet.spec.InvalidInput if the experiment cannot be built
  default Session open(Experiment experiment) {
    return restore(SavedSession.fresh(experiment));
  }

  /// Takes up a session where it was left, paused. Its state and log are computed again, on the
  /// trainer thread: meanwhile [RunState#timeline] says where it is going.
  ///
  /// @throws lab.tinynet.spec.InvalidInput if an experiment of it cannot be built
  Session restore(SavedSession saved);
}
