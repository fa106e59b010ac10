package lab.tinynet.ui.health;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import lab.tinynet.telemetry.RunLog;

/// Has the detectors look at the run, on a thread of its own: the newest wish counts, and at most
/// four looks a second are taken.
public final class HealthWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 250;
  private static final System.Logger LOG = System.getLogger(HealthWatch.class.getName());

  private final AtomicReference<Wish> wished = new AtomicReference<>();
  private final Semaphore wishes = new Semaphore(0);
  private final Thread thread;
  private volatile HealthReport newest = HealthReport.NOTHING;
  private Wish last = new Wish(new RunLog(List.of()), -1, -1);

  /// @param length of the log, by which it is told from the same log earlier
  private record Wish(RunLog log, long length, long step) {}

  public HealthWatch() {
    thread = Thread.ofPlatform().daemon().name("health").start(this::run);
  }

  /// Wishes a look at a log up to a step, if it is another than the last one.
  public void wish(RunLog log, long step) {
    Wish wish = new Wish(log, log.length(), step);
    if (!wish.equals(last)) {
      last = wish;
      if (wished.getAndSet(wish) == null) {
        wishes.release();
      }
    }
  }

  /// What was seen last.
  public HealthReport newest() {
    return newest;
  }

  private void run() {
    try {
      while (true) {
        wishes.acquire();
        Wish wish = wished.getAndSet(null);
        if (wish != null) {
          look(wish);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException closed) {
      LOG.log(System.Logger.Level.DEBUG, "the watch ends");
    }
  }

  /// A look that fails costs that look, not the watch.
  private void look(Wish wish) {
    try {
      newest = HealthReport.of(wish.log(), wish.step());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a look at the run's health has failed", e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
