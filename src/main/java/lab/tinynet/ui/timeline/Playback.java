package lab.tinynet.ui.timeline;

import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.ui.model.LabModel;

/// Plays the known steps of the branch like a film, from where the run stands (from step 0 when it
/// stands at the end), in about the same time however many they are. Nothing is trained anew. It
/// ends by itself at the last known step, and when anybody does anything else with the run.
final class Playback {
  /// How long the whole of a branch takes.
  private static final double SECONDS = 12;

  private final LabModel model;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  private OptionalLong asked = OptionalLong.empty();
  private long startStep;
  private long startNanos;
  private int branch;

  Playback(LabModel model) {
    this.model = model;
  }

  ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  void toggle() {
    if (playing.get()) {
      stop();
    } else {
      start();
    }
  }

  private void start() {
    RunState state = model.state();
    long end = state.timeline().currentBranch().end();
    if (end == 0) {
      return;
    }
    model.pause();
    startStep = state.step() >= end ? 0 : state.step();
    startNanos = System.nanoTime();
    branch = state.timeline().current();
    playing.set(true);
    go(startStep);
  }

  void stop() {
    playing.set(false);
    asked = OptionalLong.empty();
  }

  private void go(long step) {
    asked = OptionalLong.of(step);
    model.submit(new Command.GoTo(step));
  }

  /// Shows the next picture when the one before it has come. Called by the pulse.
  void beat() {
    if (!playing.get()) {
      return;
    }
    RunState state = model.state();
    boolean onTheWay = state.timeline().goingTo().isPresent() || state.step() != asked.orElse(-1);
    long end = state.timeline().currentBranch().end();
    if (state.phase() == RunState.Phase.TRAINING || state.timeline().current() != branch) {
      stop();
    } else if (!onTheWay) {
      if (state.step() >= end) {
        stop();
        return;
      }
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      long due = startStep + (long) Math.ceil(seconds / SECONDS * end);
      go(Math.clamp(due, state.step() + 1, end));
    }
  }
}
