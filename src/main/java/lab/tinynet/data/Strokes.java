package lab.tinynet.data;

import java.util.Arrays;
import java.util.List;
import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.DataSpec;

/// Small images of drawn signs in ten classes: light strokes on black, each sign turned, stretched,
/// moved, shaken at its corners and drawn with a pen of its own width.
///
/// Example i is of class i mod 10. Each example has 1,024 random numbers of its own (step 1, index
/// 1024i on): seven place the sign, those from 16 on shake its corners, the pairs from 256 on are
/// the noise of the pixels.
final class Strokes {
  /// The signs, as what they look like; the same in every language.
  static final List<String> SIGNS = List.of("一", "二", "十", "×", "∧", "□", "○", "△", "工", "Z");

  private static final int SIDE = DataSpec.Shape.STROKES_SIDE;
  private static final int DRAWS = 1_024;
  private static final int CORNER_DRAWS = 16;
  private static final int NOISE_PAIRS = 128;

  /// Pixels from the middle to the edge of a sign.
  private static final double RADIUS = 4.2;

  private static final double LARGEST_TURN = 0.2;
  private static final double LARGEST_SHIFT = 0.8;
  private static final double CORNER_JITTER = 0.07;
  private static final double[] SCALE = {0.85, 1.1};
  private static final double[] PEN = {1.0, 1.9};
  private static final double[] INK = {0.8, 1};

  /// The strokes of each sign, a polyline each: x and y by turns, y downwards, within ±1.
  private static final List<List<double[]>> STROKES =
      List.of(
          List.of(line(-1, 0, 1, 0)),
          List.of(line(-0.7, -0.5, 0.7, -0.5), line(-1, 0.5, 1, 0.5)),
          List.of(line(-1, 0, 1, 0), line(0, -1, 0, 1)),
          List.of(line(-0.8, -0.8, 0.8, 0.8), line(-0.8, 0.8, 0.8, -0.8)),
          List.of(line(-0.9, 0.9, 0, -0.9, 0.9, 0.9)),
          List.of(line(-0.8, -0.8, 0.8, -0.8, 0.8, 0.8, -0.8, 0.8, -0.8, -0.8)),
          List.of(circle()),
          List.of(line(-0.95, 0.75, 0, -0.9, 0.95, 0.75, -0.95, 0.75)),
          List.of(line(-0.7, -0.8, 0.7, -0.8), line(0, -0.8, 0, 0.8), line(-1, 0.8, 1, 0.8)),
          List.of(line(-0.8, -0.8, 0.8, -0.8, -0.8, 0.8, 0.8, 0.8)));

  private final long seed;
  private final double noise;

  private Strokes(long seed, double noise) {
    this.seed = seed;
    this.noise = noise;
  }

  /// Which class an example belongs to.
  static int classOf(int example) {
    return example % SIGNS.size();
  }

  /// @param noise standard deviation of the noise of a pixel, which stays between 0 and 1
  /// @return (examples × 144), row by row
  static double[] images(int examples, double noise, long seed) {
    double[] pixels = new double[examples * SIDE * SIDE];
    var strokes = new Strokes(seed, noise);
    for (int example = 0; example < examples; example++) {
      strokes.draw(example, pixels, example * SIDE * SIDE);
    }
    return pixels;
  }

  private static double[] line(double... corners) {
    return corners;
  }

  private static double[] circle() {
    int corners = 12;
    double[] circle = new double[2 * corners + 2];
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * Math.PI * (i % corners) / corners;
      circle[2 * i] = 0.9 * StrictMath.sin(angle);
      circle[2 * i + 1] = -0.9 * StrictMath.cos(angle);
    }
    return circle;
  }

  private void draw(int example, double[] pixels, int at) {
    double turn = LARGEST_TURN * (2 * uniform(example, 0) - 1);
    double cos = StrictMath.cos(turn) * RADIUS;
    double sin = StrictMath.sin(turn) * RADIUS;
    double scaleX = between(SCALE, uniform(example, 1));
    double scaleY = between(SCALE, uniform(example, 2));
    double middleX = SIDE / 2.0 + LARGEST_SHIFT * (2 * uniform(example, 3) - 1);
    double middleY = SIDE / 2.0 + LARGEST_SHIFT * (2 * uniform(example, 4) - 1);
    double pen = between(PEN, uniform(example, 5));
    double ink = between(INK, uniform(example, 6));
    double[] distances = new double[SIDE * SIDE];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int corner = 0;
    for (double[] stroke : STROKES.get(classOf(example))) {
      double[] placed = new double[stroke.length];
      for (int i = 0; i < stroke.length; i += 2) {
        // The last corner of a closed stroke is its first once more.
        boolean closes = i > 0 && i == stroke.length - 2 && closed(stroke);
        int shaken = closes ? corner - i / 2 : corner;
        double x = scaleX * (stroke[i] + shake(example, 2 * shaken));
        double y = scaleY * (stroke[i + 1] + shake(example, 2 * shaken + 1));
        placed[i] = middleX + cos * x - sin * y;
        placed[i + 1] = middleY + sin * x + cos * y;
        corner++;
      }
      for (int i = 0; i + 3 < placed.length; i += 2) {
        approach(distances, placed[i], placed[i + 1], placed[i + 2], placed[i + 3]);
      }
    }
    for (int pixel = 0; pixel < distances.length; pixel++) {
      double covered = Math.clamp(pen / 2 + 0.5 - distances[pixel], 0, 1);
      double value = ink * covered + (noise > 0 ? noise * normal(example, pixel) : 0);
      pixels[at + pixel] = Math.clamp(value, 0, 1);
    }
  }

  private static boolean closed(double[] stroke) {
    return stroke[0] == stroke[stroke.length - 2] && stroke[1] == stroke[stroke.length - 1];
  }

  /// Lowers the distance of each pixel's middle to the nearest stroke by one more segment.
  private static void approach(double[] distances, double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.max(dx * dx + dy * dy, 1e-12);
    for (int pixel = 0; pixel < distances.length; pixel++) {
      int column = pixel % SIDE;
      int row = pixel / SIDE;
      double x = column + 0.5 - x0;
      double y = row + 0.5 - y0;
      double along = Math.clamp((x * dx + y * dy) / length, 0, 1);
      double offX = x - along * dx;
      double offY = y - along * dy;
      distances[pixel] = Math.min(distances[pixel], Math.sqrt(offX * offX + offY * offY));
    }
  }

  private static double between(double[] range, double share) {
    return range[0] + share * (range[1] - range[0]);
  }

  private double shake(int example, int draw) {
    return CORNER_JITTER * (2 * uniform(example, CORNER_DRAWS + draw) - 1);
  }

  private double uniform(int example, int draw) {
    return CounterRandom.uniform(seed, Purpose.DATA, 1, (long) DRAWS * example + draw);
  }

  private double normal(int example, int pixel) {
    long pair = (long) DRAWS / 2 * example + NOISE_PAIRS + pixel;
    return CounterRandom.normal(seed, Purpose.DATA, 1, pair);
  }
}
