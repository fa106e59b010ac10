package lab.tinynet.chart.stage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.tinynet.telemetry.FrameWish.UnitPlace;

/// The way of the arrow keys from unit to unit.
public final class UnitWalk {
  /// Where an arrow points.
  public enum Arrow {
    UP,
    DOWN,
    LEFT,
    RIGHT
  }

  private UnitWalk() {}

  /// The unit to go to; the first one of the first layer where there was none, the same where there
  /// is none in that direction.
  public static Optional<UnitPlace> next(StageLayout layout, Optional<UnitPlace> from, Arrow way) {
    List<Column> columns =
        layout.columns().stream().filter(column -> column.layer() != Column.INPUTS).toList();
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    Optional<Column> at = from.flatMap(place -> layout.column(place.layer()));
    if (at.isEmpty()) {
      return Optional.of(new UnitPlace(columns.getFirst().layer(), 0));
    }
    Column column = at.get();
    int unit = Math.min(from.get().unit(), column.shown() - 1);
    int place = columns.indexOf(column);
    return switch (way) {
      case UP -> Optional.of(new UnitPlace(column.layer(), Math.max(0, unit - 1)));
      case DOWN ->
          Optional.of(new UnitPlace(column.layer(), Math.min(column.shown() - 1, unit + 1)));
      case LEFT -> Optional.of(aside(column, unit, columns, place, -1));
      case RIGHT -> Optional.of(aside(column, unit, columns, place, 1));
    };
  }

  /// In the next sub-column at the same height, or the nearest one of the next column.
  private static UnitPlace aside(
      Column column, int unit, List<Column> columns, int place, int way) {
    int beside = unit + way * column.rows();
    if (column.isTiles() && beside >= 0 && beside < column.shown()) {
      return new UnitPlace(column.layer(), beside);
    }
    int goal = place + way;
    if (goal < 0 || goal >= columns.size()) {
      return new UnitPlace(column.layer(), unit);
    }
    Column next = columns.get(goal);
    Box from = column.tile(unit);
    Comparator<Integer> nearest =
        Comparator.comparingDouble(
            i -> {
              Box tile = next.tile(i);
              double down = tile.centerY() - from.centerY();
              double across = tile.centerX() - from.centerX();
              return down * down + 0.01 * across * across;
            });
    int found = IntStream.range(0, next.shown()).boxed().min(nearest).orElseThrow();
    return new UnitPlace(next.layer(), found);
  }
}
