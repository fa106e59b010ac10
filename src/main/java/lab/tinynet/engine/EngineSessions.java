package lab.tinynet.engine;

import lab.tinynet.session.Branch;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.Session;
import lab.tinynet.session.SessionFactory;

/// Opens sessions on the engine of this package.
public final class EngineSessions implements SessionFactory {
  @Override
  public Session restore(SavedSession saved) {
    for (Branch branch : saved.timeline().branches()) {
      EngineSession.refuseInvalid(branch.start());
    }
    return new EngineSession(saved);
  }
}
