package lab.tinynet.session;

import java.nio.file.Path;
import lab.tinynet.spec.Problem;

/// What can be wrong with a session, its files and its commands. The texts stand with those of the
/// specification, in `assets/i18n/spec_*.properties` under `spec.problem.<code>`.
public final class SessionProblems {
  private SessionProblems() {}

  // --- commands ---

  /// The change needs a new start.
  public static Problem needsRestart() {
    return Problem.of("", "needs-restart");
  }

  /// A fault of the program ended the training.
  public static Problem trainerFailed(Throwable fault) {
    return Problem.of("", "trainer-failed", "detail", fault);
  }

  public static Problem noSuchBranch(int number) {
    return Problem.of("", "no-such-branch", "number", number);
  }

  public static Problem tooManyBranches(int limit) {
    return Problem.of("", "too-many-branches", "limit", limit);
  }

  public static Problem branchNameTooLong(int limit) {
    return Problem.of("", "branch-name-too-long", "limit", limit);
  }

  // --- lanes ---

  public static Problem laneCount(int most, int value) {
    return Problem.of("", "lane-count", "max", most, "value", value);
  }

  /// @param path the field in which the lanes must agree and do not
  public static Problem lanesMustAgree(String path) {
    return Problem.of(path, "lanes-must-agree");
  }

  // --- files ---

  static Problem fileNotFound() {
    return Problem.of("", "file-not-found");
  }

  static Problem fileUnreadable() {
    return Problem.of("", "file-unreadable");
  }

  static Problem fileTooLarge(long bytes) {
    return Problem.of("", "file-too-large", "limit", bytes >> 20);
  }

  public static Problem fileDamaged() {
    return Problem.of("", "file-damaged");
  }

  static Problem fileOfAnotherKind(String wanted) {
    return Problem.of("", "file-of-another-kind", "wanted", wanted);
  }

  static Problem fileOfNewerFormat(int known) {
    return Problem.of("", "file-newer", "known", known);
  }

  public static Problem snapshotOfAnotherRun() {
    return Problem.of("", "snapshot-of-another-run");
  }

  // --- automatic saving ---

  static Problem copySetAside(Path file) {
    return Problem.of("", "copy-set-aside", "file", file);
  }

  static Problem notSaved(String folder, String reason) {
    return Problem.of("", "not-saved", "folder", folder, "reason", reason);
  }
}
