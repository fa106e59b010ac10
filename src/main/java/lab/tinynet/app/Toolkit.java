package lab.tinynet.app;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import lab.tinynet.ui.FxThread;

/// Opens a window for a command and waits for it.
final class Toolkit {
  private Toolkit() {}

  /// Returns when the window has been closed; JavaFX ends with it.
  ///
  /// @param window fills and shows the stage it is given
  static void runWindow(Consumer<Stage> window) {
    CountDownLatch closed = new CountDownLatch(1);
    FxThread.start(true);
    FxThread.call(
        () -> {
          Stage stage = new Stage();
          stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> closed.countDown());
          window.accept(stage);
          return stage;
        });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
