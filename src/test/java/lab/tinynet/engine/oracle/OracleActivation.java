package lab.tinynet.engine.oracle;

import lab.tinynet.spec.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erfc;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Activation functions as the textbooks write them.
final class OracleActivation {
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_LAMBDA = 1.0507009873554805;

  private OracleActivation() {}

  static INDArray value(Activation.Kind kind, double parameter, INDArray z) {
    return switch (kind) {
      case IDENTITY -> z.dup();
      case SIGMOID -> sigmoid(z);
      case TANH -> Transforms.tanh(z, true);
      case RELU -> z.mul(positive(z));
      case LEAKY_RELU, PRELU -> split(z, z, z.mul(parameter));
      case ELU -> split(z, z, exp(negativePart(z)).sub(1).mul(parameter));
      case SELU -> split(z, z, exp(negativePart(z)).sub(1).mul(SELU_ALPHA)).mul(SELU_LAMBDA);
      case GELU -> z.mul(normalDistribution(z));
      case SILU -> z.mul(sigmoid(z));
      case SOFTPLUS -> softplus(z);
      case MISH -> z.mul(Transforms.tanh(softplus(z), true));
      case SOFTMAX -> {
        INDArray e = exp(z.subColumnVector(z.max(true, 1)));
        yield e.divColumnVector(e.sum(true, 1));
      }
    };
  }

  /// The gradient with respect to z from that with respect to the output.
  static INDArray back(Activation.Kind kind, double parameter, INDArray z, INDArray gradient) {
    if (kind == Activation.Kind.SOFTMAX) {
      INDArray a = value(kind, parameter, z);
      INDArray projected = a.mul(gradient).sum(true, 1);
      return a.mul(gradient.subColumnVector(projected));
    }
    return gradient.mul(derivative(kind, parameter, z));
  }

  private static INDArray derivative(Activation.Kind kind, double parameter, INDArray z) {
    INDArray one = Nd4j.ones(DataType.DOUBLE, z.shape());
    return switch (kind) {
      case IDENTITY -> one;
      case SIGMOID -> sigmoid(z).mul(sigmoid(z.neg()));
      case TANH -> one.sub(square(Transforms.tanh(z, true)));
      case RELU -> positive(z);
      case LEAKY_RELU, PRELU -> split(z, one, one.mul(parameter));
      case ELU -> split(z, one, exp(negativePart(z)).mul(parameter));
      case SELU -> split(z, one, exp(negativePart(z)).mul(SELU_ALPHA)).mul(SELU_LAMBDA);
      case GELU -> {
        INDArray density = exp(square(z).mul(-0.5)).div(Math.sqrt(2 * Math.PI));
        yield normalDistribution(z).add(z.mul(density));
      }
      case SILU -> sigmoid(z).add(z.mul(sigmoid(z)).mul(sigmoid(z.neg())));
      case SOFTPLUS -> sigmoid(z);
      case MISH -> {
        INDArray tanh = Transforms.tanh(softplus(z), true);
        yield tanh.add(z.mul(sigmoid(z)).mul(one.sub(square(tanh))));
      }
      case SOFTMAX -> throw new IllegalArgumentException("softmax is not element-wise");
    };
  }

  static INDArray sigmoid(INDArray z) {
    return Transforms.sigmoid(z, true);
  }

  /// 1 where z > 0, else 0.
  static INDArray positive(INDArray z) {
    return z.gt(0).castTo(DataType.DOUBLE);
  }

  private static INDArray split(INDArray z, INDArray right, INDArray left) {
    INDArray positive = positive(z);
    return right.mul(positive).add(left.mul(positive.rsub(1)));
  }

  private static INDArray negativePart(INDArray z) {
    return z.mul(positive(z).rsub(1));
  }

  private static INDArray exp(INDArray x) {
    return Transforms.exp(x, true);
  }

  private static INDArray square(INDArray x) {
    return x.mul(x);
  }

  private static INDArray softplus(INDArray z) {
    return Transforms.log(exp(z).add(1), true);
  }

  private static INDArray normalDistribution(INDArray z) {
    INDArray x = z.div(-Math.sqrt(2));
    return Nd4j.getExecutioner().exec(new Erfc(x, x.ulike())).mul(0.5);
  }
}
