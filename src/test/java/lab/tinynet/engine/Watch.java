package lab.tinynet.engine;

import java.util.function.Predicate;
import lab.tinynet.session.Command;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;

/// Waits for a session to come into a state.
final class Watch implements AutoCloseable {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  /// The number of steps changes without a word to observers, so the state is also looked at so
  /// often.
  private static final long GLANCE_MILLIS = 1;

  private final Session session;
  private final AutoCloseable subscription;
  private final Object changed = new Object();
  private int marks;

  Watch(Session session) {
    this.session = session;
    this.subscription =
        session.observe(
            () -> {
              synchronized (changed) {
                changed.notifyAll();
              }
            });
  }

  /// @return the state when the condition held
  /// @throws AssertionError if it does not come about
  RunState until(Predicate<RunState> condition) throws InterruptedException {
    long start = System.nanoTime();
    synchronized (changed) {
      while (System.nanoTime() - start < PATIENCE_NANOS) {
        RunState state = session.state();
        if (condition.test(state)) {
          return state;
        }
        changed.wait(GLANCE_MILLIS);
      }
    }
    throw new AssertionError("it never came about; " + session.state());
  }

  /// Waits for a state, and then until all that came with its last step is in the log: the step
  /// counts before its probe is made.
  RunState untilDone(Predicate<RunState> condition) throws InterruptedException {
    RunState there = until(condition);
    Pace mark = new Pace(1e9 + ++marks);
    session.submit(new Command.SetPace(mark));
    until(state -> state.pace().equals(mark));
    session.submit(new Command.SetPace(there.pace()));
    return until(condition);
  }

  /// Until the session has built the experiment that it was opened with.
  RunState untilOpen() throws InterruptedException {
    return until(state -> !state.log().layers().isEmpty());
  }

  @Override
  public void close() {
    try {
      subscription.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
