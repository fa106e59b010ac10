package lab.tinynet.session;

import java.util.List;
import java.util.OptionalLong;
import lab.tinynet.spec.Experiment;

/// Everything that can be gone to: the branches of a session.
///
/// @param branches in the order of their numbers, at least one
/// @param current the number of the branch that the run is on
/// @param goingTo the step that the run is on its way to, where there is one: what a view should
///     show as the position meanwhile; empty when it has arrived
public record Timeline(List<Branch> branches, int current, OptionalLong goingTo) {
  public Timeline {
    branches = List.copyOf(branches);
    int wanted = current;
    if (branches.stream().noneMatch(branch -> branch.number() == wanted)) {
      throw new IllegalArgumentException("no branch " + wanted);
    }
  }

  /// The timeline of a run that has just gone straight on.
  public static Timeline straight(Experiment start, long end) {
    return new Timeline(List.of(Branch.first(start, end)), 1, OptionalLong.empty());
  }

  /// The branch that the run is on.
  public Branch currentBranch() {
    return branches.stream().filter(branch -> branch.number() == current).findFirst().orElseThrow();
  }

  /// This timeline with the current branch grown to a step.
  public Timeline grownTo(long step) {
    if (currentBranch().end() >= step) {
      return this;
    }
    return new Timeline(
        branches.stream()
            .map(branch -> branch.number() == current ? branch.withEnd(step) : branch)
            .toList(),
        current,
        goingTo);
  }
}
