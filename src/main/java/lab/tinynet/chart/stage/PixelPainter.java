package lab.tinynet.chart.stage;

import java.util.function.IntUnaryOperator;
import lab.tinynet.telemetry.ImageGrid;

/// Paints pictures of few pixels: examples, feature maps, kernels. Their pixels stay squares with
/// sharp edges, since each of them is a number.
final class PixelPainter {
  private final Raster raster;
  private final StageColors colors;

  PixelPainter(Raster raster, StageColors colors) {
    this.raster = raster;
    this.colors = colors;
  }

  /// Where a picture of this shape stands in a box: as large as it can be, in the middle.
  static Box fitted(Box box, int height, int width) {
    double side = Math.min(box.width() / width, box.height() / height);
    double w = side * width;
    double h = side * height;
    return new Box(box.centerX() - w / 2, box.centerY() - h / 2, w, h);
  }

  /// Paints one channel on a scale of signs.
  ///
  /// @param values row by row from the top
  /// @return bits of [MapPainter#OVER] and [MapPainter#UNDER]
  int channel(Box box, double[] values, int height, int width, SignScale scale) {
    int met = 0;
    for (double value : values) {
      int beyond = Double.isFinite(value) ? scale.beyond(value) : 0;
      met |= beyond > 0 ? MapPainter.OVER : beyond < 0 ? MapPainter.UNDER : 0;
    }
    paint(box, height, width, i -> color(values[i], scale));
    return met;
  }

  int color(double value, SignScale scale) {
    return Double.isFinite(value) ? scale.argb(value) : colors.alarm();
  }

  /// Paints a picture of one channel on a scale of signs, or one of three in its own colours.
  ///
  /// @param values channel by channel
  void picture(Box box, double[] values, ImageGrid shape, SignScale scale) {
    if (shape.channels() == 3) {
      int area = shape.area();
      Range range = Range.of(values);
      paint(
          box,
          shape.height(),
          shape.width(),
          i ->
              0xff000000
                  | range.level(values[i]) << 16
                  | range.level(values[area + i]) << 8
                  | range.level(values[2 * area + i]));
    } else {
      channel(box, values, shape.height(), shape.width(), scale);
    }
  }

  private void paint(Box box, int height, int width, IntUnaryOperator argb) {
    int fromY = Math.max(0, (int) Math.rint(box.y() * raster.scale()));
    int toY = Math.min(raster.height(), (int) Math.rint(box.bottom() * raster.scale()));
    int fromX = Math.max(0, (int) Math.rint(box.x() * raster.scale()));
    int toX = Math.min(raster.width(), (int) Math.rint(box.right() * raster.scale()));
    for (int py = fromY; py < toY; py++) {
      int row = Math.min(height - 1, Math.floorDiv((py - fromY) * height, toY - fromY));
      for (int px = fromX; px < toX; px++) {
        int column = Math.min(width - 1, Math.floorDiv((px - fromX) * width, toX - fromX));
        raster.set(px, py, argb.applyAsInt(row * width + column));
      }
    }
  }

  /// What is shown as black and as full light: 0 and 1, or more where there is more.
  private record Range(double low, double high) {
    static Range of(double[] values) {
      double low = 0;
      double high = 1;
      for (double value : values) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      return new Range(low, high);
    }

    int level(double value) {
      double share = (value - low) / (high - low);
      return Double.isFinite(share) ? (int) Math.rint(255 * Math.clamp(share, 0, 1)) : 0;
    }
  }
}
