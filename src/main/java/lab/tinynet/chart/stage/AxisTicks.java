package lab.tinynet.chart.stage;

/// Few round numbers along an axis.
final class AxisTicks {
  private AxisTicks() {}

  /// Three to five numbers, 1, 2, 3 or 5 times a power of ten apart, inside the range.
  static double[] of(double low, double high) {
    double span = high - low;
    if (!(span > 0) || !Double.isFinite(span)) {
      return new double[0];
    }
    double step = step(span / 4);
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    double[] ticks = new double[(int) (last - first + 1)];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (first + i) * step;
    }
    return ticks;
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double round : new double[] {1, 2, 3, 5}) {
      if (round * power >= least * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }
}
