package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;

/// Snapshots of a branch, from which any of its steps is reached by doing a few steps again. They
/// thin with age: the gap before one grows with its distance from the newest, so that going back is
/// a matter of a constant share of the way (about a fifth of it, see the tests).
///
/// Bounded: at most [#MOST], and fewer where they would take more than [#MOST_BYTES], but always
/// three: the first (step 0), the newest and one between. Belongs to the trainer thread.
final class Checkpoints {
  /// One is due after so many steps. What it costs is a copy of the parameters, which each step
  /// makes anyway.
  static final int SPACING = 256;

  static final int MOST = 96;
  static final long MOST_BYTES = 96L << 20;
  private static final int LEAST = 3;

  private final List<Snapshot> kept = new ArrayList<>();

  /// @param start the snapshot at step 0
  Checkpoints(Snapshot start) {
    kept.add(start);
  }

  /// Those up to a step, to go on in another way.
  Checkpoints continuedFrom(long step) {
    Checkpoints copy = new Checkpoints(kept.getFirst());
    for (Snapshot snapshot : kept.subList(1, kept.size())) {
      if (snapshot.step() <= step) {
        copy.kept.add(snapshot);
      }
    }
    return copy;
  }

  /// Whether one should be taken after this step.
  boolean due(long step) {
    return step % SPACING == 0 && step > kept.getLast().step();
  }

  /// Adds the newest, and drops what is missed least.
  void add(Snapshot newest) {
    kept.add(newest);
    long room = Math.max(LEAST, Math.min(MOST, MOST_BYTES / Math.max(1, newest.bytes())));
    while (kept.size() > room) {
      kept.remove(leastMissed());
    }
  }

  /// The one whose absence leaves the smallest gap, measured by the gap's age. Never the first nor
  /// the newest.
  private int leastMissed() {
    long head = kept.getLast().step();
    int least = 1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < kept.size() - 1; i++) {
      double before = kept.get(i - 1).step();
      double gap = kept.get(i + 1).step() - before;
      double share = gap / (head - before);
      if (share < smallest) {
        smallest = share;
        least = i;
      }
    }
    return least;
  }

  /// The last one at or before a step.
  Snapshot before(long step) {
    int i = kept.size() - 1;
    while (kept.get(i).step() > step) {
      i--;
    }
    return kept.get(i);
  }

  /// How many there are.
  int size() {
    return kept.size();
  }

  /// About how much memory they take, those of other branches included.
  long bytes() {
    return kept.stream().mapToLong(Snapshot::bytes).sum();
  }
}
