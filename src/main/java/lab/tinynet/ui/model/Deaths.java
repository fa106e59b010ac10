package lab.tinynet.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.RunLog;

/// Follows the events of a run and keeps what the timeline and the health panel show of them.
public final class Deaths {
  /// A point of the timeline that is worth a mark.
  ///
  /// @param step where
  /// @param event what happened there
  public record Mark(long step, Event event) {}

  private static final int MOST_MARKS = 200;

  private final RunLog log;
  private final Map<Integer, Long> newest = new HashMap<>();
  private final List<Mark> marks = new ArrayList<>();
  private int read;
  private boolean anyDeath;

  public Deaths(RunLog log) {
    this.log = log;
  }

  /// Reads what is new.
  ///
  /// @return whether there was anything
  public boolean follow() {
    List<Event> fresh = log.events().since(read);
    read += fresh.size();
    for (Event event : fresh) {
      switch (event) {
        case Event.UnitDied died -> {
          newest.put(died.layer(), died.step());
          if (!anyDeath) {
            anyDeath = true;
            mark(event);
          }
        }
        case Event.UnitRevived revived -> {}
        case Event.Diverged diverged -> mark(event);
        case Event.Edited edited -> mark(event);
      }
    }
    return !fresh.isEmpty();
  }

  private void mark(Event event) {
    if (marks.size() < MOST_MARKS) {
      marks.add(new Mark(event.step(), event));
    }
  }

  /// The step of the newest death in a layer.
  public Optional<Long> newest(int layer) {
    return Optional.ofNullable(newest.get(layer));
  }

  /// First death, divergences, edits.
  public List<Mark> marks() {
    return List.copyOf(marks);
  }
}
