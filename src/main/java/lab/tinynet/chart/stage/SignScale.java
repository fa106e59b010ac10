package lab.tinynet.chart.stage;

/// The colour of a number on a signed scale: the ground's colour at the centre, the positive colour
/// at `center + half`, the negative one at `center − half`. The same scale serves every tile that
/// is to be compared, so a dead unit cannot look alive. A number beyond the ends gets the colour of
/// the end, and [#beyond] tells, so that the painter can mark it.
public final class SignScale {
  /// Steps on either side of the centre.
  private static final int STEPS = 256;

  private final double center;
  private final double half;
  private final int[] table = new int[2 * STEPS + 1];

  /// @param center the number that has the ground's colour
  /// @param half distance from the centre to either end, above 0
  /// @param negative opaque ARGB at the lower end
  /// @param ground opaque ARGB at the centre
  /// @param positive opaque ARGB at the upper end
  public SignScale(double center, double half, int negative, int ground, int positive) {
    if (!(half > 0)) {
      throw new IllegalArgumentException("half range " + half + " is not above 0");
    }
    this.center = center;
    this.half = half;
    for (int i = 0; i <= STEPS; i++) {
      double share = i / (double) STEPS;
      table[STEPS + i] = mix(ground, positive, share);
      table[STEPS - i] = mix(ground, negative, share);
    }
  }

  public double center() {
    return center;
  }

  public double half() {
    return half;
  }

  /// The colour of a finite number.
  ///
  /// @return opaque ARGB
  public int argb(double value) {
    int step = (int) Math.rint((value - center) / half * STEPS);
    return table[STEPS + Math.clamp(step, -STEPS, STEPS)];
  }

  /// Where a number lies: −1 below the scale, 0 on it, +1 above it.
  public int beyond(double value) {
    double distance = value - center;
    double tolerated = half * (1 + 1e-6);
    return distance > tolerated ? 1 : distance < -tolerated ? -1 : 0;
  }

  /// Goes from one colour to another, channel by channel.
  ///
  /// @param share 0 … 1, how much of `to`
  /// @return opaque ARGB
  static int mix(int from, int to, double share) {
    int red = channel(from >> 16 & 0xff, to >> 16 & 0xff, share);
    int green = channel(from >> 8 & 0xff, to >> 8 & 0xff, share);
    int blue = channel(from & 0xff, to & 0xff, share);
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  private static int channel(int from, int to, double share) {
    return (int) Math.rint(from + (to - from) * share);
  }
}
