package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.LayerInfo;

/// Batch normalisation (Ioffe & Szegedy 2015): a = γ·(x − μ)/√(σ² + ε) + β, with mean and variance
/// of a unit over the examples of the batch, and of an image over its pixels too; in evaluation the
/// running ones.
///
/// The variance that normalises is the mean square; into the running one goes the unbiased estimate
/// (PyTorch's choice), and nothing where there is only one number to estimate it from.
final class BatchNormLayer implements Layer {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final LayerInfo info;
  private final int units;
  private final int area;
  private final LayerMemory memory;
  private final ScaleAndShift learnt;

  /// @param units of the input: channels of an image
  /// @param area numbers of a unit: pixels of a channel
  BatchNormLayer(LayerInfo info, int units, int area, LayerMemory memory) {
    this.info = info;
    this.units = units;
    this.area = area;
    this.memory = memory;
    this.learnt = new ScaleAndShift(memory, units);
  }

  /// How many running statistics there are: means, then variances.
  static int statisticsCount(int units) {
    return 2 * units;
  }

  ScaleAndShift learnt() {
    return learnt;
  }

  @Override
  public LayerInfo info() {
    return info;
  }

  @Override
  public int parameterOffset() {
    return memory.offset();
  }

  @Override
  public int parameterCount() {
    return learnt.count();
  }

  @Override
  public void initialize(long seed, int index) {
    learnt.initialize();
    memory.statistics().fill(memory.statisticsOffset(), units, 0);
    memory.statistics().fill((long) memory.statisticsOffset() + units, units, 1);
  }

  /// Of gradients, mean and variance are 0: they are not learnt.
  @Override
  public Optional<Weights.Layer> read(FlatBuffer from) {
    boolean parameters = from == memory.parameters();
    Matrix none = Matrix.of(1, units, new double[units]);
    int mean = memory.statisticsOffset();
    return Optional.of(
        new Weights.BatchNorm(
            learnt.readGamma(from),
            learnt.readBeta(from),
            parameters ? ScaleAndShift.row(memory.statistics(), mean, units) : none,
            parameters ? ScaleAndShift.row(memory.statistics(), mean + units, units) : none));
  }

  @Override
  public void write(Weights.Layer layer) {
    if (!(layer instanceof Weights.BatchNorm norm)) {
      throw new IllegalArgumentException(info.name() + " is no " + layer);
    }
    learnt.write(norm.gamma(), norm.beta());
    ScaleAndShift.write(norm.mean(), memory.statistics(), memory.statisticsOffset());
    ScaleAndShift.write(norm.variance(), memory.statistics(), memory.statisticsOffset() + units);
  }

  private double runningMean(int unit) {
    return memory.statistics().get((long) memory.statisticsOffset() + unit);
  }

  private double runningVariance(int unit) {
    return memory.statistics().get((long) memory.statisticsOffset() + units + unit);
  }

  @Override
  public LayerPass newPass(Block input, int capacity, boolean training) {
    return new Pass(input, capacity, training);
  }

  private final class Pass implements LayerPass {
    private final Block input;
    private final Block output;
    private final boolean training;
    private final double[] means = new double[units];
    private final double[] variances = new double[units];

    /// Numbers of a unit in the last forward pass.
    private int count;

    Pass(Block input, int capacity, boolean training) {
      this.input = input;
      this.output = new Block(capacity, units * area, training);
      this.training = training;
    }

    @Override
    public Block output() {
      return output;
    }

    @Override
    public FlatBuffer preActivation() {
      return input.values();
    }

    @Override
    public void forward(int rows, long step) {
      output.prepare(rows);
      count = rows * area;
      MemorySegment x = input.values().memory();
      for (int unit = 0; unit < units; unit++) {
        long at = (long) unit * count;
        if (training) {
          means[unit] = sum(x, at, count) / count;
          variances[unit] = squares(x, at, count, means[unit]) / count;
        } else {
          means[unit] = runningMean(unit);
          variances[unit] = runningVariance(unit);
        }
        double scale = learnt.gamma(unit) * inverse(unit);
        normalise(x, output.values().memory(), at, count, means[unit], scale, learnt.beta(unit));
      }
    }

    /// 1/√(σ² + ε). A variance that has overflowed is a broken step, not one of zeros.
    private double inverse(int unit) {
      double variance = variances[unit];
      return variance < Double.POSITIVE_INFINITY
          ? 1 / Math.sqrt(variance + LayerSpec.BatchNorm.EPSILON)
          : Double.NaN;
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      MemorySegment x = input.values().memory();
      MemorySegment d = output.gradient().memory();
      for (int unit = 0; unit < units; unit++) {
        long at = (long) unit * count;
        double inverse = inverse(unit);
        double beta = sum(d, at, count);
        double gamma = products(d, x, at, count, means[unit]) * inverse;
        learnt.setGradients(unit, gamma, beta);
        if (input.hasGradient()) {
          double scale = learnt.gamma(unit) * inverse;
          double slope = inverse * gamma / count;
          MemorySegment into = input.gradient().memory();
          passOn(d, x, into, at, count, means[unit], scale, slope, beta / count);
        }
      }
    }

    @Override
    public void updateStatistics() {
      double share = LayerSpec.BatchNorm.SHARE;
      FlatBuffer statistics = memory.statistics();
      for (int unit = 0; unit < units; unit++) {
        long mean = (long) memory.statisticsOffset() + unit;
        statistics.set(mean, (1 - share) * statistics.get(mean) + share * means[unit]);
        if (count > 1) {
          double unbiased = variances[unit] * (count / (count - 1.0));
          double kept = (1 - share) * statistics.get(mean + units);
          statistics.set(mean + units, kept + share * unbiased);
        }
      }
    }

    @Override
    public void close() {
      output.close();
    }
  }

  /// Σx, in four interleaved sums, as in [Norms].
  private static double sum(MemorySegment x, long at, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += x.getAtIndex(DOUBLE, at + i);
      s1 += x.getAtIndex(DOUBLE, at + i + 1);
      s2 += x.getAtIndex(DOUBLE, at + i + 2);
      s3 += x.getAtIndex(DOUBLE, at + i + 3);
    }
    for (; i < n; i++) {
      s0 += x.getAtIndex(DOUBLE, at + i);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /// Σ(x − mean)².
  private static double squares(MemorySegment x, long at, int n, double mean) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      double x0 = x.getAtIndex(DOUBLE, at + i) - mean;
      double x1 = x.getAtIndex(DOUBLE, at + i + 1) - mean;
      double x2 = x.getAtIndex(DOUBLE, at + i + 2) - mean;
      double x3 = x.getAtIndex(DOUBLE, at + i + 3) - mean;
      s0 += x0 * x0;
      s1 += x1 * x1;
      s2 += x2 * x2;
      s3 += x3 * x3;
    }
    for (; i < n; i++) {
      double rest = x.getAtIndex(DOUBLE, at + i) - mean;
      s0 += rest * rest;
    }
    return (s0 + s1) + (s2 + s3);
  }

  /// Σd·(x − mean).
  private static double products(MemorySegment d, MemorySegment x, long at, int n, double mean) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += d.getAtIndex(DOUBLE, at + i) * (x.getAtIndex(DOUBLE, at + i) - mean);
      s1 += d.getAtIndex(DOUBLE, at + i + 1) * (x.getAtIndex(DOUBLE, at + i + 1) - mean);
      s2 += d.getAtIndex(DOUBLE, at + i + 2) * (x.getAtIndex(DOUBLE, at + i + 2) - mean);
      s3 += d.getAtIndex(DOUBLE, at + i + 3) * (x.getAtIndex(DOUBLE, at + i + 3) - mean);
    }
    for (; i < n; i++) {
      s0 += d.getAtIndex(DOUBLE, at + i) * (x.getAtIndex(DOUBLE, at + i) - mean);
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static void normalise(
      MemorySegment x, MemorySegment a, long at, int n, double mean, double scale, double shift) {
    for (int i = 0; i < n; i++) {
      a.setAtIndex(DOUBLE, at + i, scale * (x.getAtIndex(DOUBLE, at + i) - mean) + shift);
    }
  }

  /// ∂L/∂x = γ/σ·(d − mean of d − x̂·mean of d·x̂).
  ///
  /// @param slope what x − mean is multiplied by to make x̂·mean of d·x̂
  private static void passOn(
      MemorySegment d,
      MemorySegment x,
      MemorySegment into,
      long at,
      int n,
      double mean,
      double scale,
      double slope,
      double shift) {
    for (int i = 0; i < n; i++) {
      double off = x.getAtIndex(DOUBLE, at + i) - mean;
      double centred = d.getAtIndex(DOUBLE, at + i) - shift - off * slope;
      into.setAtIndex(DOUBLE, at + i, scale * centred);
    }
  }
}
