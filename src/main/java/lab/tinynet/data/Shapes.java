package lab.tinynet.data;

import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.DataSpec;

/// Points in the plane that fall into two classes, in six pictures.
///
/// Without noise every point lies within ±[#RADIUS]. Example i belongs to the positive class when i
/// is odd, so that the classes differ by one example at most. Each example has eight random numbers
/// of its own (step 0, index 8i … 8i + 7): four place it on the picture, four make the jitter,
/// which is added to both coordinates after the class is settled.
final class Shapes {
  /// Half the side of the square the pictures fill. Small enough for the usual initialisations and
  /// rates, large enough that a border can be sharp without large weights.
  static final double RADIUS = 3;

  private static final double SPIRAL_TURNS = 1.25;
  private static final double SPIRAL_START = 0.08;
  private static final double DISC = 0.5;
  private static final double RING_INNER = 0.75;
  private static final double RINGS_DISC = 0.28;
  private static final double[] RINGS_MIDDLE = {0.36, 0.64};
  private static final double RINGS_OUTER = 0.72;
  private static final double XOR_GAP = 0.06;
  private static final double GAUSS_CENTRE = 0.45;
  private static final double GAUSS_SPREAD = 0.15;

  private static final int DRAWS = 8;

  private Shapes() {}

  /// Whether an example belongs to the positive class.
  static boolean positive(int example) {
    return example % 2 == 1;
  }

  /// @param noise standard deviation of the jitter as a multiple of [#RADIUS]
  /// @return (examples × 2), row by row
  static double[] points(DataSpec.Shape shape, int examples, double noise, long seed) {
    double[] points = new double[2 * examples];
    for (int example = 0; example < examples; example++) {
      switch (shape) {
        case CIRCLE -> circle(points, example, seed);
        case XOR -> xor(points, example, seed);
        case GAUSS -> gauss(points, example, seed);
        case SPIRAL -> spiral(points, example, examples, seed);
        case MOONS -> moons(points, example, examples, seed);
        case RINGS -> rings(points, example, seed);
        case WAVE, PLANE, STROKES ->
            throw new IllegalArgumentException(shape + " is no picture of two classes");
      }
      points[2 * example] += noise * RADIUS * normal(seed, example, 2);
      points[2 * example + 1] += noise * RADIUS * normal(seed, example, 3);
    }
    return points;
  }

  /// A disc (positive) inside a ring, both filled evenly by area.
  private static void circle(double[] points, int example, long seed) {
    double share = uniform(seed, example, 0);
    double inner = positive(example) ? 0 : RING_INNER * RING_INNER;
    double outer = positive(example) ? DISC * DISC : 1;
    double r = RADIUS * StrictMath.sqrt(inner + share * (outer - inner));
    double angle = 2 * Math.PI * uniform(seed, example, 1);
    points[2 * example] = r * StrictMath.cos(angle);
    points[2 * example + 1] = r * StrictMath.sin(angle);
  }

  /// A ring (negative) between a disc and a larger ring (both positive), with gaps between. Each
  /// class is filled evenly by area.
  private static void rings(double[] points, int example, long seed) {
    double share = uniform(seed, example, 0);
    double square;
    if (positive(example)) {
      double disc = RINGS_DISC * RINGS_DISC;
      double within = RINGS_OUTER * RINGS_OUTER;
      double area = share * (disc + 1 - within);
      square = area < disc ? area : within + area - disc;
    } else {
      double from = RINGS_MIDDLE[0] * RINGS_MIDDLE[0];
      square = from + share * (RINGS_MIDDLE[1] * RINGS_MIDDLE[1] - from);
    }
    double r = RADIUS * StrictMath.sqrt(square);
    double angle = 2 * Math.PI * uniform(seed, example, 1);
    points[2 * example] = r * StrictMath.cos(angle);
    points[2 * example + 1] = r * StrictMath.sin(angle);
  }

  /// Four squares with a gap between; the positive ones are those where both signs agree.
  private static void xor(double[] points, int example, long seed) {
    double x = RADIUS * (XOR_GAP + (1 - XOR_GAP) * uniform(seed, example, 0));
    double y = RADIUS * (XOR_GAP + (1 - XOR_GAP) * uniform(seed, example, 1));
    boolean right = example / 2 % 2 == 0;
    boolean up = right == positive(example);
    points[2 * example] = right ? x : -x;
    points[2 * example + 1] = up ? y : -y;
  }

  /// Two round clouds on the diagonal, the positive one at the upper right.
  private static void gauss(double[] points, int example, long seed) {
    double centre = positive(example) ? GAUSS_CENTRE : -GAUSS_CENTRE;
    points[2 * example] = RADIUS * (centre + GAUSS_SPREAD * normal(seed, example, 0));
    points[2 * example + 1] = RADIUS * (centre + GAUSS_SPREAD * normal(seed, example, 1));
  }

  /// Two Archimedean spirals, half a turn apart; each is filled evenly along its radius.
  private static void spiral(double[] points, int example, int examples, long seed) {
    double along = along(example, examples, seed);
    double r = RADIUS * (SPIRAL_START + (1 - SPIRAL_START) * along);
    double angle = 2 * Math.PI * SPIRAL_TURNS * along + (positive(example) ? 0 : Math.PI);
    points[2 * example] = r * StrictMath.sin(angle);
    points[2 * example + 1] = r * StrictMath.cos(angle);
  }

  /// Two half circles that reach into each other; the negative one is the upper one. The picture is
  /// 3 diameters of a half circle's radius wide and is scaled to the width of the square.
  private static void moons(double[] points, int example, int examples, long seed) {
    double scale = RADIUS / 1.5;
    double angle = Math.PI * along(example, examples, seed);
    double x = StrictMath.cos(angle);
    double y = StrictMath.sin(angle);
    points[2 * example] = scale * (positive(example) ? 0.5 - x : x - 0.5);
    points[2 * example + 1] = scale * (positive(example) ? 0.25 - y : y - 0.25);
  }

  /// A place in [0, 1) on a curve: each example has its own stretch of it, so that no part of a
  /// curve is bare, and a random place in that stretch.
  static double along(int example, int examples, long seed) {
    int ofClass = positive(example) ? examples / 2 : (examples + 1) / 2;
    int placeInClass = example / 2;
    return (placeInClass + uniform(seed, example, 0)) / ofClass;
  }

  /// @param draw 0 … 7
  static double uniform(long seed, int example, int draw) {
    return CounterRandom.uniform(seed, Purpose.DATA, 0, (long) DRAWS * example + draw);
  }

  /// @param pair 0 … 3: made from the uniform numbers 2·pair and 2·pair + 1
  static double normal(long seed, int example, int pair) {
    return CounterRandom.normal(seed, Purpose.DATA, 0, (long) DRAWS / 2 * example + pair);
  }
}
