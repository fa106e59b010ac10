package lab.tinynet.ui;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// The one heartbeat of the window. An exception thrown inside an `AnimationTimer` can freeze a
/// JavaFX program without a word: here it stops the pulse and is reported once.
final class Pulse extends AnimationTimer {
  private final Runnable beat;
  private final Consumer<Throwable> report;

  Pulse(Runnable beat, Consumer<Throwable> report) {
    this.beat = beat;
    this.report = report;
  }

  @Override
  public void handle(long now) {
    try {
      beat.run();
    } catch (RuntimeException | Error broken) {
      stop();
      report.accept(broken);
    }
  }
}
