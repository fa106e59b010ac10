package lab.tinynet.chart.stage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers as the stage writes them: three significant digits, a true minus sign.
public final class Figure {
  private static final int DIGITS = 3;

  private Figure() {}

  public static String of(double value) {
    return of(value, DIGITS);
  }

  /// @param most significant digits, where the number is written without a power of ten
  static String of(double value, int most) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    String digits;
    if (size >= 1e5 || size < 1e-3) {
      digits = String.format(Locale.ROOT, "%.1e", size).replace("e+0", "e").replace("e+", "e");
      digits = digits.replace("e-0", "e−").replace("e-", "e−");
    } else {
      BigDecimal rounded = new BigDecimal(size).round(new MathContext(most));
      digits = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return value < 0 ? "−" + digits : digits;
  }

  /// With a sign, whatever it is; zero has none.
  public static String signed(double value) {
    return value > 0 ? "+" + of(value) : of(value);
  }

  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
