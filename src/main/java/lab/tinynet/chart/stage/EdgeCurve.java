package lab.tinynet.chart.stage;

/// The shape of every edge: the cubic Bézier curve from (0, 0) to (1, 1) whose control points are
/// (½, 0) and (½, 1), as a function of x. x(t) = 1.5t − 1.5t² + t³ and y(t) = 3t² − 2t³.
final class EdgeCurve {
  private static final int STEPS = 512;
  private static final float[] HEIGHT = new float[STEPS + 1];
  private static final float[] SLOPE = new float[STEPS + 1];

  static {
    for (int i = 0; i <= STEPS; i++) {
      double t = parameter(i / (double) STEPS);
      HEIGHT[i] = (float) (t * t * (3 - 2 * t));
      SLOPE[i] = (float) (6 * t * (1 - t) / (1.5 - 3 * t + 3 * t * t));
    }
  }

  private EdgeCurve() {}

  /// @param x 0 … 1
  /// @return how far the curve has risen there, 0 … 1
  static float height(double x) {
    return HEIGHT[index(x)];
  }

  /// @param x 0 … 1
  /// @return the derivative there
  static float slope(double x) {
    return SLOPE[index(x)];
  }

  private static int index(double x) {
    return Math.clamp((int) (x * STEPS + 0.5), 0, STEPS);
  }

  private static double parameter(double x) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 50; i++) {
      double t = (low + high) / 2;
      if (t * (1.5 + t * (t - 1.5)) < x) {
        low = t;
      } else {
        high = t;
      }
    }
    return (low + high) / 2;
  }
}
