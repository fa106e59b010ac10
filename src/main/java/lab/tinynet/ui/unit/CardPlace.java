package lab.tinynet.ui.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.tinynet.chart.stage.Box;

/// Where the card of a unit stands so that it hides least of what one looks at with it. All boxes
/// are in the coordinates of the pane that holds the card.
///
/// @param room what the card may cover at all: ends above the timeline
/// @param gap what is left free between the card and what it stands beside
/// @param unit the unit's tile, which is never covered
/// @param dear what is to be covered only for want of room: the decision surface, the input picture
/// @param others what had better be seen too, such as the other columns
record CardPlace(Box room, double gap, Box unit, List<Box> dear, List<Box> others) {
  private static final double UNIT = 1e6;
  private static final double DEAR = 1e3;

  CardPlace {
    dear = List.copyOf(dear);
    others = List.copyOf(others);
  }

  /// The card's place.
  ///
  /// @param wanted the height that the card would like
  /// @param least the height that it needs
  Box of(double width, double wanted, double least) {
    double height = Math.max(least, Math.min(room.height(), wanted));
    double lowest = room.bottom() - height;
    double y = Math.clamp(unit.y() - 0.3 * height, Math.min(room.y(), lowest), lowest);
    return lefts(width).stream()
        .map(x -> new Box(x, Math.max(0, y), width, height))
        .min(Comparator.comparingDouble(this::cost))
        .orElseThrow();
  }

  /// Beside the unit and beside everything else, as far as the card is then in the window.
  private List<Double> lefts(double width) {
    double last = Math.max(room.x(), room.right() - width);
    List<Double> lefts = new ArrayList<>(List.of(room.x(), last));
    List<Box> marks = new ArrayList<>(dear);
    marks.addAll(others);
    marks.add(unit);
    for (Box box : marks) {
      lefts.add(Math.clamp(box.right() + gap, room.x(), last));
      lefts.add(Math.clamp(box.x() - gap - width, room.x(), last));
    }
    return lefts;
  }

  private double cost(Box card) {
    Box near = card.grown(gap / 2);
    double cost = near.overlaps(unit) ? UNIT : 0;
    for (Box box : dear) {
      cost += near.overlaps(box) ? DEAR + shared(card, box) / 1e3 : 0;
    }
    for (Box box : others) {
      cost += card.overlaps(box) ? 1 : 0;
    }
    return cost + Math.abs(card.centerX() - unit.centerX()) / 1e4;
  }

  private static double shared(Box one, Box other) {
    double across = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
    double up = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
    return Math.max(0, across) * Math.max(0, up);
  }
}
