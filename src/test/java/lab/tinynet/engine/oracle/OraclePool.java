package lab.tinynet.engine.oracle;

import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.PlacedLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// The largest number or the mean of windows, number by number.
final class OraclePool extends OracleLayer {
  private final boolean max;
  private final int size;
  private final int stride;
  private final ImageShape from;
  private final ImageShape to;

  OraclePool(PlacedLayer placed, boolean max, int size, int stride) {
    super(placed);
    this.max = max;
    this.size = size;
    this.stride = stride;
    this.from = placed.input().image().orElseThrow();
    this.to = placed.output().image().orElseThrow();
  }

  @Override
  void forward(INDArray input, boolean training, int step) {
    x = input;
    INDArray images = OracleArrays.images(input, from);
    INDArray made =
        Nd4j.zeros(DataType.DOUBLE, input.rows(), to.channels(), to.height(), to.width());
    for (int row = 0; row < to.height(); row++) {
      for (int column = 0; column < to.width(); column++) {
        INDArray window =
            OracleArrays.window(images, row * stride, column * stride, size)
                .dup('c')
                .reshape('c', input.rows(), to.channels(), (long) size * size);
        INDArray pixel = max ? window.max(2) : window.mean(2);
        OracleArrays.putPixel(made, row, column, pixel.reshape(input.rows(), to.channels()));
      }
    }
    z = input;
    a = OracleArrays.rows(made);
  }

  @Override
  INDArray backward(INDArray above) {
    INDArray images = OracleArrays.images(x, from);
    INDArray delta = OracleArrays.images(above, to);
    INDArray into = images.mul(0);
    for (int n = 0; n < x.rows(); n++) {
      for (int c = 0; c < to.channels(); c++) {
        for (int row = 0; row < to.height(); row++) {
          for (int column = 0; column < to.width(); column++) {
            double gradient = delta.getDouble(n, c, row, column);
            share(images, into, n, c, row * stride, column * stride, gradient);
          }
        }
      }
    }
    return OracleArrays.rows(into);
  }

  private void share(
      INDArray images, INDArray into, int n, int c, int top, int left, double gradient) {
    int largest = 0;
    for (int place = 1; place < size * size; place++) {
      if (images.getDouble(at(n, c, top, left, place))
          > images.getDouble(at(n, c, top, left, largest))) {
        largest = place;
      }
    }
    for (int place = 0; place < size * size; place++) {
      double part = max ? place == largest ? gradient : 0 : gradient / (size * size);
      long[] at = at(n, c, top, left, place);
      into.putScalar(at, into.getDouble(at) + part);
    }
  }

  private long[] at(int n, int c, int top, int left, int place) {
    return new long[] {n, c, top + place / size, left + place % size};
  }
}
