package lab.tinynet.session;

import java.util.Optional;
import lab.tinynet.telemetry.Frame;

/// Up to four runs side by side, in lockstep on one trainer thread: the same data and seed, and so
/// the same initial weights in every layer that begins in the same way. A lane's run is the run of
/// its experiment alone, to the last bit.
///
/// All methods return at once and may be called from any thread, [#close] apart.
public interface Lanes extends AutoCloseable {
  /// How many there can be.
  int MOST = 4;

  /// Hands a command to the trainer. Lanes know [Command.Train], [Command.Pause], [Command.Step],
  /// [Command.Reset], [Command.SetPace] and [Command.GoTo]; the others are not for them and do
  /// nothing.
  void submit(Command command);

  /// Where the lanes stand.
  LanesState state();

  /// The newest frame of a lane if one is ready, and with that the wish for the next; see
  /// [Session#takeFrame].
  ///
  /// @param lane from 0
  Optional<Frame> takeFrame(int lane, int resolution);

  /// See [Session#observe].
  AutoCloseable observe(Runnable observer);

  /// Ends the trainer thread and waits for it.
  @Override
  void close();
}
