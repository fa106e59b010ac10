package lab.tinynet.engine;

import java.util.List;
import lab.tinynet.session.Branch;
import lab.tinynet.session.Lanes;
import lab.tinynet.session.LanesFactory;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.Session;
import lab.tinynet.session.SessionFactory;
import lab.tinynet.spec.Experiment;

/// Opens sessions on the engine of this package.
public final class EngineSessions implements SessionFactory, LanesFactory {
  @Override
  public Session restore(SavedSession saved) {
    for (Branch branch : saved.timeline().branches()) {
      EngineSession.refuseInvalid(branch.start());
    }
    return new EngineSession(saved);
  }

  @Override
  public Lanes open(List<Experiment> experiments) {
    return new EngineLanes(experiments);
  }
}
