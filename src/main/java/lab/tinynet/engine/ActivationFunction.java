package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.spec.Activation;
import org.apache.commons.numbers.gamma.Erfc;

/// The activation functions and their derivatives, element by element.
///
/// Transcendental functions are [Exponential]'s and `StrictMath`'s, never `Math`'s, which may
/// differ in the last bit between processors and between interpreted and compiled code: a run must
/// be the same everywhere.
///
/// Sources: ELU (Clevert et al. 2016), SELU (Klambauer et al. 2017), GELU (Hendrycks & Gimpel 2016,
/// the exact form), SiLU (Elfwing et al. 2018), Mish (Misra 2019). At a kink the derivative is
/// PyTorch's: that of the left side.
final class ActivationFunction {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double INVERSE_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

  private ActivationFunction() {}

  /// a ← f(z).
  ///
  /// @param z pre-activations, (rows × units), column-major
  /// @param a receives the outputs, same shape
  /// @param parameter slope or α, where the function has one
  static void forward(
      Activation.Kind kind,
      double parameter,
      MemorySegment z,
      MemorySegment a,
      int rows,
      int units) {
    int n = rows * units;
    switch (kind) {
      case RELU -> relu(z, a, n);
      case LEAKY_RELU, PRELU -> leakyRelu(parameter, z, a, n);
      case IDENTITY -> MemorySegment.copy(z, 0, a, 0, (long) n * Double.BYTES);
      case SOFTMAX -> softmax(z, a, rows, units);
      case TANH -> tanh(z, a, n);
      case SIGMOID, ELU, SELU, GELU, SILU, SOFTPLUS, MISH -> {
        for (int i = 0; i < n; i++) {
          a.setAtIndex(DOUBLE, i, value(kind, parameter, z.getAtIndex(DOUBLE, i)));
        }
      }
    }
  }

  /// Turns the gradient with respect to the outputs into that with respect to the pre-activations:
  /// d ← d·f′(z), in place.
  static void backward(
      Activation.Kind kind,
      double parameter,
      MemorySegment z,
      MemorySegment a,
      MemorySegment d,
      int rows,
      int units) {
    int n = rows * units;
    switch (kind) {
      case IDENTITY -> {}
      case RELU -> reluBackward(z, d, n);
      case LEAKY_RELU, PRELU -> leakyReluBackward(parameter, z, d, n);
      case SOFTMAX -> softmaxBackward(a, d, rows, units);
      case SIGMOID, TANH, ELU, SELU, GELU, SILU, SOFTPLUS, MISH -> {
        for (int i = 0; i < n; i++) {
          double slope =
              derivative(kind, parameter, z.getAtIndex(DOUBLE, i), a.getAtIndex(DOUBLE, i));
          d.setAtIndex(DOUBLE, i, d.getAtIndex(DOUBLE, i) * slope);
        }
      }
    }
  }

  /// f(z) of one number. Softmax has no such form.
  static double value(Activation.Kind kind, double parameter, double z) {
    return switch (kind) {
      case IDENTITY -> z;
      case SIGMOID -> Exponential.sigmoid(z);
      case TANH -> Exponential.tanh(z);
      case RELU -> z <= 0 ? 0 : z;
      case LEAKY_RELU, PRELU -> z > 0 ? z : parameter * z;
      case ELU -> z > 0 ? z : parameter * Exponential.expm1(z);
      case SELU -> z > 0 ? SELU_SCALE * z : SELU_SCALE * SELU_ALPHA * Exponential.expm1(z);
      case GELU -> z * normalDistribution(z);
      case SILU -> z * Exponential.sigmoid(z);
      case SOFTPLUS -> softplus(z);
      case MISH -> z * Exponential.tanh(softplus(z));
      case SOFTMAX -> throw new IllegalArgumentException("softmax is not element-wise");
    };
  }

  /// f′(z) of one number, given a = f(z).
  static double derivative(Activation.Kind kind, double parameter, double z, double a) {
    return switch (kind) {
      case IDENTITY -> 1;
      case SIGMOID -> a * (1 - a);
      case TANH -> 1 - a * a;
      case RELU -> z > 0 ? 1 : 0;
      case LEAKY_RELU, PRELU -> z > 0 ? 1 : parameter;
      case ELU -> z > 0 ? 1 : a + parameter;
      case SELU -> z > 0 ? SELU_SCALE : a + SELU_SCALE * SELU_ALPHA;
      case GELU -> normalDistribution(z) + z * INVERSE_SQRT_TWO_PI * Exponential.exp(-0.5 * z * z);
      case SILU -> {
        double s = Exponential.sigmoid(z);
        yield s * (1 + z * (1 - s));
      }
      case SOFTPLUS -> Exponential.sigmoid(z);
      case MISH -> {
        double t = Exponential.tanh(softplus(z));
        yield t + z * Exponential.sigmoid(z) * (1 - t * t);
      }
      case SOFTMAX -> throw new IllegalArgumentException("softmax is not element-wise");
    };
  }

  /// ln(1 + eᶻ), without overflow.
  static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(Exponential.exp(-Math.abs(z)));
  }

  /// Φ(z), the distribution function of the standard normal.
  private static double normalDistribution(double z) {
    return 0.5 * Erfc.value(-z * SQRT_HALF);
  }

  private static void tanh(MemorySegment z, MemorySegment a, int n) {
    for (int i = 0; i < n; i++) {
      a.setAtIndex(DOUBLE, i, Exponential.tanh(z.getAtIndex(DOUBLE, i)));
    }
  }

  private static void relu(MemorySegment z, MemorySegment a, int n) {
    for (int i = 0; i < n; i++) {
      double x = z.getAtIndex(DOUBLE, i);
      a.setAtIndex(DOUBLE, i, Math.max(x, 0.0));
    }
  }

  private static void reluBackward(MemorySegment z, MemorySegment d, int n) {
    for (int i = 0; i < n; i++) {
      double slope = d.getAtIndex(DOUBLE, i);
      d.setAtIndex(DOUBLE, i, z.getAtIndex(DOUBLE, i) > 0 ? slope : 0.0);
    }
  }

  private static void leakyRelu(double slope, MemorySegment z, MemorySegment a, int n) {
    for (int i = 0; i < n; i++) {
      double x = z.getAtIndex(DOUBLE, i);
      a.setAtIndex(DOUBLE, i, x > 0 ? x : slope * x);
    }
  }

  private static void leakyReluBackward(double slope, MemorySegment z, MemorySegment d, int n) {
    for (int i = 0; i < n; i++) {
      double g = d.getAtIndex(DOUBLE, i);
      d.setAtIndex(DOUBLE, i, z.getAtIndex(DOUBLE, i) > 0 ? g : slope * g);
    }
  }

  private static void softmax(MemorySegment z, MemorySegment a, int rows, int units) {
    for (int r = 0; r < rows; r++) {
      double max = Double.NEGATIVE_INFINITY;
      for (int u = 0; u < units; u++) {
        max = Math.max(max, z.getAtIndex(DOUBLE, (long) u * rows + r));
      }
      double sum = 0;
      for (int u = 0; u < units; u++) {
        double e = Exponential.exp(z.getAtIndex(DOUBLE, (long) u * rows + r) - max);
        a.setAtIndex(DOUBLE, (long) u * rows + r, e);
        sum += e;
      }
      for (int u = 0; u < units; u++) {
        long at = (long) u * rows + r;
        a.setAtIndex(DOUBLE, at, a.getAtIndex(DOUBLE, at) / sum);
      }
    }
  }

  private static void softmaxBackward(MemorySegment a, MemorySegment d, int rows, int units) {
    for (int r = 0; r < rows; r++) {
      double dot = 0;
      for (int u = 0; u < units; u++) {
        long at = (long) u * rows + r;
        dot += a.getAtIndex(DOUBLE, at) * d.getAtIndex(DOUBLE, at);
      }
      for (int u = 0; u < units; u++) {
        long at = (long) u * rows + r;
        d.setAtIndex(DOUBLE, at, a.getAtIndex(DOUBLE, at) * (d.getAtIndex(DOUBLE, at) - dot));
      }
    }
  }
}
