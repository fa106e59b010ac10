package lab.tinynet.chart;

/// A value axis: where a value stands between its two ends, and which values are written beside it.
/// Knows no pixels.
public sealed interface Scale {
  double low();

  double high();

  /// Where a value stands: 0 at the low end, 1 at the high end, beyond them outside. −∞ if the
  /// value lies infinitely far below (0 on a logarithmic axis), NaN if it is not finite.
  double position(double value);

  /// The values to be written beside the axis, ascending, all within its ends.
  ///
  /// @param most about how many there is room for, at least 2
  double[] ticks(int most);

  /// A linear axis with round ends that holds both values.
  static Scale linear(double min, double max, int ticks) {
    double low = Math.min(min, max);
    double high = Math.max(min, max);
    if (low == high) {
      double margin = low == 0 ? 1 : Math.abs(low) / 2;
      low = low > 0 ? 0 : low - margin;
      high = high < 0 ? 0 : high + margin;
    }
    double distance = Ticks.niceAbove((high / ticks) - (low / ticks));
    return new Linear(
        Math.max(-Double.MAX_VALUE, Math.floor(low / distance) * distance),
        Math.min(Double.MAX_VALUE, Math.ceil(high / distance) * distance));
  }

  /// A logarithmic axis that begins and ends at powers of ten and holds both values.
  ///
  /// @param min the smallest value above 0
  static Scale log(double min, double max) {
    double low = Math.floor(Math.log10(min) + 1e-9);
    double high = Math.ceil(Math.log10(max) - 1e-9);
    return new Log(low, Math.max(high, low + 1));
  }

  /// Equal distances mean equal differences.
  record Linear(double low, double high) implements Scale {
    @Override
    public double position(double value) {
      return Double.isFinite(value) ? (value / 2 - low / 2) / (high / 2 - low / 2) : Double.NaN;
    }

    @Override
    public double[] ticks(int most) {
      return Ticks.linear(low, high, most);
    }
  }

  /// Equal distances mean equal ratios.
  ///
  /// @param lowExponent decimal exponent of the low end
  /// @param highExponent decimal exponent of the high end
  record Log(double lowExponent, double highExponent) implements Scale {
    @Override
    public double low() {
      return Math.pow(10, lowExponent);
    }

    @Override
    public double high() {
      return Math.pow(10, highExponent);
    }

    @Override
    public double position(double value) {
      if (!Double.isFinite(value) || value < 0) {
        return Double.NaN;
      }
      return (Math.log10(value) - lowExponent) / (highExponent - lowExponent);
    }

    @Override
    public double[] ticks(int most) {
      return Ticks.decades((int) lowExponent, (int) highExponent, most);
    }
  }
}
