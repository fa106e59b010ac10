package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.tinynet.telemetry.ImageGrid;

/// Finds the largest tiles with which all columns of a network fit side by side, leaving room for
/// the edges between them. Units that don't fit even as the smallest tiles are folded away.
final class ColumnFit {
  /// A single column is kept as long as its tiles are not smaller than this, in em.
  private static final double SINGLE = 1.6;

  /// Width of a bar for a layer without tiles, in em.
  private static final double SLIM = 1.9;

  /// A bar takes no more than this share of the height.
  private static final double SLIM_HEIGHT = 0.72;

  /// Side of a picture, in em.
  private static final double SMALL_PICTURE = 5;

  private static final double LARGE_PICTURE = 11;

  /// Kernels of one filter that are shown, at most.
  static final int MOST_KERNELS = 9;

  private final List<Need> needs;
  private final Box area;
  private final double em;

  /// @param needs what each column has to show, the inputs first
  /// @param area where the tiles may stand
  ColumnFit(List<Need> needs, Box area, double em) {
    this.needs = List.copyOf(needs);
    this.area = area;
    this.em = em;
  }

  /// What a column has to show.
  ///
  /// @param units how many units
  /// @param lead room left of a tile, as a share of its side
  /// @param trail room right of a tile, as a share of its side
  record Need(Column.Kind kind, int units, double lead, double trail) {
    static Need tiles(int units) {
      return new Need(new Column.Kind.Tiles(), units, 0, 0);
    }

    static Need picture(ImageGrid image, int units) {
      return new Need(new Column.Kind.Picture(image), units, 0, 0);
    }

    static Need slim(int units) {
      return new Need(new Column.Kind.Slim(), units, 0, 0);
    }

    /// @param channels of the input: kernels of each filter
    static Need kernels(int units, int channels) {
      return new Need(
          new Column.Kind.Tiles(), units, channels == 1 ? 0.95 : channels <= 4 ? 1.25 : 1.5, 0);
    }

    static Need normalisation(int units) {
      return new Need(new Column.Kind.Tiles(), units, 0, 1.1);
    }

    boolean isTiles() {
      return kind instanceof Column.Kind.Tiles;
    }
  }

  /// What was found for one column.
  record Size(Need need, double tile, int rows, int subColumns, int shown) {}

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
      if (few && width(sizes) + needs.size() * gap <= area.width()) {
        return Optional.of(new Fit(grown(sizes, gap), gap));
      }
    }
    return Optional.empty();
  }

  private List<Size> sizes(double tile) {
    List<Size> sizes = new ArrayList<>();
    for (Need need : needs) {
      int most = rowsThatFit(tile);
      int subColumns = Math.ceilDiv(need.units, most);
      int rows = Math.ceilDiv(need.units, subColumns);
      sizes.add(
          need.isTiles() ? new Size(need, tile, rows, subColumns, need.units) : whole(need, tile));
    }
    return sizes;
  }

  /// The size of a column that is one thing, whatever the number of its units.
  private Size whole(Need need, double tile) {
    double side =
        switch (need.kind) {
          case Column.Kind.Picture _ ->
              Math.clamp(2.6 * tile, SMALL_PICTURE * em, LARGE_PICTURE * em);
          case Column.Kind.Slim _ -> SLIM * em;
          case Column.Kind.Tiles _ -> tile;
        };
    return new Size(need, Math.floor(Math.min(side, area.height())), need.units, 1, need.units);
  }

  private double preferredGap(List<Size> sizes, double tile) {
    boolean dense = sizes.stream().anyMatch(size -> size.subColumns > 1);
    if (mixed()) {
      return Math.max(1.2 * em, Math.min(4 * em, 0.7 * tile));
    }
    return Math.max(0.8 * em, Math.min(5 * em, (dense ? 2 : 1.15) * tile));
  }

  /// Whether there is more than tiles with edges between them.
  private boolean mixed() {
    return needs.stream().anyMatch(need -> !need.isTiles() || need.lead > 0 || need.trail > 0);
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
    double tile =
        sizes.stream().filter(s -> s.need.isTiles()).mapToDouble(Size::tile).min().orElse(em);
    double larger = Math.min(3 * em, Math.floor(1.6 * tile));
    if (larger <= tile) {
      return sizes;
    }
    int most = rowsThatFit(larger);
    List<Size> grown =
        sizes.stream()
            .map(
                size ->
                    few(size, most) ? new Size(size.need, larger, size.shown, 1, size.shown) : size)
            .toList();
    return width(grown) + needs.size() * gap <= area.width() ? grown : sizes;
  }

  private static boolean few(Size size, int most) {
    return size.need.isTiles() && size.shown <= most;
  }

  /// The smallest tiles and gaps; as many sub-columns as fit, the same for every crowded column.
  private Fit folded() {
    double tile = Math.floor(em);
    double gap = 0.8 * em;
    int most = rowsThatFit(tile);
    List<Size> best = List.of();
    for (int subColumns = 1; best.isEmpty() || subColumns <= 64; subColumns++) {
      List<Size> sizes = new ArrayList<>();
      for (Need need : needs) {
        if (!need.isTiles()) {
          sizes.add(whole(need, tile));
          continue;
        }
        int count = need.units;
        int wanted = Math.min(subColumns, Math.ceilDiv(count, most));
        int places = wanted * most;
        int rows = Math.min(most, Math.ceilDiv(count, wanted));
        sizes.add(new Size(need, tile, rows, wanted, count <= places ? count : places - 1));
      }
      if (!best.isEmpty() && width(sizes) + needs.size() * gap > area.width()) {
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
    return switch (size.need.kind) {
      case Column.Kind.Tiles _ ->
          size.subColumns * (lead(size) + size.tile + trail(size))
              + (size.subColumns - 1) * subColumnGap(size.tile);
      case Column.Kind.Picture(ImageGrid image) -> size.tile * Math.min(1, aspect(image));
      case Column.Kind.Slim _ -> size.tile;
    };
  }

  double blockHeight(Size size) {
    return switch (size.need.kind) {
      case Column.Kind.Tiles _ -> {
        int rows = Math.min(size.rows, size.shown + 1);
        yield rows * size.tile + (rows - 1) * rowGap(size.tile);
      }
      case Column.Kind.Picture(ImageGrid image) -> size.tile * Math.min(1, 1 / aspect(image));
      case Column.Kind.Slim _ -> Math.rint(SLIM_HEIGHT * area.height());
    };
  }

  private static double aspect(ImageGrid image) {
    return image.width() / (double) image.height();
  }

  double lead(Size size) {
    return Math.rint(size.need.lead * size.tile);
  }

  double trail(Size size) {
    return Math.rint(size.need.trail * size.tile);
  }

  /// Radius of the dot that shows a bias.
  static double biasRadius(double tile, double em) {
    return Math.clamp(0.1 * tile, 0.17 * em, 0.38 * em);
  }
}
