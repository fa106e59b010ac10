package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.LayerInfo;

/// Layer normalisation (Ba, Kiros & Hinton 2016): a = γ·(x − μ)/√(σ² + ε) + β, with mean and
/// variance over all numbers of an example, the same in training and evaluation; γ and β have one
/// number for each.
///
/// Loops run over the examples innermost, where the memory is contiguous, with a sum for each.
final class LayerNormLayer implements Layer {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final LayerInfo info;
  private final int size;
  private final LayerMemory memory;
  private final ScaleAndShift learnt;

  /// @param size numbers of an example
  LayerNormLayer(LayerInfo info, int size, LayerMemory memory) {
    this.info = info;
    this.size = size;
    this.memory = memory;
    this.learnt = new ScaleAndShift(memory, size);
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
  }

  @Override
  public Optional<Weights.Layer> read(FlatBuffer from) {
    return Optional.of(new Weights.LayerNorm(learnt.readGamma(from), learnt.readBeta(from)));
  }

  @Override
  public void write(Weights.Layer layer) {
    if (!(layer instanceof Weights.LayerNorm norm)) {
      throw new IllegalArgumentException(info.name() + " is no " + layer);
    }
    learnt.write(norm.gamma(), norm.beta());
  }

  @Override
  public LayerPass newPass(Block input, int capacity, boolean training) {
    return new Pass(input, capacity, training);
  }

  private final class Pass implements LayerPass {
    private final Block input;
    private final Block output;

    /// One number an example.
    private final double[] means;

    private final double[] inverses;
    private final double[] sums;
    private final double[] products;

    Pass(Block input, int capacity, boolean training) {
      this.input = input;
      this.output = new Block(capacity, size, training);
      this.means = new double[capacity];
      this.inverses = new double[capacity];
      this.sums = new double[training ? capacity : 0];
      this.products = new double[training ? capacity : 0];
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
      MemorySegment x = input.values().memory();
      MemorySegment a = output.values().memory();
      Arrays.fill(means, 0, rows, 0);
      for (int column = 0; column < size; column++) {
        addUp(x, (long) column * rows, rows, means);
      }
      for (int row = 0; row < rows; row++) {
        means[row] /= size;
      }
      Arrays.fill(inverses, 0, rows, 0);
      for (int column = 0; column < size; column++) {
        addSquares(x, (long) column * rows, rows, means, inverses);
      }
      for (int row = 0; row < rows; row++) {
        double variance = inverses[row] / size;
        // A variance that has overflowed is a broken step, not one of zeros.
        inverses[row] =
            variance < Double.POSITIVE_INFINITY
                ? 1 / Math.sqrt(variance + LayerSpec.LayerNorm.EPSILON)
                : Double.NaN;
      }
      for (int column = 0; column < size; column++) {
        long at = (long) column * rows;
        double gamma = learnt.gamma(column);
        double beta = learnt.beta(column);
        for (int row = 0; row < rows; row++) {
          double normal = (x.getAtIndex(DOUBLE, at + row) - means[row]) * inverses[row];
          a.setAtIndex(DOUBLE, at + row, gamma * normal + beta);
        }
      }
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      MemorySegment x = input.values().memory();
      MemorySegment d = output.gradient().memory();
      Arrays.fill(sums, 0, rows, 0);
      Arrays.fill(products, 0, rows, 0);
      for (int column = 0; column < size; column++) {
        long at = (long) column * rows;
        double gamma = learnt.gamma(column);
        double ofGamma = 0;
        double ofBeta = 0;
        for (int row = 0; row < rows; row++) {
          double gradient = d.getAtIndex(DOUBLE, at + row);
          double normal = (x.getAtIndex(DOUBLE, at + row) - means[row]) * inverses[row];
          ofGamma += gradient * normal;
          ofBeta += gradient;
          sums[row] += gamma * gradient;
          products[row] += gamma * gradient * normal;
        }
        learnt.setGradients(column, ofGamma, ofBeta);
      }
      if (input.hasGradient()) {
        passOn(x, d, input.gradient().memory(), rows);
      }
    }

    /// ∂L/∂x = (γd − mean of γd − x̂·mean of γd·x̂)/σ.
    private void passOn(MemorySegment x, MemorySegment d, MemorySegment into, int rows) {
      for (int column = 0; column < size; column++) {
        long at = (long) column * rows;
        double gamma = learnt.gamma(column);
        for (int row = 0; row < rows; row++) {
          double normal = (x.getAtIndex(DOUBLE, at + row) - means[row]) * inverses[row];
          double mean = (sums[row] + normal * products[row]) / size;
          double centred = gamma * d.getAtIndex(DOUBLE, at + row) - mean;
          into.setAtIndex(DOUBLE, at + row, inverses[row] * centred);
        }
      }
    }

    @Override
    public void close() {
      output.close();
    }
  }

  private static void addUp(MemorySegment x, long at, int rows, double[] sums) {
    for (int row = 0; row < rows; row++) {
      sums[row] += x.getAtIndex(DOUBLE, at + row);
    }
  }

  private static void addSquares(
      MemorySegment x, long at, int rows, double[] means, double[] sums) {
    for (int row = 0; row < rows; row++) {
      double off = x.getAtIndex(DOUBLE, at + row) - means[row];
      sums[row] += off * off;
    }
  }
}
