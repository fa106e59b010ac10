package lab.tinynet.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish;
import lab.tinynet.telemetry.KillingUpdate;

/// A running experiment with a trainer thread of its own. All methods return at once and may be
/// called from any thread; none waits for the trainer, [#close] apart.
public interface Session extends AutoCloseable {

  /// Hands a command to the trainer, which applies it between two steps.
  void submit(Command command);

  /// Where the run stands.
  RunState state();

  /// The newest frame if one is ready, and with that the wish for the next: the trainer makes one
  /// after this slot has been emptied, and none when nobody empties it.
  ///
  /// @param resolution side of the maps of the next frame, in cells
  Optional<Frame> takeFrame(int resolution);

  /// The newest frame, as [#takeFrame(int)], and the wish for a special one. A session that makes
  /// no special frames gives ordinary ones.
  default Optional<Frame> takeFrame(FrameWish wish) {
    return takeFrame(wish.resolution());
  }

  /// Finds the update that killed a unit, by doing the steps before the probe that found it dead
  /// once more, between two steps of the run.
  ///
  /// @param found step of that probe, from the [lab.tinynet.telemetry.Event.UnitDied]
  /// @return empty if the unit was dead from the start or the update cannot be found; completed on
  ///     the trainer's thread, and never when the session ends before
  default CompletableFuture<Optional<KillingUpdate>> killingUpdate(
      int layer, int unit, long found) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /// Is told, on a thread of its own, after [#state] has got a new phase, log, experiment, timeline
  /// or problem (not for every step). What happens while it is being told is told once afterwards:
  /// it should look at the state. So a slow observer holds nobody up; it is reported once. One that
  /// throws is told no more, and reported once.
  ///
  /// @return closes the subscription: no call begins after that
  AutoCloseable observe(Runnable observer);

  /// Ends the trainer thread and waits for it.
  @Override
  void close();
}
