package lab.tinynet.chart.stage;

import java.util.Optional;
import lab.tinynet.telemetry.ImageGrid;

/// One column of the stage: the inputs, or the units of a layer.
///
/// @param layer index of the layer in the log; −1 for the inputs
/// @param place place among all columns in the order in which numbers flow, shown or not; −1 for
///     the inputs
/// @param kind how it is shown
/// @param block the rectangle that holds the tiles
/// @param slot the column's share of the width: what is written above it stays inside
/// @param tile side of a tile
/// @param lead room left of each tile, for kernels
/// @param trail room right of each tile, for what a normalisation does
/// @param rows tiles in a full sub-column
/// @param pitchX distance from one sub-column to the next
/// @param pitchY distance from one row to the next
/// @param shown how many units are shown
/// @param folded how many further units there are, announced by a `… +n` after the last tile
public record Column(
    int layer,
    int place,
    Kind kind,
    Box block,
    Box slot,
    double tile,
    double lead,
    double trail,
    int rows,
    double pitchX,
    double pitchY,
    int shown,
    int folded) {
  /// The index that stands for the inputs.
  public static final int INPUTS = -1;

  /// How a column is shown.
  public sealed interface Kind {
    /// Square tiles in one or more sub-columns, filled from top to bottom.
    record Tiles() implements Kind {}

    /// One picture whose pixels are the units.
    record Picture(ImageGrid image) implements Kind {}

    /// A bar with a piece for every unit.
    record Slim() implements Kind {}
  }

  /// Where a unit is: its tile, its pixel, its piece of the bar.
  public Box tile(int unit) {
    return switch (kind) {
      case Kind.Tiles() -> place(unit);
      case Kind.Picture(ImageGrid image) -> {
        int pixel = unit % image.area();
        double width = block.width() / image.width();
        double height = block.height() / image.height();
        double x = block.x() + pixel % image.width() * width;
        double y = block.y() + Math.floorDiv(pixel, image.width()) * height;
        yield new Box(x, y, width, height);
      }
      case Kind.Slim() -> {
        double height = block.height() / units();
        yield new Box(block.x(), block.y() + unit * height, block.width(), height);
      }
    };
  }

  /// The tile with what stands beside it: edges begin and end here.
  Box cell(int unit) {
    Box tile = tile(unit);
    return new Box(tile.x() - lead, tile.y(), lead + tile.width() + trail, tile.height());
  }

  boolean isTiles() {
    return kind instanceof Kind.Tiles;
  }

  boolean isSlim() {
    return kind instanceof Kind.Slim;
  }

  boolean isPicture() {
    return kind instanceof Kind.Picture;
  }

  /// Where the `… +n` stands, when units are folded away.
  public Box fold() {
    return place(shown);
  }

  public int units() {
    return shown + folded;
  }

  /// The picture's shape, if the column is one.
  Optional<ImageGrid> picture() {
    return kind instanceof Kind.Picture(ImageGrid image) ? Optional.of(image) : Optional.empty();
  }

  private Box place(int index) {
    int subColumn = index / rows;
    double x = block.x() + lead + subColumn * pitchX;
    double y = block.y() + index % rows * pitchY;
    return new Box(x, y, tile, tile);
  }
}
