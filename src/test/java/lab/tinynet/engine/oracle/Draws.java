package lab.tinynet.engine.oracle;

import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;

/// Random choices for tests, one after the other, the same for the same seed.
public final class Draws {
  private final long seed;
  private long next;

  public Draws(long seed) {
    this.seed = seed;
  }

  /// A whole number from `low` to `high`, both included.
  public int between(int low, int high) {
    return low + CounterRandom.below(high - low + 1, seed, Purpose.DATA, 1, next++);
  }

  public double uniform(double low, double high) {
    return low + (high - low) * CounterRandom.uniform(seed, Purpose.DATA, 2, next++);
  }

  /// True once in `n` times.
  public boolean onceIn(int n) {
    return between(1, n) == 1;
  }

  @SafeVarargs
  public final <T> T oneOf(T... choices) {
    return choices[between(0, choices.length - 1)];
  }

  /// `count` numbers between ±`limit`.
  public double[] uniforms(int count, double limit) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = uniform(-limit, limit);
    }
    return values;
  }
}
