package lab.tinynet.chart.stage;

/// Paints response maps: values over the input plane as colours, smoothly interpolated at the size
/// at which they are shown. What is not finite is hatched in the alarm colour.
final class MapPainter {
  /// Bits of what [#map] and [#classes] met: values above and below the scale.
  static final int OVER = 1;

  static final int UNDER = 2;

  private final Raster raster;
  private final StageColors colors;
  private final double unit;

  /// @param unit a twelfth of the type size, for line widths
  MapPainter(Raster raster, StageColors colors, double unit) {
    this.raster = raster;
    this.colors = colors;
    this.unit = unit;
  }

  /// Paints one map.
  ///
  /// @param map `resolution²` values, top row first, each the value at the middle of its cell
  /// @param striped whether values beyond the scale are striped where they are (on a large map)
  /// @return whether values lay beyond the scale: [#OVER], [#UNDER], both or 0
  int map(Box box, double radius, float[] map, int resolution, SignScale scale, boolean striped) {
    Sampling columns = columns(box, resolution);
    Sampling rows = rows(box, resolution);
    int met = 0;
    for (int i = 0; i < rows.count; i++) {
      int py = rows.from + i;
      boolean cornerRow = i <= rows.corner || i >= rows.count - rows.corner - 1;
      for (int j = 0; j < columns.count; j++) {
        int px = columns.from + j;
        double value = sample(map, resolution, rows, i, columns, j);
        int argb;
        if (Double.isFinite(value)) {
          argb = scale.argb(value);
          int beyond = scale.beyond(value);
          if (beyond != 0) {
            met |= beyond > 0 ? OVER : UNDER;
            argb = striped ? striped(argb, px, py) : argb;
          }
        } else {
          argb = broken(px, py);
        }
        if (cornerRow) {
          rounded(box, radius, px, py, argb);
        } else {
          raster.set(px, py, argb);
        }
      }
    }
    return met;
  }

  /// Paints which of several outputs is largest, in the colours of the classes, the paler the less
  /// it leads.
  void classes(Box box, double radius, float[][] maps, int resolution) {
    Sampling columns = columns(box, resolution);
    Sampling rows = rows(box, resolution);
    double chance = 1.0 / maps.length;
    for (int i = 0; i < rows.count; i++) {
      int py = rows.from + i;
      for (int j = 0; j < columns.count; j++) {
        int px = columns.from + j;
        int best = -1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < maps.length; k++) {
          double value = sample(maps[k], resolution, rows, i, columns, j);
          if (value > largest) {
            best = k;
            largest = value;
          }
        }
        double lead = Math.clamp((largest - chance) / (1 - chance), 0, 1);
        int argb =
            best < 0
                ? broken(px, py)
                : SignScale.mix(colors.ground(), colors.classColor(best), 0.15 + 0.75 * lead);
        rounded(box, radius, px, py, argb);
      }
    }
  }

  private static double sample(
      float[] map, int resolution, Sampling rows, int i, Sampling columns, int j) {
    int top = rows.cell[i] * resolution;
    int bottom = rows.next[i] * resolution;
    int left = columns.cell[j];
    int right = columns.next[j];
    float across = columns.share[j];
    float upper = map[top + left] + (map[top + right] - map[top + left]) * across;
    float lower = map[bottom + left] + (map[bottom + right] - map[bottom + left]) * across;
    return upper + (lower - upper) * rows.share[i];
  }

  /// Paints the whole of a scale from left to right.
  void ramp(Box box, double radius, SignScale scale) {
    Sampling columns = columns(box, 2);
    Sampling rows = rows(box, 2);
    for (int j = 0; j < columns.count; j++) {
      double share = (j + 0.5) / columns.count * 2 - 1;
      int argb = scale.argb(scale.center() + share * scale.half());
      for (int i = 0; i < rows.count; i++) {
        rounded(box, radius, columns.from + j, rows.from + i, argb);
      }
    }
  }

  private int striped(int argb, int px, int py) {
    double line = raster.hatchCover(px, py, 7 * unit, 1.1 * unit);
    return line > 0 ? SignScale.mix(argb, colors.ink(), 0.45 * line) : argb;
  }

  private int broken(int px, int py) {
    double line = raster.hatchCover(px, py, 4 * unit, 1.4 * unit);
    return SignScale.mix(colors.ground(), colors.alarm(), 0.7 * line);
  }

  private void rounded(Box box, double radius, int px, int py, int argb) {
    double cover = raster.depth(box, radius, px, py) + 0.5;
    if (cover >= 1) {
      raster.set(px, py, argb);
    } else if (cover > 0) {
      raster.blend(px, py, argb, (int) (256 * cover));
    }
  }

  private Sampling columns(Box box, int resolution) {
    return Sampling.of(box.x(), box.width(), raster.width(), raster.scale(), resolution);
  }

  private Sampling rows(Box box, int resolution) {
    return Sampling.of(box.y(), box.height(), raster.height(), raster.scale(), resolution);
  }

  /// Which cells a run of pixels lies between, and how far from the first to the second.
  private record Sampling(int from, int count, int corner, int[] cell, int[] next, float[] share) {

    static Sampling of(double start, double length, int end, double scale, int resolution) {
      int from = Math.max(0, (int) Math.floor(start * scale + 0.001));
      int to = Math.min(end, (int) Math.ceil((start + length) * scale - 0.001));
      int count = Math.max(0, to - from);
      int[] cell = new int[count];
      int[] next = new int[count];
      float[] share = new float[count];
      for (int i = 0; i < count; i++) {
        double at = ((from + i + 0.5) / scale - start) / length * resolution - 0.5;
        double inside = Math.clamp(at, 0, resolution - 1);
        cell[i] = (int) inside;
        next[i] = Math.min(cell[i] + 1, resolution - 1);
        share[i] = (float) (inside - cell[i]);
      }
      return new Sampling(from, count, (int) Math.ceil(6 * scale), cell, next, share);
    }
  }
}
