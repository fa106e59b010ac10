package lab.tinynet.session;

import lab.tinynet.spec.Experiment;

/// Makes sessions. The application hands one to the window.
public interface SessionFactory {

  /// Starts a session, paused at step 0. Returns at once: loading the numeric library and the data
  /// happens on the trainer thread, and [Session#state] may be asked before, telling an empty log.
  ///
  /// @throws lab.tinynet.spec.InvalidInput if the experiment cannot be built
  Session open(Experiment experiment);
}
