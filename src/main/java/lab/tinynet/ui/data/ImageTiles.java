package lab.tinynet.ui.data;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import lab.tinynet.chart.Palette;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Matrix;

/// The first images of the data side by side, in grey, or in colour where they have three channels.
final class ImageTiles {
  private static final int TILES = 10;
  private static final int COLUMNS = 5;
  private static final int COLORS = 3;
  private static final double GAP = 4;

  private final Palette palette;
  private final Matrix inputs;
  private final ImageShape shape;
  private final double low;
  private final double high;

  private ImageTiles(Palette palette, Matrix inputs, ImageShape shape) {
    this.palette = palette;
    this.inputs = inputs;
    this.shape = shape;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < Math.min(TILES, inputs.rows()); row++) {
      for (int column = 0; column < inputs.columns(); column++) {
        least = Math.min(least, inputs.get(row, column));
        most = Math.max(most, inputs.get(row, column));
      }
    }
    low = least;
    high = most;
  }

  /// @param inputs one image a row, (channel, y, x)
  static void paint(
      GraphicsContext pen,
      Palette palette,
      Matrix inputs,
      ImageShape shape,
      double width,
      double height) {
    new ImageTiles(palette, inputs, shape).paint(pen, width, height);
  }

  private void paint(GraphicsContext pen, double width, double height) {
    int tiles = Math.min(TILES, inputs.rows());
    int lines = Math.ceilDiv(TILES, COLUMNS);
    double side =
        Math.floor(
            Math.min(
                (width - (COLUMNS - 1) * GAP) / COLUMNS, (height - (lines - 1) * GAP) / lines));
    double left = Math.floor((width - COLUMNS * side - (COLUMNS - 1) * GAP) / 2);
    for (int tile = 0; tile < tiles; tile++) {
      double x = left + tile % COLUMNS * (side + GAP);
      int place = tile / COLUMNS;
      double y = place * (side + GAP);
      tile(pen, tile, x, y, side);
    }
  }

  /// Pixels smaller than those of the screen are left out: a picture of 4,096 on a side would
  /// otherwise hold up the window.
  private void tile(GraphicsContext pen, int image, double x, double y, double side) {
    int across = (int) Math.min(shape.width(), side);
    int down = (int) Math.min(shape.height(), side);
    for (int line = 0; line < down; line++) {
      double top = Math.rint(y + line * side / down);
      double bottom = Math.rint(y + (line + 1) * side / down);
      for (int column = 0; column < across; column++) {
        double start = Math.rint(x + column * side / across);
        double end = Math.rint(x + (column + 1) * side / across);
        pen.setFill(color(image, line * shape.height() / down, column * shape.width() / across));
        pen.fillRect(start, top, end - start, bottom - top);
      }
    }
    pen.setStroke(palette.hairline());
    pen.setLineWidth(1);
    pen.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
  }

  private Color color(int image, int y, int x) {
    if (shape.channels() == COLORS) {
      return Color.color(share(image, 0, y, x), share(image, 1, y, x), share(image, 2, y, x));
    }
    return palette.ground().interpolate(palette.ink(), share(image, 0, y, x));
  }

  private double share(int image, int channel, int y, int x) {
    double value = inputs.get(image, (channel * shape.height() + y) * shape.width() + x);
    return high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0;
  }
}
