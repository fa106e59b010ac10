package lab.tinynet.ui;

import javafx.application.Platform;

/// The one door to the JavaFX application thread. Everything else in the lab is handed an
/// `Executor` and does not know which thread stands behind it.
public final class FxThread {
  private FxThread() {}

  /// Runs the task on the JavaFX application thread: at once when that is the caller's, else soon.
  public static void run(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }
}
