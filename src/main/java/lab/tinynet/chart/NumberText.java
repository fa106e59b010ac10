package lab.tinynet.chart;

import java.util.Locale;

/// Numbers as the charts write them: three significant digits, a real minus sign, powers of ten
/// raised, thousands grouped, and what is not finite by its name.
public final class NumberText {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final double THOUSAND = 1e3;
  private static final double MILLION = 1e6;
  private static final double BILLION = 1e9;

  private NumberText() {}

  /// A measured value: `0.0342`, `12.3`, `1.20×10⁻⁵`, `NaN`, `∞`.
  public static String value(double value) {
    return digits(value, 3);
  }

  /// A measured value where there is little room: `0.034`, `12`, `1.2×10⁻⁵`.
  public static String brief(double value) {
    return digits(value, 2);
  }

  /// A value with as many decimals as [#brief(double)] gives another one: a mean beside its
  /// deviation.
  static String alike(double value, double other) {
    double size = Math.abs(value);
    double scale = Math.abs(other);
    if (!(scale >= 1e-3 && scale < 1e4) || size >= 1e5) {
      return brief(value);
    }
    String text = fixed(size, Math.max(0, 1 - exponent(scale, 2)));
    return value < 0 && text.matches(".*[1-9].*") ? "−" + text : text;
  }

  private static String digits(double value, int digits) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    int exponent = exponent(size, digits);
    if (exponent < -3 || exponent > 4) {
      String text = String.format(Locale.ROOT, "%." + (digits - 1) + "e", size);
      int mark = text.indexOf('e');
      String power = superscript(Integer.parseInt(text.substring(mark + 1)));
      return sign(value) + text.substring(0, mark) + "×10" + power;
    }
    return sign(value) + fixed(size, Math.max(0, digits - 1 - exponent));
  }

  /// A value beside a linear axis, with as many decimals as the distance of the ticks needs.
  static String tick(double value, double distance) {
    double size = Math.abs(value);
    if (size < distance / 2) {
      return "0";
    }
    if (size >= 100 * BILLION || distance < 1e-4) {
      return shortPower(value);
    }
    if (size >= 10 * THOUSAND) {
      return sign(value) + abbreviated(size);
    }
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(distance) + 1e-9));
    return sign(value) + fixed(size, decimals);
  }

  /// A value beside a logarithmic axis: `0.01`, `1`, `100`, `10⁻⁵`.
  static String logTick(double value) {
    int exponent = exponent(value, 3);
    if (exponent >= -3 && exponent <= 3) {
      return fixed(value, Math.max(0, -exponent));
    }
    return shortPower(value);
  }

  /// A step or a count, in full: `12,345`.
  public static String whole(long number) {
    return (number < 0 ? "−" : "") + String.format(Locale.ROOT, "%,d", Math.abs(number));
  }

  /// A step below the axis: `900`, `2,000`, `20k`, `1.5M`.
  static String stepTick(double step) {
    return step < 10 * THOUSAND ? whole((long) step) : abbreviated(step);
  }

  /// A fraction as percent: `97.3%`.
  public static String percent(double fraction) {
    if (!Double.isFinite(fraction)) {
      return nonFinite(fraction);
    }
    return String.format(Locale.ROOT, fraction == 1 ? "%.0f%%" : "%.1f%%", 100 * fraction);
  }

  private static String abbreviated(double size) {
    if (size >= BILLION) {
      return trimmed(size / BILLION) + "G";
    }
    return size >= MILLION ? trimmed(size / MILLION) + "M" : trimmed(size / THOUSAND) + "k";
  }

  private static String trimmed(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return text.replaceAll("\\.?0+$", "");
  }

  private static String shortPower(double value) {
    int exponent = exponent(Math.abs(value), 3);
    double lead = Math.abs(value) / Math.pow(10, exponent);
    String times = Math.abs(lead - 1) < 0.005 ? "" : trimmed(lead) + "×";
    return sign(value) + times + "10" + superscript(exponent);
  }

  /// The decimal exponent after rounding to so many digits, so that 9.999 counts as 10.
  private static int exponent(double size, int digits) {
    int exponent = (int) Math.floor(Math.log10(size));
    double rounded = 10 - 0.5 * Math.pow(10, 1 - digits);
    return size / Math.pow(10, exponent) >= rounded ? exponent + 1 : exponent;
  }

  private static String fixed(double size, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", size);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String sign(double value) {
    return value < 0 ? "−" : "";
  }

  private static String nonFinite(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  }
}
