package lab.tinynet.session;

/// How fast training goes.
///
/// @param stepsPerSecond > 0; infinite for as fast as the machine can
public record Pace(double stepsPerSecond) {
  public static final Pace UNLIMITED = new Pace(Double.POSITIVE_INFINITY);

  public boolean unlimited() {
    return Double.isInfinite(stepsPerSecond);
  }
}
