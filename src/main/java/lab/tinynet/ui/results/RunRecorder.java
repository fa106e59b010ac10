package lab.tinynet.ui.results;

import java.util.Optional;
import lab.tinynet.session.RunState;

/// Notices when a run ends, because another takes its place, and has its result recorded.
public final class RunRecorder {
  private final ResultStore store;
  private Optional<RunState> last = Optional.empty();

  public RunRecorder(ResultStore store) {
    this.store = store;
  }

  /// Looks at the run once: called by the pulse.
  public void look(RunState now) {
    if (last.isPresent() && last.get().log() != now.log()) {
      record(last.get());
    }
    last = Optional.of(now);
  }

  /// Records the run as it stands.
  public void record() {
    last.ifPresent(this::record);
  }

  /// Records a run; one that is on its way has not come to anything yet.
  public void record(RunState run) {
    if (run.timeline().goingTo().isEmpty()) {
      store.record(run);
    }
  }
}
