package lab.tinynet.ui.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.telemetry.RunLog;

/// How a unit has fared, from the log: its mean output at the probes, and when it was dead.
final class UnitHistory {
  private static final int MOST_POINTS = 240;

  private final RunLog log;
  private final UnitPlace place;
  private final List<Span> spans = new ArrayList<>();
  private final float[] rows;
  private final long[] steps = new long[MOST_POINTS + 2];
  private final double[] means = new double[MOST_POINTS + 2];
  private int points;
  private int read;

  /// A time in which it was dead.
  ///
  /// @param to empty while it still is
  record Span(long from, OptionalLong to) {}

  UnitHistory(RunLog log, UnitPlace place) {
    this.log = log;
    this.place = place;
    this.rows = new float[steps.length * log.unitMeans().rowWidth()];
  }

  /// Reads what is new.
  void follow() {
    List<Event> fresh = log.events().since(read);
    read += fresh.size();
    for (Event event : fresh) {
      switch (event) {
        case Event.UnitDied(long step, int layer, int unit) -> {
          if (layer == place.layer() && unit == place.unit()) {
            spans.add(new Span(step, OptionalLong.empty()));
          }
        }
        case Event.UnitRevived(long step, int layer, int unit) -> {
          if (layer == place.layer() && unit == place.unit() && !spans.isEmpty()) {
            Span last = spans.removeLast();
            spans.add(new Span(last.from, OptionalLong.of(step)));
          }
        }
        case Event.Diverged _, Event.Edited _ -> {}
      }
    }
    int width = log.unitMeans().rowWidth();
    if (width == 0) {
      return;
    }
    long spacing = Math.max(1, Math.ceilDiv(log.length(), (long) MOST_POINTS));
    points = log.unitMeans().read(0, Long.MAX_VALUE, spacing, steps, rows);
    int column = log.unitColumn(place.layer(), place.unit());
    for (int i = 0; i < points; i++) {
      means[i] = rows[i * width + column];
    }
  }

  /// Number of steps in the log.
  long length() {
    return log.length();
  }

  int points() {
    return points;
  }

  long step(int point) {
    return steps[point];
  }

  double mean(int point) {
    return means[point];
  }

  List<Span> deadSpans() {
    return List.copyOf(spans);
  }
}
