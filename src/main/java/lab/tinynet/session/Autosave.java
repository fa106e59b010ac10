package lab.tinynet.session;

import java.io.IOException;
import java.util.Optional;
import lab.tinynet.spec.Problem;

/// Saves a session by itself, on a thread of its own: a second after its branches, edits or place
/// have changed, and every five seconds while it trains. So at most that much is lost, and the time
/// that writing takes.
public final class Autosave implements AutoCloseable {
  /// How long changes may come together before they are saved.
  private static final long SETTLE_MILLIS = 1_000;

  private static final long EVERY_MILLIS = 5_000;
  private static final long CLOSE_WAIT_MILLIS = 10_000;
  private static final System.Logger LOG = System.getLogger(Autosave.class.getName());

  private final Session session;
  private final Opening opening;
  private final Thread thread;
  private final AutoCloseable subscription;
  private volatile Optional<Problem> trouble = Optional.empty();

  // Guarded by this.
  private boolean changed;
  private boolean closing;

  // The thread's own.
  private Optional<SessionFolder> folder = Optional.empty();
  private Optional<SavedSession> saved = Optional.empty();

  /// Gets the folder of the session; called on the saving thread, again if it failed.
  public interface Opening {
    SessionFolder open() throws IOException;
  }

  public Autosave(Session session, Opening opening) {
    this.session = session;
    this.opening = opening;
    this.thread = Thread.ofPlatform().daemon().name("autosave").unstarted(this::run);
    this.subscription = session.observe(this::poke);
    thread.start();
  }

  /// Why the last attempt failed, if it did; it will be tried again.
  public Optional<Problem> trouble() {
    return trouble;
  }

  /// Saves a last time and gives the folder up, so that nothing is recovered. To be called before
  /// the session is closed.
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      subscription.close();
      thread.join(CLOSE_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("closing a subscription does not fail", e);
    }
  }

  private synchronized void poke() {
    changed = true;
    notifyAll();
  }

  private void run() {
    try {
      while (await()) {
        save();
      }
      save();
      if (folder.isPresent()) {
        folder.get().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the saved session cannot be closed: " + e);
    }
  }

  /// Waits until it is time to save.
  ///
  /// @return false if it is the last time
  private synchronized boolean await() throws InterruptedException {
    long tick = System.nanoTime() + EVERY_MILLIS * 1_000_000;
    while (!closing && !changed && left(tick) > 0) {
      wait(left(tick));
    }
    long settled = System.nanoTime() + SETTLE_MILLIS * 1_000_000;
    while (!closing && changed && left(settled) > 0) {
      wait(left(settled));
    }
    changed = false;
    return !closing;
  }

  private static long left(long until) {
    return Math.ceilDiv(until - System.nanoTime(), 1_000_000L);
  }

  private void save() {
    SavedSession now = SavedSession.of(session.state());
    if (saved.isPresent() && saved.get().equals(now)) {
      return;
    }
    try {
      if (folder.isEmpty()) {
        folder = Optional.of(opening.open());
      }
      folder.get().save(now);
      saved = Optional.of(now);
      trouble = Optional.empty();
    } catch (IOException | RuntimeException e) {
      if (trouble.isEmpty()) {
        LOG.log(System.Logger.Level.WARNING, "the session is not saved: " + e);
      }
      String where = folder.map(own -> own.path().toString()).orElse("");
      trouble = Optional.of(SessionProblems.notSaved(where, String.valueOf(e.getMessage())));
    }
  }
}
