package lab.tinynet.ui;

import java.util.Optional;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;
import lab.tinynet.telemetry.Frame;

/// A run that has come to rest, to be drawn: always the same state and frame; commands change
/// nothing.
record StillSession(RunState state, Optional<Frame> frame) implements Session {
  @Override
  public void submit(Command command) {}

  @Override
  public Optional<Frame> takeFrame(int resolution) {
    return frame;
  }

  @Override
  public AutoCloseable observe(Runnable observer) {
    return () -> {};
  }

  @Override
  public void close() {}
}
