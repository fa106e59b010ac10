package lab.tinynet.engine;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/// Loads ND4J and its BLAS, once for the process. That takes one to two seconds, so never on the FX
/// thread.
final class NumericLibrary {
  private NumericLibrary() {}

  /// Returns when arrays can be made. One BLAS thread: on arrays as small as these, more are many
  /// times slower, and the bits of a product must not depend on the number of cores.
  static void load() {
    Holder.touch();
  }

  private static final class Holder {
    static {
      Nd4j.create(DataType.DOUBLE, 1).close();
      openblas.blas_set_num_threads(1);
    }

    static void touch() {}
  }
}
