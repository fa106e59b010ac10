package lab.tinynet.spec;

/// Randomness without a position: a number is a pure function of seed, purpose, step and index, so
/// any state of a run can be computed again without replaying a generator.
///
/// The function is Philox-4×64 with ten rounds (Salmon, Moraes, Dror, Shaw: *Parallel random
/// numbers: as easy as 1, 2, 3*, SC 2011), keyed by seed and purpose, of which the first word is
/// used.
public final class CounterRandom {
  private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
  private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
  private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
  private static final long WEYL_1 = 0xBB67AE8584CAA73BL;
  private static final double UNIT = 0x1.0p-53;

  private CounterRandom() {}

  /// What a random number is for. Purposes have their own streams, so that using more numbers for
  /// one never shifts another. The number of a purpose is part of every run's meaning: never change
  /// one.
  public enum Purpose {
    DATA(1),
    SPLIT(2),
    WEIGHTS(3),
    BIASES(4),
    SHUFFLE(5),
    DROPOUT(6),
    PROBE(7);

    private final long key;

    Purpose(long key) {
      this.key = key;
    }
  }

  /// 64 random bits.
  public static long bits(long seed, Purpose purpose, long step, long index) {
    return word(step, index, 0, 0, seed, purpose.key);
  }

  /// Uniform in [0, 1).
  public static double uniform(long seed, Purpose purpose, long step, long index) {
    return (bits(seed, purpose, step, index) >>> 11) * UNIT;
  }

  /// Uniform in 0 … bound − 1, without noticeable bias for bounds below 2³² (Lemire's
  /// multiplication).
  public static int below(int bound, long seed, Purpose purpose, long step, long index) {
    return (int) Math.unsignedMultiplyHigh(bits(seed, purpose, step, index), bound);
  }

  /// Standard normal, by Box and Muller's transform of the two uniforms at 2·index and 2·index + 1.
  public static double normal(long seed, Purpose purpose, long step, long index) {
    double radius = 1 - uniform(seed, purpose, step, 2 * index);
    double angle = uniform(seed, purpose, step, 2 * index + 1);
    return StrictMath.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * Math.PI * angle);
  }

  /// The first word of Philox-4×64-10 for a counter of four words and a key of two.
  static long word(long c0, long c1, long c2, long c3, long k0, long k1) {
    long x0 = c0;
    long x1 = c1;
    long x2 = c2;
    long x3 = c3;
    long key0 = k0;
    long key1 = k1;
    for (int round = 0; round < 10; round++) {
      long high0 = Math.unsignedMultiplyHigh(MULTIPLIER_0, x0);
      long low0 = MULTIPLIER_0 * x0;
      long high1 = Math.unsignedMultiplyHigh(MULTIPLIER_1, x2);
      long low1 = MULTIPLIER_1 * x2;
      x0 = high1 ^ x1 ^ key0;
      x1 = low1;
      x2 = high0 ^ x3 ^ key1;
      x3 = low0;
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
    return x0;
  }
}
