package lab.tinynet.chart.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import lab.tinynet.telemetry.Frame;

/// Paints pictures on a thread of its own. At most one is being painted, one is waiting to be
/// painted (a newer one replaces it) and one is waiting to be fetched; nobody waits for anybody,
/// and the pixels are reused.
public final class StageWorker implements AutoCloseable {
  private final Object lock = new Object();
  private final Deque<int[]> spare = new ArrayDeque<>();
  private Optional<Job> next = Optional.empty();
  private Optional<StageImage> finished = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  private boolean closed;

  private record Job(StagePlan plan, Frame frame, PointCloud cloud) {}

  public StageWorker() {
    Thread.ofPlatform().name("stage painter").daemon().start(this::work);
  }

  /// Asks for a picture. An older one that has not been begun is dropped.
  public void offer(StagePlan plan, Frame frame, PointCloud cloud) {
    synchronized (lock) {
      next = Optional.of(new Job(plan, frame, cloud));
      lock.notifyAll();
    }
  }

  /// Fetches the newest finished picture; it belongs to the caller until it is given back with
  /// [#reuse].
  ///
  /// @throws RuntimeException what went wrong while painting, once
  public Optional<StageImage> poll() {
    synchronized (lock) {
      if (failure.isPresent()) {
        RuntimeException thrown = failure.get();
        failure = Optional.empty();
        throw thrown;
      }
      Optional<StageImage> image = finished;
      finished = Optional.empty();
      return image;
    }
  }

  /// Gives the pixels of a picture back, once they have been copied.
  public void reuse(StageImage image) {
    synchronized (lock) {
      keep(image);
    }
  }

  /// Ends the thread.
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }

  private void work() {
    for (Optional<Job> job = take(); job.isPresent(); job = take()) {
      try {
        Job todo = job.get();
        done(todo.plan.paint(todo.frame, todo.cloud, spare()));
      } catch (RuntimeException e) {
        synchronized (lock) {
          failure = Optional.of(e);
        }
      }
    }
  }

  private Optional<Job> take() {
    synchronized (lock) {
      while (next.isEmpty() && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException _) {
          return Optional.empty();
        }
      }
      Optional<Job> job = closed ? Optional.empty() : next;
      next = Optional.empty();
      return job;
    }
  }

  private int[] spare() {
    synchronized (lock) {
      return spare.isEmpty() ? new int[0] : spare.pop();
    }
  }

  private void done(StageImage image) {
    synchronized (lock) {
      finished.ifPresent(this::keep);
      finished = Optional.of(image);
    }
  }

  private void keep(StageImage image) {
    if (spare.size() < 2) {
      spare.push(image.pixels());
    }
  }
}
