package lab.tinynet.engine.oracle;

import lab.tinynet.spec.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Losses and their gradients with respect to the network's output, with no regard to the
/// activation below.
final class OracleLoss {
  private OracleLoss() {}

  /// @param z pre-activations of the output
  /// @param a outputs, (examples × outputs)
  /// @param y targets, same shape
  static double value(Loss loss, INDArray z, INDArray a, INDArray y) {
    INDArray error = a.sub(y);
    return switch (loss.kind()) {
      case MSE -> error.mul(error).meanNumber().doubleValue();
      case HUBER -> {
        double delta = loss.parameter();
        INDArray size = Transforms.abs(error, true);
        INDArray near = OracleActivation.positive(size.rsub(delta));
        INDArray square = error.mul(error).mul(0.5);
        INDArray line = size.sub(0.5 * delta).mul(delta);
        yield square.mul(near).add(line.mul(near.rsub(1))).meanNumber().doubleValue();
      }
      case BCE -> {
        INDArray yes = y.mul(Transforms.log(OracleActivation.sigmoid(z), true));
        INDArray no = y.rsub(1).mul(Transforms.log(OracleActivation.sigmoid(z.neg()), true));
        yield -yes.add(no).meanNumber().doubleValue();
      }
      case CROSS_ENTROPY -> -y.mul(Transforms.log(a, true)).sumNumber().doubleValue() / a.rows();
    };
  }

  /// ∂(mean loss)/∂(outputs).
  static INDArray gradient(Loss loss, INDArray z, INDArray a, INDArray y) {
    INDArray error = a.sub(y);
    long all = a.length();
    return switch (loss.kind()) {
      case MSE -> error.mul(2).div(all);
      case HUBER -> {
        double delta = loss.parameter();
        INDArray near = OracleActivation.positive(Transforms.abs(error, true).rsub(delta));
        INDArray far = Transforms.sign(error, true).mul(delta);
        yield error.mul(near).add(far.mul(near.rsub(1))).div(all);
      }
      case BCE -> {
        INDArray variance = OracleActivation.sigmoid(z).mul(OracleActivation.sigmoid(z.neg()));
        yield error.div(variance).div(all);
      }
      case CROSS_ENTROPY -> y.div(a).neg().div(a.rows());
    };
  }
}
