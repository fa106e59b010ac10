package lab.tinynet.chart.stage;

import java.util.Arrays;

/// Paints smooth shapes into an array of opaque ARGB pixels. Shapes are given in logical pixels;
/// there may be more pixels than that (`scale`). Belongs to the thread that paints.
final class Raster {
  private final int[] pixels;
  private final int width;
  private final int height;
  private final double scale;

  /// @param pixels `width × height`, row by row; every pixel opaque
  /// @param scale pixels for each logical pixel
  Raster(int[] pixels, int width, int height, double scale) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.scale = scale;
  }

  double scale() {
    return scale;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void fill(int argb) {
    Arrays.fill(pixels, argb);
  }

  void set(int x, int y, int argb) {
    pixels[y * width + x] = argb;
  }

  /// Lays a colour over a pixel.
  ///
  /// @param cover 0 … 256
  void blend(int x, int y, int argb, int cover) {
    int at = y * width + x;
    int below = pixels[at];
    int rest = 256 - cover;
    int redBlue = ((argb & 0xff00ff) * cover + (below & 0xff00ff) * rest) >>> 8;
    int green = ((argb & 0xff00) * cover + (below & 0xff00) * rest) >>> 8;
    pixels[at] = 0xff000000 | (redBlue & 0xff00ff) | (green & 0xff00);
  }

  private void cover(int x, int y, int argb, double cover, double alpha) {
    if (cover > 0 && x >= 0 && y >= 0 && x < width && y < height) {
      blend(x, y, argb, (int) (256 * Math.min(1, cover) * alpha));
    }
  }

  /// A full disc.
  void disc(double centerX, double centerY, double radius, int argb, double alpha) {
    double x = centerX * scale;
    double y = centerY * scale;
    double r = radius * scale;
    for (int py = (int) (y - r - 1); py <= y + r + 1; py++) {
      for (int px = (int) (x - r - 1); px <= x + r + 1; px++) {
        double distance = Math.hypot(px + 0.5 - x, py + 0.5 - y);
        cover(px, py, argb, r - distance + 0.5, alpha);
      }
    }
  }

  /// An edge: [EdgeCurve] stretched between two points, the first of them on the left.
  ///
  /// @param dash length of the dashes and of the gaps; 0 for a continuous line
  void curve(
      double x0,
      double y0,
      double x1,
      double y1,
      double lineWidth,
      int argb,
      double alpha,
      double dash) {
    double left = x0 * scale;
    double length = (x1 - x0) * scale;
    double rise = (y1 - y0) * scale;
    double half = Math.max(lineWidth * scale, 0.05) / 2;
    double thin = Math.min(1, 2 * half);
    double run = 0;
    int last = Math.min(width, (int) Math.ceil(left + length));
    for (int px = Math.max(0, (int) left); px < last; px++) {
      double share = (px + 0.5 - left) / length;
      double slope = rise / length * EdgeCurve.slope(share);
      double perpendicular = 1 / Math.sqrt(1 + slope * slope);
      run += 1 / perpendicular;
      if (dash > 0 && ((int) (run / (dash * scale)) & 1) == 1) {
        continue;
      }
      double inside = Math.clamp(Math.min(px + 1, left + length) - Math.max(px, left), 0, 1);
      double center = (y0 * scale) + rise * EdgeCurve.height(share);
      double reach = (half + 0.5) / perpendicular;
      int to = Math.min(height - 1, (int) (center + reach));
      for (int py = Math.max(0, (int) (center - reach)); py <= to; py++) {
        double distance = Math.abs(py + 0.5 - center) * perpendicular;
        double cover = Math.min(thin, half + 0.5 - distance) * inside;
        if (cover > 0) {
          blend(px, py, argb, (int) (256 * cover * alpha));
        }
      }
    }
  }

  /// A full rectangle with rounded corners.
  void round(Box box, double radius, int argb, double alpha) {
    ring(box, radius, Math.max(box.width(), box.height()), argb, alpha, 0);
  }

  /// The border of a rectangle with rounded corners, drawn inwards.
  ///
  /// @param dash length of the dashes and of the gaps; 0 for a continuous line
  void ring(Box box, double radius, double lineWidth, int argb, double alpha, double dash) {
    double line = lineWidth * scale;
    int fromX = Math.max(0, (int) (box.x() * scale));
    int toX = Math.min(width, (int) Math.ceil(box.right() * scale));
    int fromY = Math.max(0, (int) (box.y() * scale));
    int toY = Math.min(height, (int) Math.ceil(box.bottom() * scale));
    int rim = (int) Math.ceil(Math.max(line, radius * scale)) + 1;
    for (int py = fromY; py < toY; py++) {
      boolean inner = line < box.width() * scale / 2 && py >= fromY + rim && py < toY - rim;
      for (int px = fromX; px < toX; px++) {
        if (inner && px == fromX + rim) {
          px = Math.max(px, toX - rim);
        }
        double depth = depth(box, radius, px, py);
        double cover = Math.min(depth + 0.5, line - depth + 0.5);
        if (cover > 0 && !(dash > 0 && gap(box, px, py, dash))) {
          cover(px, py, argb, cover, alpha);
        }
      }
    }
  }

  /// How deep in the rounded rectangle the middle of a pixel lies, in pixels; below 0 outside.
  double depth(Box box, double radius, int px, int py) {
    double r = radius * scale;
    double x = Math.abs(px + 0.5 - box.centerX() * scale) - (box.width() * scale / 2 - r);
    double y = Math.abs(py + 0.5 - box.centerY() * scale) - (box.height() * scale / 2 - r);
    if (x > 0 && y > 0) {
      return r - Math.sqrt(x * x + y * y);
    }
    return r - Math.max(x, y);
  }

  private boolean gap(Box box, int px, int py, double dash) {
    double x = px - box.x() * scale;
    double y = py - box.y() * scale;
    double nearX = Math.min(x, box.width() * scale - x);
    double nearY = Math.min(y, box.height() * scale - y);
    double along = nearY < nearX ? x : y;
    return ((int) (along / (dash * scale)) & 1) == 1;
  }

  /// Slanting lines inside a rounded rectangle.
  void hatch(Box box, double radius, double pitch, double lineWidth, int argb, double alpha) {
    int toX = Math.min(width, (int) Math.ceil(box.right() * scale));
    int toY = Math.min(height, (int) Math.ceil(box.bottom() * scale));
    for (int py = Math.max(0, (int) (box.y() * scale)); py < toY; py++) {
      for (int px = Math.max(0, (int) (box.x() * scale)); px < toX; px++) {
        double line = hatchCover(px, py, pitch, lineWidth);
        if (line > 0) {
          cover(px, py, argb, line * Math.clamp(depth(box, radius, px, py) + 0.5, 0, 1), alpha);
        }
      }
    }
  }

  /// How much of a pixel the slanting lines cover, 0 … 1.
  double hatchCover(int px, int py, double pitch, double lineWidth) {
    double apart = pitch * scale;
    double across = (px + py + 1) * 0.70710678;
    double distance = Math.abs(across - apart * Math.rint(across / apart));
    return Math.clamp(lineWidth * scale / 2 - distance + 0.5, 0, 1);
  }
}
