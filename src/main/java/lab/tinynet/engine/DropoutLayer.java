package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.telemetry.LayerInfo;

/// Dropout in the inverted form (Srivastava et al. 2014): in training a number becomes 0 with
/// probability `rate` and is otherwise divided by 1 − `rate`; in evaluation nothing happens.
///
/// The mask is a pure function of seed, step and layer: numbers 2k and 2k + 1 of the batch (example
/// innermost) take the upper and the lower half of the 64 random bits number layer · 2³² + k of the
/// step, and stay if these, as a fraction of 2³², are not below the rate.
final class DropoutLayer implements Layer {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;
  private static final double HALF_RANGE = 0x1.0p32;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  private final LayerInfo info;
  private final double rate;
  private final int size;
  private final long seed;
  private final long firstNumber;

  /// @param size numbers of an example
  /// @param index of the layer in the log
  DropoutLayer(LayerInfo info, double rate, int size, long seed, int index) {
    this.info = info;
    this.rate = rate;
    this.size = size;
    this.seed = seed;
    this.firstNumber = (long) index << 32;
  }

  @Override
  public LayerInfo info() {
    return info;
  }

  @Override
  public int parameterOffset() {
    return 0;
  }

  @Override
  public int parameterCount() {
    return 0;
  }

  @Override
  public LayerPass newPass(Block input, int capacity, boolean training) {
    return training ? new Pass(input, capacity) : new FlattenLayer.Unchanged(input);
  }

  private final class Pass implements LayerPass {
    private final Block input;
    private final Block output;

    /// 0, or 1/(1 − rate).
    private final FlatBuffer mask;

    Pass(Block input, int capacity) {
      this.input = input;
      this.output = new Block(capacity, size, true);
      this.mask = new FlatBuffer((long) capacity * size);
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
      int n = rows * size;
      draw(mask.memory(), n, step);
      multiply(input.values().memory(), mask.memory(), output.values().memory(), n);
    }

    private void draw(MemorySegment into, int n, long step) {
      long least = (long) Math.ceil(rate * HALF_RANGE);
      double kept = 1 / (1 - rate);
      for (int i = 0; i < n; i += 2) {
        long bits = CounterRandom.bits(seed, Purpose.DROPOUT, step, firstNumber + (i >> 1));
        into.setAtIndex(DOUBLE, i, bits >>> 32 >= least ? kept : 0);
        if (i + 1 < n) {
          into.setAtIndex(DOUBLE, i + 1, (bits & LOW_HALF) >= least ? kept : 0);
        }
      }
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      if (input.hasGradient()) {
        multiply(output.gradient().memory(), mask.memory(), input.gradient().memory(), rows * size);
      }
    }

    @Override
    public void close() {
      output.close();
      mask.close();
    }
  }

  private static void multiply(MemorySegment x, MemorySegment by, MemorySegment into, int n) {
    for (int i = 0; i < n; i++) {
      into.setAtIndex(DOUBLE, i, x.getAtIndex(DOUBLE, i) * by.getAtIndex(DOUBLE, i));
    }
  }
}
