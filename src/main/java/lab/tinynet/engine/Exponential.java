package lab.tinynet.engine;

/// eˣ and its relatives in plain arithmetic: the same bits on every processor, in interpreted and
/// compiled code, which `Math` does not promise. tanh takes half the time of `StrictMath`'s.
///
/// Method: x = k·ln 2 + r with |r| ≤ ½ ln 2 (reduction in two parts after Cody & Waite, *Software
/// Manual for the Elementary Functions*, 1980), then the Taylor polynomial of eʳ − 1 to the 13th
/// degree, whose remainder is below 5·10⁻¹⁸. Relative errors are below 4·10⁻¹⁶ for eˣ and 10⁻¹⁵ for
/// tanh; a test measures them against `StrictMath`.
final class Exponential {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /// Adding and subtracting it rounds to an integer, which then stands in the low bits of the sum.
  private static final double ROUNDER = 0x1.8p52;

  private static final double OVERFLOW = 709.782712893384;
  private static final double UNDERFLOW = -745.1332191019412;
  private static final double SUBNORMAL = -708;

  /// Beyond this tanh is ±1 to the last bit.
  private static final double TANH_FLAT = 20;

  private static final double C2 = 1.0 / 2;
  private static final double C3 = 1.0 / 6;
  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;
  private static final double C6 = 1.0 / 720;
  private static final double C7 = 1.0 / 5_040;
  private static final double C8 = 1.0 / 40_320;
  private static final double C9 = 1.0 / 362_880;
  private static final double C10 = 1.0 / 3_628_800;
  private static final double C11 = 1.0 / 39_916_800;
  private static final double C12 = 1.0 / 479_001_600;
  private static final double C13 = 1.0 / 6_227_020_800.0;

  private Exponential() {}

  /// eˣ.
  static double exp(double x) {
    if (!(x <= OVERFLOW)) {
      return x + Double.POSITIVE_INFINITY;
    }
    if (x < UNDERFLOW) {
      return 0;
    }
    double shifted = x * LOG2_E + ROUNDER;
    double k = shifted - ROUNDER;
    double r = (x - k * LN2_HIGH) - k * LN2_LOW;
    double value = 1 + polynomial(r);
    if (x < SUBNORMAL) {
      return value * powerOfTwo((int) k + 100) * 0x1.0p-100;
    }
    return k > 1023 ? value * 2 * powerOfTwo((int) k - 1) : value * powerOfTwo((int) k);
  }

  /// eˣ − 1, exact also near 0.
  static double expm1(double x) {
    if (!(x > -40 && x < 40)) {
      return x <= -40 ? -1 : exp(x) - 1;
    }
    double k = (x * LOG2_E + ROUNDER) - ROUNDER;
    double r = (x - k * LN2_HIGH) - k * LN2_LOW;
    double scale = powerOfTwo((int) k);
    return scale * polynomial(r) + (scale - 1);
  }

  /// tanh x = (e²ˣ − 1)/(e²ˣ + 1).
  static double tanh(double x) {
    double size = Math.abs(x);
    if (!(size < TANH_FLAT)) {
      return Double.isNaN(x) ? x : Math.copySign(1, x);
    }
    double y = 2 * size;
    double k = (y * LOG2_E + ROUNDER) - ROUNDER;
    double r = (y - k * LN2_HIGH) - k * LN2_LOW;
    double scale = powerOfTwo((int) k);
    double minusOne = scale * polynomial(r) + (scale - 1);
    return Math.copySign(minusOne / (minusOne + 2), x);
  }

  /// 1/(1 + e⁻ˣ).
  static double sigmoid(double x) {
    double e = exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /// eʳ − 1 for |r| ≤ ½ ln 2, by Estrin's scheme: short chains of dependent operations.
  private static double polynomial(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = (C2 + r * C3) + r2 * (C4 + r * C5);
    double middle = (C6 + r * C7) + r2 * (C8 + r * C9);
    double high = (C10 + r * C11) + r2 * (C12 + r * C13);
    return r + r2 * (low + r4 * (middle + r4 * high));
  }

  /// 2ᵏ for −1022 ≤ k ≤ 1023.
  private static double powerOfTwo(int k) {
    return Double.longBitsToDouble((k + 1023L) << 52);
  }
}
