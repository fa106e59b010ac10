package lab.tinynet.spec;

import java.util.List;

/// How the learning rate changes from step to step: a factor on the optimiser's rate that depends
/// on the step's number t alone (t steps are done before it), so every step can be computed again.
public sealed interface Schedule {
  List<String> KINDS = List.of("constant", "step", "cosine", "warmup");
  Schedule CONSTANT = new Constant();

  /// The name in JSON.
  String kind();

  /// The factor of a step, 0 … 1. Allocates nothing.
  ///
  /// @param step number of steps done before, ≥ 0
  double factor(long step);

  /// 1.
  record Constant() implements Schedule {
    @Override
    public String kind() {
      return "constant";
    }

    @Override
    public double factor(long step) {
      return 1;
    }
  }

  /// A fall by the same factor every so many steps: factor^⌊t / every⌋.
  ///
  /// @param every steps between two falls, ≥ 1
  /// @param factor 0 < factor ≤ 1
  record Staircase(long every, double factor) implements Schedule {
    public static final long DEFAULT_EVERY = 1_000;
    public static final double DEFAULT_FACTOR = 0.1;

    @Override
    public String kind() {
      return "step";
    }

    @Override
    public double factor(long step) {
      return Powers.whole(factor, step / every);
    }
  }

  /// Half a cosine from 1 down to `to`, and then that: to + (1 − to)(1 + cos(π·min(t, T) / T)) / 2
  /// (Loshchilov & Hutter 2017, without restarts).
  ///
  /// @param steps T ≥ 1, how long the way down is
  /// @param to 0 ≤ to ≤ 1
  record Cosine(long steps, double to) implements Schedule {
    public static final long DEFAULT_STEPS = 1_000;

    @Override
    public String kind() {
      return "cosine";
    }

    @Override
    public double factor(long step) {
      return to + (1 - to) * fall((double) Math.min(step, steps) / steps);
    }

    /// (1 + cos πu) / 2 for 0 ≤ u ≤ 1, as 1 − sin²(πu/2) or sin²(π(1 − u)/2), so that it is never
    /// negative.
    private static double fall(double u) {
      double sine = sine(Math.PI / 2 * Math.min(u, 1 - u));
      return u < 0.5 ? 1 - sine * sine : sine * sine;
    }

    /// sin x for 0 ≤ x ≤ π/4 by its series, whose next term is below 10⁻¹⁹. `Math.sin` may differ
    /// between processors, and `StrictMath.sin` allocates.
    private static double sine(double x) {
      double square = x * x;
      double series = 1;
      for (int n = 16; n >= 2; n -= 2) {
        series = 1 - square / (n * (n + 1)) * series;
      }
      return x * series;
    }
  }

  /// A straight rise over the first T steps: min(1, (t + 1) / T) (Goyal et al. 2017).
  ///
  /// @param steps T ≥ 1
  record Warmup(long steps) implements Schedule {
    public static final long DEFAULT_STEPS = 100;

    @Override
    public String kind() {
      return "warmup";
    }

    @Override
    public double factor(long step) {
      return step >= steps ? 1 : (step + 1.0) / steps;
    }
  }
}
