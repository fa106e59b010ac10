package lab.tinynet.chart.stage;

import java.util.Arrays;
import lab.tinynet.telemetry.Frame;

/// Chooses the end of a symmetric scale: a round number that holds what is shown, and that stays
/// while what is shown only breathes, so that colours don't flicker during training.
final class ScaleLimit {
  private static final double[] ROUND = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

  /// A scale shrinks only when less than this share of it is used.
  private static final double KEPT = 0.4;

  private static final double QUANTILE = 0.98;
  private static final int SAMPLES = 6_000;

  private ScaleLimit() {}

  /// @param previous the limit drawn before; 0 if there was none
  /// @param reach the largest size to be shown, ≥ 0; not finite counts as unknown
  static double next(double previous, double reach) {
    if (!Double.isFinite(reach) || reach <= 0) {
      return previous > 0 ? previous : 1;
    }
    boolean holds = previous > 0 && reach <= previous && reach >= KEPT * previous;
    return holds ? previous : roundUp(reach);
  }

  /// The smallest round number (1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten) that is not less.
  static double roundUp(double reach) {
    double power = Math.pow(10, Math.floor(Math.log10(reach)));
    for (double round : ROUND) {
      if (round * power >= reach * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  /// The size that 98 % of the finite outputs of these layers stay within, from an even sample.
  static double reach(Iterable<Frame.LayerFrame> layers) {
    long cells = 0;
    for (Frame.LayerFrame layer : layers) {
      for (float[] map : layer.maps()) {
        cells += map.length;
      }
    }
    if (cells == 0) {
      return Double.NaN;
    }
    int stride = (int) Math.max(1, cells / SAMPLES) | 1;
    float[] sizes = new float[(int) (cells / stride) + 1];
    int count = 0;
    long next = 0;
    long base = 0;
    for (Frame.LayerFrame layer : layers) {
      for (float[] map : layer.maps()) {
        for (; next < base + map.length; next += stride) {
          float size = Math.abs(map[(int) (next - base)]);
          if (Float.isFinite(size)) {
            sizes[count++] = size;
          }
        }
        base += map.length;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(sizes, 0, count);
    return sizes[(int) (QUANTILE * (count - 1))];
  }
}
