package lab.tinynet.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import lab.tinynet.session.Branch;
import lab.tinynet.session.SavedSession;
import lab.tinynet.session.SessionProblems;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.session.Timeline;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.WeightEdit;
import lab.tinynet.telemetry.KillingUpdate;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// A run with its branches: one trainer, which stands somewhere on the current branch, and can be
/// taken anywhere else. Belongs to the trainer thread.
///
/// A place is reached from the last checkpoint before it by doing the steps again, edits and
/// divergences included; what the log has already is not measured again. That may take long, so it
/// is done piece by piece: [#goTo] sets the goal, [#goOn] approaches it.
final class TimelineRun implements AutoCloseable {
  /// Steps that are done again, at most, to find out why a unit died.
  private static final long MOST_DONE_AGAIN = 50_000;

  static final int MOST_BRANCHES = 100;

  /// Of so many branches what has been computed is kept; of others it is computed again.
  static final int MOST_REMEMBERED = 4;

  private static final int STEPS_BETWEEN_CLOCK_READS = 8;

  private final List<BranchRun> branches = new ArrayList<>();

  /// The branches of which something is remembered, the last one used first.
  private final Deque<BranchRun> remembered = new ArrayDeque<>();

  /// Branches that were undone, with what has been computed of them, the last one first.
  private final Deque<BranchRun> shelf = new ArrayDeque<>();

  private BranchRun current;
  private Trainer trainer;
  private int lastNumber;
  private OptionalLong goal = OptionalLong.empty();

  /// The last probe before the goal that the log has: until there it does not matter which units
  /// are dead.
  private long lastProbe;

  /// Whether steps have been done since, for which it was not kept up which units are dead.
  private boolean deadUnknown;

  /// A run at step 0.
  TimelineRun(Experiment start) {
    this(Timeline.straight(start, 0));
    begin(current);
  }

  /// A saved one, on its way to where it stood.
  TimelineRun(SavedSession saved) {
    this(saved.timeline());
    begin(current);
    goTo(saved.position());
  }

  private TimelineRun(Timeline timeline) {
    for (Branch branch : timeline.branches()) {
      BranchRun run = new BranchRun(branch);
      branches.add(run);
      lastNumber = Math.max(lastNumber, branch.number());
      if (branch.number() == timeline.current()) {
        current = run;
      }
    }
  }

  Trainer trainer() {
    return trainer;
  }

  RunLog log() {
    return trainer.log();
  }

  Timeline timeline() {
    return new Timeline(
        branches.stream().map(BranchRun::asBranch).toList(), current.number(), goal);
  }

  /// The experiment as it stands.
  Experiment experiment() {
    return trainer.experiment();
  }

  /// Whether the steps that come next are known already, or at least decided.
  boolean beforeEnd() {
    return trainer.stepsDone() < current.end();
  }

  // --- steps ---

  /// Does one step of the current branch.
  ///
  /// @return whether the run can go on from there; false after a step that diverged and was not
  ///     mended by an edit
  boolean step() {
    trainer.step();
    long done = trainer.stepsDone();
    current.grow(done);
    Checkpoints checkpoints = current.history().orElseThrow().checkpoints();
    if (checkpoints.due(done)) {
      checkpoints.add(trainer.snapshot());
    }
    makeDueEdits();
    return trainer.divergence().isEmpty();
  }

  private void makeDueEdits() {
    List<StampedEdit> edits = current.edits();
    int made = trainer.changes();
    while (made < edits.size() && edits.get(made).step() <= trainer.stepsDone()) {
      trainer.change(edits.get(made), current.log(made));
      made++;
    }
  }

  /// Changes the experiment, or parameters, at the end of the current branch.
  void edit(Experiment changed, List<WeightEdit> weights) {
    current.add(new StampedEdit(trainer.stepsDone(), changed, weights));
    makeDueEdits();
  }

  // --- going somewhere ---

  /// Sets out for a step of the current branch.
  void goTo(long step) {
    long target = Math.clamp(step, 0, current.end());
    Snapshot nearest = current.history().orElseThrow().checkpoints().before(target);
    lastProbe = lastProbeUntil(target);
    long here = trainer.stepsDone();
    boolean nearer = here <= target && here >= nearest.step();
    if (!nearer || (deadUnknown && here >= lastProbe)) {
      restore(nearest);
    }
    setOutFor(target);
  }

  private void restore(Snapshot snapshot) {
    trainer.restore(
        Replay.experimentAfter(current.start(), current.edits(), snapshot.changes()), snapshot);
    deadUnknown = false;
    makeDueEdits();
  }

  private void setOutFor(long target) {
    goal = OptionalLong.of(target);
    lastProbe = lastProbeUntil(target);
    if (trainer.stepsDone() == target) {
      arrive();
    }
  }

  /// The step of the last probe up to a step that the log has; 0 if it has forgotten it.
  private long lastProbeUntil(long step) {
    RunLog log = log();
    long probes = log.probesUntil(step);
    return probes > log.probes().exactFrom()
        ? (long) log.probes().get(probes - 1, log.column(Quantity.PROBE_STEP))
        : 0;
  }

  boolean underWay() {
    return goal.isPresent();
  }

  /// Goes on towards the goal for a while.
  ///
  /// @return whether it has been reached
  boolean goOn(long nanos) {
    long target = goal.orElseThrow();
    long start = System.nanoTime();
    while (trainer.stepsDone() < target) {
      for (int i = 0; i < STEPS_BETWEEN_CLOCK_READS && trainer.stepsDone() < target; i++) {
        boolean matters = trainer.stepsDone() >= lastProbe - 1;
        trainer.followDeadUnits(matters);
        deadUnknown = !matters;
        step();
      }
      if (System.nanoTime() - start > nanos && trainer.stepsDone() < target) {
        return false;
      }
    }
    arrive();
    return true;
  }

  private void arrive() {
    trainer.followDeadUnits(true);
    goal = OptionalLong.empty();
  }

  // --- why a unit died ---

  /// The update that killed a unit: the first one after which it is dead on the probe set at every
  /// step up to the probe that found it. Does the steps between two probes again, on a trainer of
  /// their own; the run does not move.
  ///
  /// @param found step of the probe, from the event
  /// @return empty if the unit was dead before the first step, or has not died there
  OptionalLong killingUpdate(int layer, int unit, long found) {
    return death(layer, unit, found)
        .map(update -> OptionalLong.of(update.step()))
        .orElse(OptionalLong.empty());
  }

  /// The same, with what the update did to the unit.
  Optional<KillingUpdate> death(int layer, int unit, long found) {
    if (found == 0) {
      return Optional.empty();
    }
    long clear = lastProbeUntil(found - 1);
    Snapshot before = current.history().orElseThrow().checkpoints().before(clear);
    if (found - before.step() > MOST_DONE_AGAIN) {
      return Optional.empty();
    }
    Optional<KillingUpdate> killer = Optional.empty();
    Trainer.Options bare = Trainer.Options.USUAL.withMeasuring(Trainer.Measuring.NOTHING);
    try (Replay replay = Replay.resumed(current.start(), current.edits(), before, bare)) {
      boolean dead = replay.trainer().stepsDone() < clear || replay.trainer().dead(layer, unit);
      while (replay.trainer().stepsDone() < found) {
        Trainer trainer = replay.trainer();
        if (trainer.stepsDone() < clear - 1) {
          replay.step();
          continue;
        }
        double highest = trainer.highestPreActivation(layer, unit);
        KillingUpdate.Parameters parameters = trainer.parametersOf(layer, unit);
        replay.step();
        boolean now = trainer.dead(layer, unit);
        if (now && !dead) {
          killer =
              Optional.of(
                  new KillingUpdate(
                      trainer.stepsDone(),
                      highest,
                      trainer.highestPreActivation(layer, unit),
                      parameters,
                      trainer.parametersOf(layer, unit)));
        } else if (!now) {
          killer = Optional.empty();
        }
        dead = now;
      }
    }
    return killer;
  }

  // --- branches ---

  /// Begins a branch at the present step, and goes on in it. If that is far back, the newest steps
  /// of its log must be computed again, and it is on its way there.
  ///
  /// @throws lab.tinynet.spec.InvalidInput if there are too many branches
  void beginBranch(String name) {
    makeRoom();
    long here = trainer.stepsDone();
    int made = trainer.changes();
    BranchRun.History old = current.history().orElseThrow();
    BranchRun left = current;
    BranchRun begun =
        new BranchRun(
            new Branch(
                nextNumber(),
                name,
                OptionalInt.of(left.number()),
                here,
                left.start(),
                left.edits().subList(0, made),
                here));
    long firstExact = Math.max(0, here - RunLog.EXACT_STEPS);
    long probes = old.log().probesUntil(here);
    boolean atHand =
        old.log().steps().exactFrom() <= firstExact && probes > old.log().probes().exactFrom();
    branches.add(begun);
    if (atHand) {
      begun.remember(
          new BranchRun.History(
              old.log().continuedFrom(here, probes, true), old.checkpoints().continuedFrom(here)),
          made);
      enter(begun);
    } else {
      Snapshot before = old.checkpoints().before(firstExact);
      begun.remember(
          new BranchRun.History(
              old.log().continuedFrom(before.step(), before.probes(), false),
              old.checkpoints().continuedFrom(before.step())),
          before.changes());
      enter(begun);
      restore(before);
      setOutFor(here);
    }
  }

  /// Goes to the end of another branch.
  ///
  /// @throws lab.tinynet.spec.InvalidInput if there is no such branch
  void switchTo(int number) {
    BranchRun other = branch(number);
    if (other.history().isEmpty()) {
      begin(other);
    } else if (other != current) {
      enter(other);
      restore(other.history().orElseThrow().checkpoints().before(other.end()));
    }
    goTo(other.end());
  }

  /// @throws lab.tinynet.spec.InvalidInput if there is no such branch
  void rename(int number, String name) {
    branch(number).rename(name);
  }

  /// Begins again at step 0 with an experiment that has the same data and network; a run that has
  /// come to anything stays as a branch.
  ///
  /// @throws lab.tinynet.spec.InvalidInput if there are too many branches
  void restart(Experiment experiment) {
    BranchRun left = current;
    if (!left.blank()) {
      makeRoom();
    }
    BranchRun begun =
        new BranchRun(
            new Branch(nextNumber(), "", OptionalInt.empty(), 0, experiment, List.of(), 0));
    begin(begun);
    branches.add(begun);
    if (left.blank()) {
      branches.remove(left);
      remembered.remove(left);
    }
  }

  // --- what was once ---

  /// Whether a session is an earlier or later state of this run: then [#become] makes it so without
  /// a new trainer, and mostly without computing what has been computed.
  boolean knows(SavedSession other) {
    Branch wanted = other.timeline().currentBranch();
    return Stream.concat(branches.stream(), shelf.stream()).anyMatch(branch -> branch.is(wanted));
  }

  /// Goes back, or forward, to a session of this run, see [#knows]: all branches are as they were.
  void become(SavedSession other) {
    List<BranchRun> known = new ArrayList<>(branches);
    known.addAll(shelf);
    List<BranchRun> wanted =
        other.timeline().branches().stream().map(branch -> recalled(branch, known)).toList();
    branches.stream().filter(branch -> !wanted.contains(branch)).forEach(shelf::addFirst);
    branches.clear();
    branches.addAll(wanted);
    shelf.removeIf(branch -> wanted.contains(branch) || branch.history().isEmpty());
    while (shelf.size() > MOST_REMEMBERED) {
      BranchRun oldest = shelf.removeLast();
      remembered.remove(oldest);
      oldest.forget();
    }
    BranchRun left = current;
    BranchRun target = branch(other.timeline().current());
    if (target.history().isEmpty()) {
      begin(target);
    } else if (target != left) {
      enter(target);
      restore(target.history().orElseThrow().checkpoints().before(other.position()));
    }
    goTo(other.position());
  }

  private static BranchRun recalled(Branch wanted, List<BranchRun> known) {
    List<BranchRun> same = known.stream().filter(branch -> branch.is(wanted)).toList();
    return same.stream()
        .filter(branch -> branch.end() == wanted.end())
        .flatMap(branch -> branch.asOnce(wanted).stream())
        .findFirst()
        .or(() -> same.stream().flatMap(branch -> branch.asOnce(wanted).stream()).findFirst())
        .orElseGet(() -> new BranchRun(wanted));
  }

  private BranchRun branch(int number) {
    return branches.stream()
        .filter(branch -> branch.number() == number)
        .findFirst()
        .orElseThrow(() -> SessionProblems.noSuchBranch(number).refused());
  }

  private int nextNumber() {
    lastNumber++;
    return lastNumber;
  }

  /// Drops the oldest branch that nobody has named, if there are too many.
  private void makeRoom() {
    if (branches.size() < MOST_BRANCHES) {
      return;
    }
    BranchRun oldest =
        branches.stream()
            .filter(branch -> branch.name().isEmpty() && branch != current)
            .findFirst()
            .orElseThrow(() -> SessionProblems.tooManyBranches(MOST_BRANCHES).refused());
    branches.remove(oldest);
    remembered.remove(oldest);
  }

  /// Computes a branch from step 0.
  private void begin(BranchRun branch) {
    Trainer fresh = Trainer.of(branch.start());
    if (trainer != null) {
      trainer.close();
    }
    trainer = fresh;
    deadUnknown = false;
    branch.load(fresh.experiment().data());
    branch.remember(new BranchRun.History(fresh.log(), new Checkpoints(fresh.snapshot())), 0);
    enter(branch);
    makeDueEdits();
  }

  /// Makes a branch the current one; the trainer does not stand on it yet.
  private void enter(BranchRun branch) {
    goal = OptionalLong.empty();
    current = branch;
    trainer.followDeadUnits(true);
    trainer.writeTo(branch.history().orElseThrow().log());
    remembered.remove(branch);
    remembered.addFirst(branch);
    while (remembered.size() > MOST_REMEMBERED) {
      remembered.removeLast().forget();
    }
  }

  @Override
  public void close() {
    if (trainer != null) {
      trainer.close();
    }
  }
}
