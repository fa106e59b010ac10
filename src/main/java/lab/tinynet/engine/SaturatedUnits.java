package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.spec.Activation;
import lab.tinynet.telemetry.LayerInfo;

/// Finds sigmoid and tanh units that are saturated: flat for nearly every example.
final class SaturatedUnits {
  /// A unit is flat for an example when |f′(z)| is below this share of its maximum.
  private static final double FLAT = 0.05;

  /// It is saturated when it is flat for this share of the examples.
  private static final double MOSTLY = 0.95;

  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final MemorySegment values;
  private final int units;
  private final int area;
  private final boolean sigmoid;
  private final boolean counted;

  /// @param output of the layer in one pass, to be asked after every forward pass
  SaturatedUnits(Block output, LayerInfo info) {
    this.values = output.values().memory();
    this.units = info.units();
    this.area = info.area();
    this.sigmoid = info.activation().equals(Activation.Kind.SIGMOID.json());
    this.counted = sigmoid || info.activation().equals(Activation.Kind.TANH.json());
  }

  /// How many there are; 0 for activations other than sigmoid and tanh.
  int count(int rows) {
    if (!counted || rows == 0) {
      return 0;
    }
    int run = rows * area;
    int steepAllowed = run - (int) Math.ceil(MOSTLY * run);
    int count = 0;
    for (int unit = 0; unit < units; unit++) {
      if (steep((long) unit * run, run, steepAllowed) <= steepAllowed) {
        count++;
      }
    }
    return count;
  }

  /// For how many values the unit is not flat, counted no further than one beyond the limit. A NaN
  /// is not flat.
  private int steep(long from, int run, int limit) {
    double flat = FLAT * (sigmoid ? 0.25 : 1);
    int steep = 0;
    for (long at = from; at < from + run && steep <= limit; at++) {
      double a = values.getAtIndex(DOUBLE, at);
      double derivative = sigmoid ? a * (1 - a) : 1 - a * a;
      if (!(derivative < flat)) {
        steep++;
      }
    }
    return steep;
  }
}
