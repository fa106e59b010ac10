package lab.tinynet.engine.oracle;

import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.spec.Weights;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// A convolution, window by window on a padded image.
final class OracleConv extends OracleLayer {
  private final LayerSpec.Conv2d spec;
  private final ImageShape from;
  private final ImageShape to;
  private final int top;
  private final int left;
  private INDArray padded;

  OracleConv(PlacedLayer placed, LayerSpec.Conv2d spec, Weights.Conv2d initial) {
    super(placed);
    this.spec = spec;
    this.from = placed.input().image().orElseThrow();
    this.to = placed.output().image().orElseThrow();
    this.top = before(from.height(), to.height());
    this.left = before(from.width(), to.width());
    parameters.put("K", OracleArrays.of(initial.k()));
    initial.b().ifPresent(b -> parameters.put("b", OracleArrays.of(b)));
    initial.slope().ifPresent(slope -> parameters.put("slope", OracleArrays.number(slope)));
  }

  /// Half of the zeros that are missing, the smaller half first.
  private int before(int inputs, int outputs) {
    int missing = (outputs - 1) * spec.stride() + spec.kernel() - inputs;
    return spec.padding() == LayerSpec.Padding.VALID || missing < 0 ? 0 : missing / 2;
  }

  private INDArray pad(INDArray images) {
    int height = Math.max(from.height() + top, (to.height() - 1) * spec.stride() + spec.kernel());
    int width = Math.max(from.width() + left, (to.width() - 1) * spec.stride() + spec.kernel());
    INDArray larger = Nd4j.zeros(DataType.DOUBLE, images.size(0), from.channels(), height, width);
    for (int y = 0; y < from.height(); y++) {
      for (int x = 0; x < from.width(); x++) {
        OracleArrays.putPixel(larger, y + top, x + left, OracleArrays.pixel(images, y, x));
      }
    }
    return larger;
  }

  private INDArray patch(INDArray images, int y, int x) {
    INDArray window =
        OracleArrays.window(images, y * spec.stride(), x * spec.stride(), spec.kernel());
    return OracleArrays.rows(window);
  }

  @Override
  void forward(INDArray input, boolean training, int step) {
    x = input;
    padded = pad(OracleArrays.images(input, from));
    INDArray made =
        Nd4j.zeros(DataType.DOUBLE, input.rows(), to.channels(), to.height(), to.width());
    for (int row = 0; row < to.height(); row++) {
      for (int column = 0; column < to.width(); column++) {
        INDArray pixel = patch(padded, row, column).mmul(parameters.get("K").transpose());
        if (parameters.containsKey("b")) {
          pixel = pixel.addRowVector(parameters.get("b"));
        }
        OracleArrays.putPixel(made, row, column, pixel);
      }
    }
    z = OracleArrays.rows(made);
    activate();
  }

  @Override
  INDArray backward(INDArray above) {
    INDArray delta = OracleArrays.images(throughActivation(above), to);
    INDArray k = parameters.get("K");
    INDArray ofKernels = k.mul(0);
    INDArray ofBiases = Nd4j.zeros(DataType.DOUBLE, 1, to.channels());
    INDArray ofPadded = padded.mul(0);
    for (int row = 0; row < to.height(); row++) {
      for (int column = 0; column < to.width(); column++) {
        INDArray pixel = OracleArrays.pixel(delta, row, column).dup('c').reshape(x.rows(), -1);
        ofKernels.addi(pixel.transpose().mmul(patch(padded, row, column)));
        ofBiases.addi(pixel.sum(true, 0));
        INDArray ofPatch =
            pixel
                .mmul(k)
                .dup('c')
                .reshape('c', x.rows(), from.channels(), spec.kernel(), spec.kernel());
        int y = row * spec.stride();
        OracleArrays.window(ofPadded, y, column * spec.stride(), spec.kernel()).addi(ofPatch);
      }
    }
    gradients.put("K", ofKernels);
    if (parameters.containsKey("b")) {
      gradients.put("b", ofBiases);
    }
    INDArray ofImage =
        Nd4j.zeros(DataType.DOUBLE, x.rows(), from.channels(), from.height(), from.width());
    for (int row = 0; row < from.height(); row++) {
      for (int column = 0; column < from.width(); column++) {
        INDArray pixel = OracleArrays.pixel(ofPadded, row + top, column + left);
        OracleArrays.putPixel(ofImage, row, column, pixel.dup('c').reshape(x.rows(), -1));
      }
    }
    return OracleArrays.rows(ofImage);
  }
}
