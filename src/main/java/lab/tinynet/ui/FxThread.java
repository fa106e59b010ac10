package lab.tinynet.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// The one door to the JavaFX application thread. Everything else in the lab is handed an
/// `Executor` and does not know which thread stands behind it.
public final class FxThread {
  /// Held, because a logger that nobody holds forgets its level.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  static {
    // JavaFX warns of the class path, which is where ND4J makes us run: no news for a person.
    JAVAFX.setLevel(Level.SEVERE);
  }

  private FxThread() {}

  /// Starts JavaFX, if it is not running yet.
  ///
  /// @param ends whether the program ends with its last window
  public static void start(boolean ends) {
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    try {
      Platform.startup(() -> started.complete(true));
      started.join();
    } catch (IllegalStateException running) {
      // Somebody else has started it: as good.
    }
    Platform.setImplicitExit(ends);
  }

  /// Runs the task on the JavaFX application thread: at once when that is the caller's, else soon.
  public static void run(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }

  /// Computes something on the JavaFX application thread and waits for it; never to be called by a
  /// thread that the JavaFX thread waits for.
  public static <T> T call(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    run(
        () -> {
          try {
            result.complete(task.get());
          } catch (RuntimeException | Error failed) {
            result.completeExceptionally(failed);
          }
        });
    return result.join();
  }
}
