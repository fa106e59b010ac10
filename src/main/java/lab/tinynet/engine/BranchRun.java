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

  Branch asBranch() {
    return new Branch(number, name, parent, from, start, edits, end);
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
      edits.replaceAll(edit -> new StampedEdit(edit.step(), edit.experiment().withData(data)));
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
