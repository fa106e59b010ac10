package lab.tinynet.engine;

import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import lab.tinynet.session.Pace;

/// When the next step is due, and how fast they have come lately. Belongs to the trainer thread.
final class Pacing {
  private static final int STEPS_BETWEEN_CLOCK_READS = 32;
  private static final long SPEED_WINDOW_NANOS = 300_000_000;
  private static final double LONGEST_INTERVAL_NANOS = 1e15;

  private Pace pace = Pace.UNLIMITED;
  private long nextDue;
  private long speedSince;
  private long speedFrom;

  Pace pace() {
    return pace;
  }

  void set(Pace other) {
    pace = other;
    nextDue = Math.min(nextDue, System.nanoTime() + interval());
  }

  /// Nanoseconds between two steps.
  private long interval() {
    return (long) Math.min(1e9 / pace.stepsPerSecond(), LONGEST_INTERVAL_NANOS);
  }

  /// The next step is due at once.
  void hurry() {
    nextDue = System.nanoTime();
  }

  boolean due() {
    return pace.unlimited() || nextDue - System.nanoTime() <= 0;
  }

  /// Waits until a step is due, or until somebody wakes the thread.
  void await(Object blocker) {
    LockSupport.parkNanos(blocker, nextDue - System.nanoTime());
  }

  /// Notes that a step has been done.
  void stepped() {
    if (!pace.unlimited()) {
      nextDue = Math.max(nextDue + interval(), System.nanoTime() - interval());
    }
  }

  /// The speed is measured from here on.
  void startSpeedWindow(long stepsDone) {
    speedSince = System.nanoTime();
    speedFrom = stepsDone;
  }

  /// Steps in a second, once in a while; empty otherwise.
  OptionalDouble speed(long stepsDone) {
    if (pace.unlimited() && stepsDone % STEPS_BETWEEN_CLOCK_READS != 0) {
      return OptionalDouble.empty();
    }
    long now = System.nanoTime();
    if (now - speedSince < SPEED_WINDOW_NANOS) {
      return OptionalDouble.empty();
    }
    double speed = (stepsDone - speedFrom) * 1e9 / (now - speedSince);
    startSpeedWindow(stepsDone);
    return OptionalDouble.of(speed);
  }
}
