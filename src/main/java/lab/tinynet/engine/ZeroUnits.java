package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Finds units that put out exactly 0 for every example.
final class ZeroUnits {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final MemorySegment values;
  private final int units;

  /// @param output of the layer in one pass, to be asked after every step
  ZeroUnits(Block output) {
    this.values = output.values().memory();
    this.units = output.columns();
  }

  /// Whether all values of a column are 0 (of either sign). NaN is not 0.
  static boolean allZero(MemorySegment values, long from, int rows) {
    for (int r = 0; r < rows; r++) {
      if (values.getAtIndex(DOUBLE, from + r) != 0) {
        return false;
      }
    }
    return rows > 0;
  }

  /// How many of the units put out 0 in all rows.
  int count(int rows) {
    int count = 0;
    for (int unit = 0; unit < units; unit++) {
      // Nearly always the first row decides.
      long column = (long) unit * rows;
      if (values.getAtIndex(DOUBLE, column) == 0 && allZero(values, column, rows)) {
        count++;
      }
    }
    return count;
  }
}
