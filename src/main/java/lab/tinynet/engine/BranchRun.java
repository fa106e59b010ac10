package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.tinynet.session.Branch;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.telemetry.RunLog;

/// A branch of a session as the trainer thread keeps it: what it is, and, while there is room for
/// it, what has been computed of it.
final class BranchRun {
  private final int number;
  private final OptionalInt parent;
  private final long from;
  private Experiment start;
  private final List<StampedEdit> edits;
  private String name;
  private long end;
  private Branch told;
  private Optional<History> history = Optional.empty();

  /// What has been computed of a branch.
  ///
  /// @param log as far as it has been computed
  /// @param checkpoints likewise
  record History(RunLog log, Checkpoints checkpoints) {}

  /// How many of the edits stand in the log.
  private int editsLogged;

  BranchRun(Branch branch) {
    this.number = branch.number();
    this.name = branch.name();
    this.parent = branch.parent();
    this.from = branch.from();
    this.start = branch.start();
    this.edits = new ArrayList<>(branch.edits());
    this.end = branch.end();
  }

  /// The same object as before where nothing has changed: whoever keeps many states of a session
  /// keeps the branches that did not change between them once.
  Branch asBranch() {
    boolean same =
        told != null
            && told.end() == end
            && told.name().equals(name)
            && told.edits().size() == edits.size()
            && told.start().data().known() == start.data().known();
    if (!same) {
      told = new Branch(number, name, parent, from, start, edits, end);
    }
    return told;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  void rename(String newName) {
    name = newName;
  }

  Experiment start() {
    return start;
  }

  List<StampedEdit> edits() {
    return edits;
  }

  /// Takes over the contents of data files, once they have been read.
  void load(DataSpec data) {
    if (!start.data().known()) {
      start = start.withData(data);
      edits.replaceAll(
          edit -> new StampedEdit(edit.step(), edit.experiment().withData(data), edit.weights()));
    }
  }

  void add(StampedEdit edit) {
    edits.add(edit);
  }

  long end() {
    return end;
  }

  void grow(long step) {
    end = Math.max(end, step);
  }

  /// Whether nothing would be lost with it.
  boolean blank() {
    return end == 0 && name.isEmpty();
  }

  Optional<History> history() {
    return history;
  }

  void remember(History computed, int logged) {
    history = Optional.of(computed);
    editsLogged = logged;
  }

  /// Whether it is that branch, as it was once or will be again.
  boolean is(Branch other) {
    return number == other.number() && start.equals(other.start());
  }

  /// This branch as it was once: itself if nothing is different, else a shorter one with what has
  /// been computed up to its end; empty if that is not at hand, or it was not so.
  ///
  /// @param once with the same number and start
  Optional<BranchRun> asOnce(Branch once) {
    if (end == once.end() && edits.equals(once.edits())) {
      name = once.name();
      return Optional.of(this);
    }
    boolean went =
        once.end() <= end
            && once.edits().size() <= edits.size()
            && edits.subList(0, once.edits().size()).equals(once.edits());
    return went ? history.flatMap(known -> cut(known, once)) : Optional.empty();
  }

  private static Optional<BranchRun> cut(History known, Branch once) {
    RunLog log = known.log();
    long last = once.end();
    long probes = log.length() < last ? 0 : log.probesUntil(last);
    boolean atHand =
        log.length() >= last
            && log.steps().exactFrom() <= Math.max(0, last - RunLog.EXACT_STEPS)
            && probes > log.probes().exactFrom();
    if (!atHand) {
      return Optional.empty();
    }
    BranchRun shorter = new BranchRun(once);
    // Edits at the last step are made again when the run gets there.
    int before = (int) once.edits().stream().filter(edit -> edit.step() < last).count();
    shorter.remember(
        new History(
            log.continuedFrom(last, probes, false), known.checkpoints().continuedFrom(last)),
        before);
    return Optional.of(shorter);
  }

  /// Lets go of what can be computed again.
  void forget() {
    history = Optional.empty();
    editsLogged = 0;
  }

  /// Notes that an edit is being made.
  ///
  /// @param index which, from 0
  /// @return whether it is not in the log yet
  boolean log(int index) {
    boolean fresh = index >= editsLogged;
    editsLogged = Math.max(editsLogged, index + 1);
    return fresh;
  }
}
