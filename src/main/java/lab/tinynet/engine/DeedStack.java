package lab.tinynet.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import lab.tinynet.session.Command;
import lab.tinynet.session.Deed;
import lab.tinynet.session.Deeds;
import lab.tinynet.session.SavedSession;

/// What has been done in a session, each with the whole session as it was before: a value, so that
/// undoing is going back to it. Belongs to the trainer thread.
final class DeedStack {
  /// So many deeds can be undone: more than anybody does in an afternoon. One takes about a
  /// kilobyte, since what did not change is shared with the one before.
  static final int MOST = 20_000;

  /// Commands of one make that come within this time of each other are one deed.
  private static final long ONE_GO_NANOS = 1_000_000_000L;

  private final Deque<Entry> done = new ArrayDeque<>();
  private final Deque<Entry> undone = new ArrayDeque<>();

  /// @param other of something done the session before it, of something undone the session after it
  /// @param nanos when it was done last
  private record Entry(Deed deed, SavedSession other, long nanos) {}

  /// Whether a command is something that one would want to undo.
  static boolean counts(Command command) {
    return switch (command) {
      case Command.Pause _, Command.SetPace _, Command.SetStop _, Command.Undo _, Command.Redo _ ->
          false;
      case Command.Train _,
          Command.Step _,
          Command.Reset _,
          Command.Open _,
          Command.Restore _,
          Command.Change _,
          Command.SetWeights _,
          Command.GoTo _,
          Command.BeginBranch _,
          Command.RenameBranch _,
          Command.SwitchTo _ ->
          true;
    };
  }

  /// Notes what has been done.
  void did(Command command, SavedSession before, long nanos) {
    undone.clear();
    Entry last = done.peekFirst();
    boolean goesOn =
        last != null
            && nanos - last.nanos() < ONE_GO_NANOS
            && sameMake(last.deed().command(), command);
    if (goesOn) {
      done.removeFirst();
      Deed whole = new Deed(command, last.deed().before(), last.deed().step());
      done.addFirst(new Entry(whole, last.other(), nanos));
      return;
    }
    Deed deed =
        new Deed(
            command,
            before.timeline().currentBranch().experimentAt(before.position()),
            before.position());
    done.addFirst(new Entry(deed, before, nanos));
    if (done.size() > MOST) {
      done.removeLast();
    }
  }

  private static boolean sameMake(Command one, Command other) {
    return switch (other) {
      case Command.GoTo _ -> one instanceof Command.GoTo;
      case Command.Step _ -> one instanceof Command.Step;
      case Command.Change _ -> one instanceof Command.Change;
      case Command.SetWeights(var weights) ->
          one instanceof Command.SetWeights(var earlier)
              && weights.size() == 1
              && earlier.size() == 1
              && weights.getFirst().path().equals(earlier.getFirst().path());
      case Command.Train _,
          Command.Pause _,
          Command.SetPace _,
          Command.SetStop _,
          Command.Reset _,
          Command.Open _,
          Command.Restore _,
          Command.BeginBranch _,
          Command.RenameBranch _,
          Command.SwitchTo _,
          Command.Undo _,
          Command.Redo _ ->
          false;
    };
  }

  /// Takes the last deed back; those that changed nothing are passed over.
  ///
  /// @param now the session as it is
  /// @return the session to go back to
  Optional<SavedSession> undo(SavedSession now) {
    return move(done, undone, now);
  }

  /// Does again what was undone last.
  ///
  /// @return the session to go forward to
  Optional<SavedSession> redo(SavedSession now) {
    return move(undone, done, now);
  }

  private static Optional<SavedSession> move(Deque<Entry> from, Deque<Entry> to, SavedSession now) {
    while (!from.isEmpty()) {
      Entry entry = from.removeFirst();
      if (!entry.other().equals(now)) {
        to.addFirst(new Entry(entry.deed(), now, Long.MIN_VALUE));
        return Optional.of(entry.other());
      }
    }
    return Optional.empty();
  }

  Deeds deeds() {
    return new Deeds(
        Optional.ofNullable(done.peekFirst()).map(Entry::deed),
        Optional.ofNullable(undone.peekFirst()).map(Entry::deed));
  }
}
