package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.telemetry.Frame.Distribution;
import lab.tinynet.telemetry.Frame.Moments;
import lab.tinynet.telemetry.Frame.UnitFrame;
import lab.tinynet.telemetry.LayerInfo;

/// What single units did in a forward pass over a probe set. The numbers of a unit, of a channel
/// those of all its pixels, are one run of memory.
final class UnitStatistics {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;
  private static final int BINS = 40;

  private UnitStatistics() {}

  /// @param layer index in the log
  static UnitFrame of(Pass pass, Network network, int layer, int unit) {
    LayerInfo info = network.infos().get(layer);
    LayerPass at = pass.layer(layer);
    int count = pass.rows() * info.area();
    MemorySegment outputs = at.output().values().memory();
    // Only where it has the output's shape does a unit of it belong to a unit of the output.
    MemorySegment z = PreActivations.exist(info) ? at.preActivation().memory() : outputs;
    long from = (long) unit * count;
    double sum = 0;
    int zeros = 0;
    for (int i = 0; i < count; i++) {
      double output = outputs.getAtIndex(DOUBLE, from + i);
      sum += output;
      zeros += output == 0 ? 1 : 0;
    }
    return new UnitFrame(
        layer, unit, distribution(z, from, count), sum / count, zeros / (double) count);
  }

  private static Distribution distribution(MemorySegment values, long from, int count) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int below = 0;
    for (int i = 0; i < count; i++) {
      double value = values.getAtIndex(DOUBLE, from + i);
      below += value < 0 ? 1 : 0;
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    int[] counts = new int[BINS];
    if (low > high) {
      return new Distribution(Double.NaN, Double.NaN, counts, below / (double) count);
    }
    for (int i = 0; i < count; i++) {
      double value = values.getAtIndex(DOUBLE, from + i);
      if (Double.isFinite(value)) {
        double share = high > low ? (value - low) / (high - low) : 0.5;
        counts[Math.clamp((int) (share * BINS), 0, BINS - 1)]++;
      }
    }
    return new Distribution(low, high, counts, below / (double) count);
  }

  /// The largest pre-activation of a unit; NaN if one is NaN.
  static double highest(Pass pass, Network network, int layer, int unit) {
    LayerInfo info = network.infos().get(layer);
    LayerPass at = pass.layer(layer);
    boolean exist = PreActivations.exist(info);
    MemorySegment z = exist ? at.preActivation().memory() : at.output().values().memory();
    int count = pass.rows() * info.area();
    long from = (long) unit * count;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      highest = Math.max(highest, z.getAtIndex(DOUBLE, from + i));
    }
    return highest;
  }

  /// Mean of each unit's outputs.
  ///
  /// @param into receives them from `at` on
  static void means(Pass pass, LayerInfo info, int layer, float[] into, int at) {
    MemorySegment values = pass.layer(layer).output().values().memory();
    int count = pass.rows() * info.area();
    for (int unit = 0; unit < info.units(); unit++) {
      into[at + unit] = (float) (sum(values, (long) unit * count, count) / count);
    }
  }

  private static double sum(MemorySegment values, long from, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values.getAtIndex(DOUBLE, from + i);
    }
    return sum;
  }

  /// Mean and standard deviation of each unit's numbers.
  static Moments[] moments(FlatBuffer of, LayerInfo info, int rows) {
    MemorySegment values = of.memory();
    int count = rows * info.area();
    Moments[] moments = new Moments[info.units()];
    for (int unit = 0; unit < moments.length; unit++) {
      long from = (long) unit * count;
      double mean = sum(values, from, count) / count;
      double squares = 0;
      for (int i = 0; i < count; i++) {
        double off = values.getAtIndex(DOUBLE, from + i) - mean;
        squares += off * off;
      }
      moments[unit] = new Moments(mean, Math.sqrt(squares / count));
    }
    return moments;
  }
}
