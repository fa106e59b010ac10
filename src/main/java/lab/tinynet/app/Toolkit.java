package lab.tinynet.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Starts JavaFX for a command and waits for what it does there.
final class Toolkit {
  /// Held, because a logger that nobody holds forgets its level.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  static {
    // JavaFX warns on the class path, which is where ND4J makes us run; that is no news for a
    // person.
    JAVAFX.setLevel(Level.SEVERE);
  }

  private Toolkit() {}

  /// Opens a window and returns when it has been closed.
  ///
  /// @param window fills and shows the stage it is given
  static void runWindow(java.util.function.Consumer<Stage> window) {
    CountDownLatch closed = new CountDownLatch(1);
    CompletableFuture<Void> opened = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            Stage stage = new Stage();
            stage.addEventHandler(
                javafx.stage.WindowEvent.WINDOW_HIDDEN, hidden -> closed.countDown());
            window.accept(stage);
            opened.complete(null);
          } catch (RuntimeException | Error e) {
            opened.completeExceptionally(e);
          }
        });
    join(opened);
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Does something on the JavaFX application thread without a window, and ends the toolkit.
  static <T> T call(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            done.complete(work.get());
          } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
          } finally {
            Platform.exit();
          }
        });
    return join(done);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
