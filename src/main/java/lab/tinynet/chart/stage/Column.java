package lab.tinynet.chart.stage;

/// One column of the stage: the inputs, or the units of a layer, as square tiles in one or more
/// sub-columns, filled from top to bottom.
///
/// @param layer index of the layer; −1 for the inputs
/// @param block the rectangle that holds the tiles
/// @param slot the column's share of the width: what is written above it stays inside
/// @param tile side of a tile
/// @param rows tiles in a full sub-column
/// @param pitchX distance from one sub-column to the next
/// @param pitchY distance from one row to the next
/// @param shown how many units have a tile
/// @param folded how many further units there are, announced by a `+n` after the last tile
public record Column(
    int layer,
    Box block,
    Box slot,
    double tile,
    int rows,
    double pitchX,
    double pitchY,
    int shown,
    int folded) {
  /// The index that stands for the inputs.
  public static final int INPUTS = -1;

  /// Where the tile of a unit is.
  public Box tile(int unit) {
    return place(unit);
  }

  /// Where the `+n` stands, when units are folded away.
  public Box fold() {
    return place(shown);
  }

  public int units() {
    return shown + folded;
  }

  private Box place(int index) {
    int subColumn = index / rows;
    double x = block.x() + subColumn * pitchX;
    double y = block.y() + index % rows * pitchY;
    return new Box(x, y, tile, tile);
  }
}
