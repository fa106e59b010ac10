package lab.tinynet.kill;

import java.nio.file.Path;
import lab.tinynet.engine.EngineSessions;
import lab.tinynet.session.Command;
import lab.tinynet.session.KeptSessions;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;
import lab.tinynet.session.SessionStore;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Presets;

/// A program that takes up what was left, trains, edits, goes back and branches until it is killed,
/// and prints what it has done: `milliseconds step branches edits`, a line every few milliseconds.
public final class Victim {
  private static final long CLOCK_EVERY_MILLIS = 20;

  private Victim() {}

  /// @param args the folder of the store
  public static void main(String[] args) throws InterruptedException {
    KeptSessions sessions =
        new KeptSessions(new EngineSessions(), new SessionStore(Path.of(args[0])));
    var found = sessions.recover();
    found.ifPresent(
        recovered ->
            System.out.println(
                "recovered "
                    + recovered.session().position()
                    + " "
                    + recovered.session().timeline().branches().size()
                    + " "
                    + recovered.problems().size()));
    Experiment experiment = Presets.named("moons").experiment();
    Session session =
        found.isPresent() ? sessions.restore(found.get().session()) : sessions.open(experiment);
    while (session.state().log().layers().isEmpty()
        || session.state().timeline().goingTo().isPresent()) {
      Thread.sleep(1);
    }
    System.out.println("ready");
    session.submit(new Command.SetPace(new Pace(2_000)));
    session.submit(new Command.Train());
    for (int i = 1; ; i++) {
      Thread.sleep(CLOCK_EVERY_MILLIS);
      RunState state = session.state();
      System.out.println(
          System.currentTimeMillis()
              + " "
              + state.step()
              + " "
              + state.timeline().branches().size()
              + " "
              + state.timeline().currentBranch().edits().size());
      if (i % 40 == 0) {
        Experiment now = state.experiment();
        double rate = 0.01 + (i / 40 % 7) / 100.0;
        session.submit(new Command.Change(now.withOptimizer(new Optimizer.Sgd(rate))));
      }
      if (i % 130 == 0) {
        session.submit(new Command.GoTo(state.step() / 2));
        session.submit(new Command.BeginBranch("at " + state.step()));
        session.submit(new Command.Train());
      }
    }
  }
}
