package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where the box stands that says what is under the pointer: at the pointer, but where there is
/// room beside the things that it names.
final class ReadOutPlace {
  private ReadOutPlace() {}

  /// @param stage where it must stay
  /// @param size of the box
  /// @param x the pointer's place
  /// @param y the pointer's place
  /// @param named what had better be seen
  /// @param em size of captions
  static Box of(Box stage, Box size, double x, double y, List<Box> named, double em) {
    List<Double> lefts = new ArrayList<>(List.of(x + 1.3 * em, x - 1.3 * em - size.width()));
    List<Double> tops = new ArrayList<>(List.of(y + 0.9 * em, y - 0.9 * em - size.height()));
    for (Box tile : named) {
      lefts.add(tile.right() + 0.7 * em);
      lefts.add(tile.x() - 0.7 * em - size.width());
      tops.add(tile.bottom() + 0.7 * em);
      tops.add(tile.y() - 0.7 * em - size.height());
    }
    List<Box> places = new ArrayList<>();
    for (double left : lefts) {
      for (double top : tops) {
        places.add(
            new Box(
                Math.clamp(left, stage.x(), Math.max(stage.x(), stage.right() - size.width())),
                Math.clamp(top, stage.y(), Math.max(stage.y(), stage.bottom() - size.height())),
                size.width(),
                size.height()));
      }
    }
    return places.stream()
        .min(Comparator.comparingDouble(place -> cost(place, x, y, named, em)))
        .orElseThrow();
  }

  /// Hiding what it names is worst, then lying under the pointer, then being far from it; right of
  /// the pointer and below is where one looks first.
  private static double cost(Box place, double x, double y, List<Box> named, double em) {
    double cost = place.grown(0.3 * em).contains(x, y) ? 1e4 : 0;
    for (Box tile : named) {
      cost += place.grown(0.2 * em).overlaps(tile) ? 1e5 : 0;
    }
    double across = Math.max(0, Math.max(place.x() - x, x - place.right()));
    double up = Math.max(0, Math.max(place.y() - y, y - place.bottom()));
    double elsewhere = (place.x() < x ? 2 * em : 0) + (place.y() < y ? em : 0);
    return cost + Math.hypot(across, up) + elsewhere;
  }
}
