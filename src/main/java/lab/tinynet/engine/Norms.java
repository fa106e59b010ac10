package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// L2 norms and checks of finiteness of a run of doubles.
final class Norms {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  /// Outside these bounds a sum of squares has lost digits to overflow or underflow.
  private static final double LARGEST_SQUARE = 1e300;

  private static final double SMALLEST_SQUARE = 1e-270;

  private Norms() {}

  /// Σx², in four interleaved sums: the additions don't wait for each other, and their order is
  /// fixed.
  static double sumOfSquares(MemorySegment x, long from, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < count - 3; i += 4) {
      double x0 = x.getAtIndex(DOUBLE, from + i);
      double x1 = x.getAtIndex(DOUBLE, from + i + 1);
      double x2 = x.getAtIndex(DOUBLE, from + i + 2);
      double x3 = x.getAtIndex(DOUBLE, from + i + 3);
      s0 += x0 * x0;
      s1 += x1 * x1;
      s2 += x2 * x2;
      s3 += x3 * x3;
    }
    for (; i < count; i++) {
      double rest = x.getAtIndex(DOUBLE, from + i);
      s0 += rest * rest;
    }
    return (s0 + s1) + (s2 + s3);
  }

  /// ‖x‖₂, right also where the squares leave the range of a double.
  static double l2(MemorySegment x, long from, int count) {
    return fromSquares(sumOfSquares(x, from, count), x, from, count);
  }

  /// ‖x‖₂ from its sum of squares, computed again with scaling where that has lost digits.
  static double fromSquares(double squares, MemorySegment x, long from, int count) {
    return exact(squares) ? Math.sqrt(squares) : scaled(x, from, count);
  }

  /// Whether a sum of squares has kept its digits.
  static boolean exact(double squares) {
    return squares > SMALLEST_SQUARE && squares < LARGEST_SQUARE;
  }

  private static double scaled(MemorySegment x, long from, int count) {
    double max = 0;
    for (int i = 0; i < count; i++) {
      double size = Math.abs(x.getAtIndex(DOUBLE, from + i));
      if (Double.isNaN(size)) {
        return Double.NaN;
      }
      max = Math.max(max, size);
    }
    if (max == 0 || Double.isInfinite(max)) {
      return max;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double ratio = x.getAtIndex(DOUBLE, from + i) / max;
      sum += ratio * ratio;
    }
    return max * Math.sqrt(sum);
  }

  static boolean allFinite(MemorySegment x, long from, long count) {
    for (long i = from; i < from + count; i++) {
      if (!Double.isFinite(x.getAtIndex(DOUBLE, i))) {
        return false;
      }
    }
    return true;
  }
}
