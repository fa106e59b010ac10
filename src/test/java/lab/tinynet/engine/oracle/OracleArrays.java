package lab.tinynet.engine.oracle;

import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Matrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/// Arrays of the oracle, made and looked into.
final class OracleArrays {
  private OracleArrays() {}

  static INDArray of(Matrix matrix) {
    return Nd4j.create(matrix.toArray(), new long[] {matrix.rows(), matrix.columns()}, 'c')
        .castTo(DataType.DOUBLE);
  }

  static INDArray number(double value) {
    return Nd4j.create(new double[] {value});
  }

  /// (examples × numbers) as (examples, channels, height, width).
  static INDArray images(INDArray rows, ImageShape shape) {
    return rows.dup('c').reshape('c', rows.rows(), shape.channels(), shape.height(), shape.width());
  }

  /// The reverse.
  static INDArray rows(INDArray images) {
    return images.dup('c').reshape('c', images.size(0), images.length() / images.size(0));
  }

  /// A square part of every channel, as a view.
  static INDArray window(INDArray images, int y, int x, int side) {
    return images.get(
        NDArrayIndex.all(),
        NDArrayIndex.all(),
        NDArrayIndex.interval(y, y + side),
        NDArrayIndex.interval(x, x + side));
  }

  /// The pixel (y, x) of every channel, (examples × channels).
  static INDArray pixel(INDArray images, int y, int x) {
    return images.get(
        NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(y), NDArrayIndex.point(x));
  }

  static void putPixel(INDArray images, int y, int x, INDArray values) {
    for (int n = 0; n < values.rows(); n++) {
      for (int c = 0; c < values.columns(); c++) {
        images.putScalar(new long[] {n, c, y, x}, values.getDouble(n, c));
      }
    }
  }
}
