package lab.tinynet.telemetry;

import java.util.ArrayList;
import java.util.List;

/// All events of a run in order, up to a bound; beyond it they are only counted.
public final class EventLog {
  private static final int MOST = 50_000;

  private final List<Event> events = new ArrayList<>();
  private long total;

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
