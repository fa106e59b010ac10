package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.RunLog;

/// Finds the markers of a run in its events: the first death, every divergence, every edit.
final class RunMarkers {
  private static final int MOST_EDITS = 20;

  private Optional<RunLog> log = Optional.empty();
  private long seenTotal;
  private int seenKept;
  private boolean died;
  private int edits;
  private List<StepMarker> markers = List.of();

  /// The markers of a log: the same list until there are more.
  List<StepMarker> of(RunLog source) {
    if (log.isEmpty() || log.get() != source) {
      log = Optional.of(source);
      seenTotal = 0;
      seenKept = 0;
      died = false;
      edits = 0;
      markers = List.of();
    }
    long total = source.events().total();
    if (total != seenTotal) {
      seenTotal = total;
      List<Event> fresh = source.events().since(seenKept);
      seenKept += fresh.size();
      add(fresh);
    }
    return markers;
  }

  private void add(List<Event> fresh) {
    List<StepMarker> found = new ArrayList<>();
    for (Event event : fresh) {
      switch (event) {
        case Event.UnitDied death when !died -> {
          died = true;
          found.add(new StepMarker(death.step(), StepMarker.Kind.DEATH));
        }
        case Event.UnitDied _, Event.UnitRevived _ -> {}
        case Event.Diverged end ->
            found.add(new StepMarker(end.step(), StepMarker.Kind.DIVERGENCE));
        case Event.Edited edit -> {
          if (edits++ < MOST_EDITS) {
            found.add(new StepMarker(edit.step(), StepMarker.Kind.EDIT));
          }
        }
      }
    }
    if (!found.isEmpty()) {
      found.addAll(0, markers);
      markers = List.copyOf(found);
    }
  }
}
