package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the largest tiles with which all columns of a network fit side by side, leaving room for
/// the edges between them. Units that don't fit even as the smallest tiles are folded away.
final class ColumnFit {
  /// A single column is kept as long as its tiles are not smaller than this, in em.
  private static final double SINGLE = 1.6;

  private final int[] units;
  private final Box area;
  private final double em;

  /// @param units number of units of each column, the inputs first
  /// @param area where the tiles may stand
  ColumnFit(int[] units, Box area, double em) {
    this.units = units.clone();
    this.area = area;
    this.em = em;
  }

  /// What was found for one column.
  record Size(double tile, int rows, int subColumns, int shown) {}

  /// @param gap the least distance between two columns
  record Fit(List<Size> sizes, double gap) {}

  Fit fit() {
    double largest = Math.clamp(0.15 * area.height(), 2.4 * em, 7.5 * em);
    double start = Math.floor(Math.min(largest, area.height()));
    return search(start, SINGLE * em, 1)
        .or(() -> search(start, em, Integer.MAX_VALUE))
        .orElseGet(this::folded);
  }

  /// The largest tile, between two sizes, with which everything fits in so many sub-columns.
  private Optional<Fit> search(double from, double to, int subColumns) {
    for (double tile = from; tile >= to; tile--) {
      List<Size> sizes = sizes(tile);
      double gap = preferredGap(sizes, tile);
      boolean few = sizes.stream().allMatch(size -> size.subColumns <= subColumns);
      if (few && width(sizes) + units.length * gap <= area.width()) {
        return Optional.of(new Fit(grown(sizes, gap), gap));
      }
    }
    return Optional.empty();
  }

  private List<Size> sizes(double tile) {
    List<Size> sizes = new ArrayList<>();
    for (int count : units) {
      int most = rowsThatFit(tile);
      int subColumns = Math.ceilDiv(count, most);
      sizes.add(new Size(tile, Math.ceilDiv(count, subColumns), subColumns, count));
    }
    return sizes;
  }

  private double preferredGap(List<Size> sizes, double tile) {
    boolean dense = sizes.stream().anyMatch(size -> size.subColumns > 1);
    return Math.max(0.8 * em, Math.min(5 * em, (dense ? 2 : 1.15) * tile));
  }

  private double width(List<Size> sizes) {
    double width = 0;
    for (Size size : sizes) {
      width += blockWidth(size);
    }
    return width;
  }

  /// Columns with few units get somewhat larger tiles than the crowded ones, where there is room.
  private List<Size> grown(List<Size> sizes, double gap) {
    double tile = sizes.getFirst().tile;
    double larger = Math.min(3 * em, Math.floor(1.6 * tile));
    if (larger <= tile) {
      return sizes;
    }
    int most = rowsThatFit(larger);
    List<Size> grown =
        sizes.stream()
            .map(size -> size.shown <= most ? new Size(larger, size.shown, 1, size.shown) : size)
            .toList();
    return width(grown) + units.length * gap <= area.width() ? grown : sizes;
  }

  /// The smallest tiles and gaps; as many sub-columns as fit, the same for every crowded column.
  private Fit folded() {
    double tile = Math.floor(em);
    double gap = 0.8 * em;
    int most = rowsThatFit(tile);
    List<Size> best = List.of();
    for (int subColumns = 1; best.isEmpty() || subColumns <= 64; subColumns++) {
      List<Size> sizes = new ArrayList<>();
      for (int count : units) {
        int wanted = Math.min(subColumns, Math.ceilDiv(count, most));
        int places = wanted * most;
        int rows = Math.min(most, Math.ceilDiv(count, wanted));
        sizes.add(new Size(tile, rows, wanted, count <= places ? count : places - 1));
      }
      if (!best.isEmpty() && width(sizes) + units.length * gap > area.width()) {
        break;
      }
      best = sizes;
    }
    return new Fit(best, gap);
  }

  private int rowsThatFit(double tile) {
    return Math.max(1, (int) ((area.height() + rowGap(tile)) / (tile + rowGap(tile))));
  }

  double rowGap(double tile) {
    return Math.max(Math.rint(0.25 * em), Math.rint(0.17 * tile));
  }

  /// Distance between two sub-columns: a bias dot has to fit in.
  double subColumnGap(double tile) {
    return Math.rint(2 * biasRadius(tile, em) + 0.4 * em);
  }

  double blockWidth(Size size) {
    return size.subColumns * size.tile + (size.subColumns - 1) * subColumnGap(size.tile);
  }

  double blockHeight(Size size) {
    int rows = Math.min(size.rows, size.shown + 1);
    return rows * size.tile + (rows - 1) * rowGap(size.tile);
  }

  /// Radius of the dot that shows a bias.
  static double biasRadius(double tile, double em) {
    return Math.clamp(0.1 * tile, 0.17 * em, 0.38 * em);
  }
}
