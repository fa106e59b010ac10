package lab.tinynet.telemetry;

import java.util.ArrayList;
import java.util.List;

/// All events of a run in order, up to a bound; beyond it they are only counted.
public final class EventLog {
  private static final int MOST = 50_000;

  private final List<Event> events = new ArrayList<>();
  private long total;

  /// The first events of this log, in one that can be appended to in its own way, or be read as a
  /// view of a moment.
  ///
  /// @param step of the last event, at most
  /// @param edits whether changes made at that very step are among them
  public synchronized EventLog continuedFrom(long step, boolean edits) {
    EventLog copy = new EventLog();
    for (Event event : events) {
      boolean before = event.step() < step;
      boolean edited = event instanceof Event.Edited;
      if (before || (event.step() == step && (edits || !edited))) {
        copy.events.add(event);
      }
    }
    // Beyond the bound nobody knows at which steps the others were.
    copy.total = copy.events.size() == events.size() ? total : copy.events.size();
    return copy;
  }

  public synchronized void append(Event event) {
    total++;
    if (events.size() < MOST) {
      events.add(event);
    }
  }

  /// How many events there were, kept or not.
  public synchronized long total() {
    return total;
  }

  /// A copy of the events from the given place on.
  public synchronized List<Event> since(int index) {
    return List.copyOf(events.subList(Math.min(index, events.size()), events.size()));
  }
}
