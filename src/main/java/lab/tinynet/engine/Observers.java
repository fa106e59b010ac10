package lab.tinynet.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Those who want to know that a run has changed. Each is told on a thread of its own, so that none
/// can hold up the trainer or another observer: one that is slow is told once more when it is done,
/// however often things have changed meanwhile.
///
/// One that throws is told no more. That, and that one is slow, is reported once each.
final class Observers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Observers.class.getName());

  /// A call that takes longer is reported.
  private static final long SLOW_NANOS = 1_000_000_000;

  private static final long CLOSE_WAIT_MILLIS = 1_000;

  private final List<Observer> observers = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /// @return ends the subscription: no call begins after it has returned
  AutoCloseable add(Runnable told) {
    Observer observer = new Observer(told);
    observers.add(observer);
    observer.thread.start();
    if (closed) {
      observer.end();
    }
    return observer::end;
  }

  /// Says that something has changed. Returns at once.
  void tell() {
    for (Observer observer : observers) {
      observer.tell();
    }
  }

  /// Ends all subscriptions, and waits a little for calls under way.
  @Override
  public void close() {
    closed = true;
    List<Observer> last = List.copyOf(observers);
    last.forEach(Observer::end);
    last.forEach(Observer::await);
  }

  private final class Observer {
    private final Runnable told;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean ended;
    private volatile boolean busy;
    private volatile long callSince;
    private volatile boolean slowReported;

    Observer(Runnable told) {
      this.told = told;
      this.thread = Thread.ofPlatform().daemon().name("run observer").unstarted(this::run);
    }

    void tell() {
      if (!slowReported) {
        long since = callSince;
        if (busy && System.nanoTime() - since > SLOW_NANOS) {
          reportSlow();
        }
      }
      wanted.set(true);
      LockSupport.unpark(thread);
    }

    private void run() {
      while (!ended) {
        if (wanted.getAndSet(false)) {
          call();
        } else {
          LockSupport.park(this);
        }
      }
      observers.remove(this);
    }

    private void call() {
      long start = System.nanoTime();
      callSince = start;
      synchronized (this) {
        if (ended) {
          return;
        }
        busy = true;
      }
      try {
        told.run();
      } catch (RuntimeException | Error e) {
        end();
        LOG.log(System.Logger.Level.WARNING, "an observer failed and is told no more: " + e);
      } finally {
        busy = false;
      }
      if (!slowReported && System.nanoTime() - start > SLOW_NANOS) {
        reportSlow();
      }
    }

    private void reportSlow() {
      slowReported = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "an observer takes its time; the run goes on, and it will be told the newest state");
    }

    void end() {
      synchronized (this) {
        ended = true;
      }
      observers.remove(this);
      LockSupport.unpark(thread);
    }

    void await() {
      if (Thread.currentThread() == thread) {
        return;
      }
      try {
        thread.join(CLOSE_WAIT_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
