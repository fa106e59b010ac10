package lab.tinynet.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lab.tinynet.spec.Problem;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish;
import lab.tinynet.telemetry.KillingUpdate;

/// Sessions that are saved by themselves, see [Autosave], and can be recovered when the program
/// ended without closing them.
public final class KeptSessions implements SessionFactory {
  private final SessionFactory sessions;
  private final SessionStore store;
  private Optional<SessionFolder> recovered = Optional.empty();

  /// @param sessions makes the sessions themselves
  public KeptSessions(SessionFactory sessions, SessionStore store) {
    this.sessions = sessions;
    this.store = store;
  }

  /// Looks for a session that was not closed. The next one that is opened takes its place and is
  /// saved in its folder.
  public Optional<SessionStore.Recovered> recover() {
    Optional<SessionStore.Recovered> found = store.recover();
    recovered = found.map(SessionStore.Recovered::folder);
    return found;
  }

  @Override
  public Session restore(SavedSession saved) {
    Session session = sessions.restore(saved);
    Optional<SessionFolder> own = recovered;
    recovered = Optional.empty();
    return new Kept(
        session, new Autosave(session, () -> own.isPresent() ? own.get() : store.begin()));
  }

  /// A session and its saving. That saving fails stands in the state as a problem, unless there is
  /// another.
  private record Kept(Session session, Autosave autosave) implements Session {
    @Override
    public void submit(Command command) {
      session.submit(command);
    }

    @Override
    public RunState state() {
      RunState state = session.state();
      Optional<Problem> trouble = autosave.trouble();
      return state.problem().isPresent() || trouble.isEmpty()
          ? state
          : state.withProblem(trouble.get());
    }

    @Override
    public Optional<Frame> takeFrame(int resolution) {
      return session.takeFrame(resolution);
    }

    @Override
    public Optional<Frame> takeFrame(FrameWish wish) {
      return session.takeFrame(wish);
    }

    @Override
    public CompletableFuture<Optional<KillingUpdate>> killingUpdate(
        int layer, int unit, long found) {
      return session.killingUpdate(layer, unit, found);
    }

    @Override
    public AutoCloseable observe(Runnable observer) {
      return session.observe(observer);
    }

    @Override
    public void close() {
      autosave.close();
      session.close();
    }
  }
}
