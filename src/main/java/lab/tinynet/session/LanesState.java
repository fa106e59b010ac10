package lab.tinynet.session;

import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.SpecDifference;

/// Where lanes stand. A lane that has diverged stays where it broke, the others go on.
///
/// @param lanes each run; its phase is [RunState.Phase#DIVERGED] where it broke, else that of all
/// @param differences everything in which the experiments differ, with the value of each lane
/// @param phase of all together: diverged only when every lane is
/// @param step number of steps done by all the lanes that go on; where none does, by the furthest
/// @param stepsPerSecond of each lane, measured lately; 0 when paused
/// @param problem why the lanes could not be begun
public record LanesState(
    List<RunState> lanes,
    List<SpecDifference> differences,
    RunState.Phase phase,
    long step,
    Pace pace,
    double stepsPerSecond,
    Optional<Problem> problem) {
  public LanesState {
    lanes = List.copyOf(lanes);
    differences = List.copyOf(differences);
  }
}
