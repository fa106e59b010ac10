package lab.tinynet.engine.oracle;

import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.PlacedLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Layers that work number by number.
final class OracleSimple {
  private OracleSimple() {}

  /// Hands on what it reads.
  static final class Flatten extends OracleLayer {
    Flatten(PlacedLayer placed) {
      super(placed);
    }

    @Override
    void forward(INDArray input, boolean training, int step) {
      x = input;
      z = input;
      a = input;
    }

    @Override
    INDArray backward(INDArray above) {
      return above;
    }
  }

  /// An activation on its own.
  static final class Activated extends OracleLayer {
    Activated(PlacedLayer placed) {
      super(placed);
    }

    @Override
    void forward(INDArray input, boolean training, int step) {
      x = input;
      z = input;
      activate();
    }

    @Override
    INDArray backward(INDArray above) {
      return throughActivation(above);
    }
  }

  /// Zeros by chance, as the documentation of the files says.
  static final class Dropout extends OracleLayer {
    private final double rate;
    private final long seed;
    private final int index;
    private INDArray mask;

    Dropout(PlacedLayer placed, double rate, long seed, int index) {
      super(placed);
      this.rate = rate;
      this.seed = seed;
      this.index = index;
    }

    @Override
    void forward(INDArray input, boolean training, int step) {
      x = input;
      z = input;
      mask = input.mul(0).add(1);
      for (int c = 0; training && c < input.columns(); c++) {
        for (int r = 0; r < input.rows(); r++) {
          long number = (long) c * input.rows() + r;
          long pair = index * (1L << 32) + number / 2;
          long bits = CounterRandom.bits(seed, Purpose.DROPOUT, step, pair);
          long half = number % 2 == 0 ? bits >>> 32 : bits & 0xFFFFFFFFL;
          mask.putScalar(r, c, half / 0x1.0p32 < rate ? 0 : 1 / (1 - rate));
        }
      }
      a = input.mul(mask);
    }

    @Override
    INDArray backward(INDArray above) {
      return above.mul(mask);
    }
  }
}
