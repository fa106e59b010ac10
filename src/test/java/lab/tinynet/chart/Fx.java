package lab.tinynet.chart;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// Runs a piece of a test on the JavaFX application thread and hands back what it throws.
final class Fx {
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  /// A piece of a test that may throw.
  interface Piece {
    void run() throws Exception;
  }

  private Fx() {}

  static void run(Piece piece) throws Exception {
    call(
        () -> {
          piece.run();
          return true;
        });
  }

  static <T> T call(Callable<T> piece) throws Exception {
    start();
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(piece.call());
          } catch (Throwable problem) {
            result.completeExceptionally(problem);
          }
        });
    try {
      return result.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Error error -> throw error;
        case Exception exception -> throw exception;
        case Throwable other -> throw new AssertionError(other);
      }
    }
  }

  /// Makes something on the JavaFX thread, for a field.
  static <T> T startedWith(Callable<T> maker) {
    try {
      return call(maker);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void start() {
    if (STARTED.compareAndSet(false, true)) {
      Platform.setImplicitExit(false);
      try {
        Platform.startup(() -> {});
      } catch (IllegalStateException alreadyStartedByAnotherTest) {
        Platform.setImplicitExit(false);
      }
    }
  }
}
