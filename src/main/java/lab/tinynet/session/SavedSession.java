package lab.tinynet.session;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lab.tinynet.spec.Experiment;

/// What of a session is kept: no weights and no log, since both can be computed again.
///
/// @param timeline all branches
/// @param position the step of the current branch at which it stood
public record SavedSession(Timeline timeline, long position) {
  public SavedSession {
    if (position < 0 || position > timeline.currentBranch().end()) {
      throw new IllegalArgumentException("step " + position);
    }
  }

  /// A session in which nothing has happened yet.
  public static SavedSession fresh(Experiment experiment) {
    return new SavedSession(Timeline.straight(experiment, 0), 0);
  }

  /// The course that the run is on, without the other branches, at a step.
  public static SavedSession ofCurrentBranch(RunState state, long step) {
    Branch now = state.timeline().currentBranch();
    long end = Math.max(step, now.end());
    Branch alone = new Branch(1, now.name(), OptionalInt.empty(), 0, now.start(), now.edits(), end);
    return new SavedSession(new Timeline(List.of(alone), 1, OptionalLong.empty()), step);
  }

  /// A session as it stands; one on its way to a step counts as arrived.
  public static SavedSession of(RunState state) {
    Timeline timeline = state.timeline();
    long position = timeline.goingTo().orElse(state.step());
    long end = timeline.currentBranch().end();
    return new SavedSession(
        new Timeline(timeline.branches(), timeline.current(), OptionalLong.empty()),
        Math.min(position, end));
  }
}
