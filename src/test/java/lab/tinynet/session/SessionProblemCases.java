package lab.tinynet.session;

import java.nio.file.Path;
import java.util.Set;
import lab.tinynet.spec.Problem;

/// One of each problem that a session can have, for whoever checks the texts.
public final class SessionProblemCases {
  private SessionProblemCases() {}

  public static Set<Problem> all() {
    return Set.of(
        SessionProblems.needsRestart(),
        SessionProblems.trainerFailed(new IllegalStateException("why")),
        SessionProblems.noSuchBranch(3),
        SessionProblems.tooManyBranches(100),
        SessionProblems.branchNameTooLong(100),
        SessionProblems.laneCount(4, 5),
        SessionProblems.lanesMustAgree("seed"),
        SessionProblems.fileDamaged(),
        SessionProblems.fileOfAnotherKind("session"),
        SessionProblems.fileOfNewerFormat(1),
        SessionProblems.snapshotOfAnotherRun(),
        SessionProblems.copySetAside(Path.of("copy")),
        SessionProblems.notSaved("folder", "why"));
  }
}
