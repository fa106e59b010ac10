package lab.tinynet.spec;

/// Powers with a whole exponent.
public final class Powers {
  private Powers() {}

  /// `base` to a whole power by repeated squaring. `StrictMath.pow` allocates unless the compiler
  /// sees through it, and `Math.pow` may differ between processors.
  ///
  /// @param exponent ≥ 0
  public static double whole(double base, long exponent) {
    double result = 1;
    double square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
