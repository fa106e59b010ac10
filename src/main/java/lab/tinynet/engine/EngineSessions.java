package lab.tinynet.engine;

import lab.tinynet.session.Session;
import lab.tinynet.session.SessionFactory;
import lab.tinynet.spec.Experiment;

/// Opens sessions on the engine of this package.
public final class EngineSessions implements SessionFactory {
  @Override
  public Session open(Experiment experiment) {
    EngineSession.refuseInvalid(experiment);
    return new EngineSession(experiment);
  }
}
