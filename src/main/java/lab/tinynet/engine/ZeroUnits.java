package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Finds units that put out exactly 0 for every example.
final class ZeroUnits {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private ZeroUnits() {}

  /// Whether all values of a column are 0 (of either sign). NaN is not 0.
  static boolean allZero(MemorySegment values, long from, int rows) {
    for (int r = 0; r < rows; r++) {
      if (values.getAtIndex(DOUBLE, from + r) != 0) {
        return false;
      }
    }
    return rows > 0;
  }

  /// How many of the columns are all 0.
  static int count(MemorySegment values, int rows, int units) {
    int count = 0;
    for (int unit = 0; unit < units; unit++) {
      if (allZero(values, (long) unit * rows, rows)) {
        count++;
      }
    }
    return count;
  }
}
