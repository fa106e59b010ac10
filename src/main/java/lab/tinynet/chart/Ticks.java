package lab.tinynet.chart;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Round numbers on an axis: distances of 1, 2 or 5 times a power of ten.
final class Ticks {
  private static final double SLACK = 1e-9;

  private Ticks() {}

  /// The smallest of 1, 2, 5 × 10ⁿ that is not below the value.
  static double niceAbove(double value) {
    if (!(value > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double lead = value / power;
    if (lead <= 1 + SLACK) {
      return power;
    }
    return lead <= 2 + SLACK ? 2 * power : lead <= 5 + SLACK ? 5 * power : 10 * power;
  }

  /// Multiples of a round distance from `low` to `high`, at most about `most` of them.
  static double[] linear(double low, double high, int most) {
    double distance = niceAbove(high / most - low / most);
    return multiples(low, high, distance);
  }

  /// Whole numbers from `low` to `high`, at most about `most` of them.
  static double[] whole(double low, double high, int most) {
    return multiples(low, high, Math.max(1, niceAbove((high - low) / most)));
  }

  /// Steps from `from` to `to`, at most about `most` of them: multiples of 1, 2, 2.5 or 5 times a
  /// power of ten, as near to each other as there is room.
  static double[] steps(long from, long to, int most) {
    double least = (to - from) / (double) most;
    double distance = Math.max(1, niceAbove(least));
    double quarter = distance / 2;
    boolean halves = quarter >= least && quarter == Math.rint(quarter);
    return multiples((double) from, (double) to, halves ? quarter : distance);
  }

  /// Powers of ten; with room for more on a short axis, 2 and 5 times them as well.
  static double[] decades(int low, int high, int most) {
    int span = high - low;
    if (3 * span + 1 <= most) {
      return IntStream.rangeClosed(low, high)
          .mapToDouble(exponent -> Math.pow(10, exponent))
          .flatMap(ten -> DoubleStream.of(ten, 2 * ten, 5 * ten))
          .filter(tick -> tick <= Math.pow(10, high) * (1 + SLACK))
          .toArray();
    }
    int distance = Math.max(1, Math.ceilDiv(span, Math.max(1, most)));
    return IntStream.rangeClosed(Math.ceilDiv(low, distance), Math.floorDiv(high, distance))
        .mapToDouble(multiple -> Math.pow(10, multiple * distance))
        .filter(tick -> tick > 0 && Double.isFinite(tick))
        .toArray();
  }

  private static double[] multiples(double low, double high, double distance) {
    long first = (long) Math.ceil(low / distance - SLACK);
    long last = (long) Math.floor(high / distance + SLACK);
    double[] ticks = new double[(int) Math.max(0, last - first + 1)];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (first + i) * distance;
    }
    return ticks;
  }
}
