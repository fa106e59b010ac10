package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.telemetry.LayerInfo;

/// Finds units that put out exactly 0 for every example.
final class ZeroUnits {
  private static final ValueLayout.OfLong BITS = ValueLayout.JAVA_LONG;

  private final MemorySegment values;
  private final int units;
  private final int area;

  /// @param output of the layer in one pass, to be asked after every step
  ZeroUnits(Block output, LayerInfo info) {
    this.values = output.values().memory();
    this.units = info.units();
    this.area = info.area();
  }

  /// Whether all values of a column are 0 (of either sign). NaN is not 0.
  ///
  /// Eight rows are looked at before anything is decided: whether a rectifier's output is 0 for
  /// one example is a coin toss, and a branch on it is mispredicted half the time, which took
  /// longer than all the rest of a small step's telemetry.
  static boolean allZero(MemorySegment values, long from, int rows) {
    int r = 0;
    for (; r < rows - 7; r += 8) {
      long at = from + r;
      long bits = bits(values, at) | bits(values, at + 1) | bits(values, at + 2);
      bits |= bits(values, at + 3) | bits(values, at + 4) | bits(values, at + 5);
      bits |= bits(values, at + 6) | bits(values, at + 7);
      if (!zero(bits)) {
        return false;
      }
    }
    long rest = 0;
    for (; r < rows; r++) {
      rest |= bits(values, from + r);
    }
    return zero(rest) && rows > 0;
  }

  private static long bits(MemorySegment values, long at) {
    return values.getAtIndex(BITS, at);
  }

  /// Whether nothing but the sign is set.
  private static boolean zero(long bits) {
    return bits << 1 == 0;
  }

  /// Whether a unit put out 0 in all rows; a channel, in all its pixels too.
  boolean zero(int unit, int rows) {
    int run = rows * area;
    return allZero(values, (long) unit * run, run);
  }

  /// How many of the units put out 0 in all rows.
  int count(int rows) {
    int count = 0;
    for (int unit = 0; unit < units; unit++) {
      if (zero(unit, rows)) {
        count++;
      }
    }
    return count;
  }
}
