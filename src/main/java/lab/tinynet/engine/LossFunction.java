package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.spec.Loss;

/// The losses and their gradients. Means as in PyTorch: over examples and outputs, for
/// cross-entropy over examples.
///
/// Binary cross-entropy is computed from the pre-activation of its sigmoid and cross-entropy from
/// those of its softmax, where both are exact at any size; their gradients are with respect to the
/// pre-activation, those of the others with respect to the output.
final class LossFunction {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private LossFunction() {}

  /// Whether [#gradient] gives the gradient with respect to the pre-activations.
  static boolean seesThroughActivation(Loss.Kind kind) {
    return switch (kind) {
      case MSE, HUBER -> false;
      case BCE, CROSS_ENTROPY -> true;
    };
  }

  /// The mean loss.
  ///
  /// @param z pre-activations of the last layer, (rows × outputs), column-major
  /// @param a outputs of the last layer, same shape
  /// @param y targets, same shape
  static double value(
      Loss loss, MemorySegment z, MemorySegment a, MemorySegment y, int rows, int outputs) {
    int n = rows * outputs;
    return switch (loss.kind()) {
      case MSE -> squares(a, y, n) / n;
      case HUBER -> huber(loss.parameter(), a, y, n) / n;
      case BCE -> binary(z, y, n) / n;
      case CROSS_ENTROPY -> categorical(z, y, rows, outputs) / rows;
    };
  }

  /// d ← ∂(mean loss)/∂(output or pre-activation), see [#seesThroughActivation].
  static void gradient(
      Loss loss,
      MemorySegment z,
      MemorySegment a,
      MemorySegment y,
      MemorySegment d,
      int rows,
      int outputs) {
    int n = rows * outputs;
    switch (loss.kind()) {
      case MSE -> {
        double scale = 2.0 / n;
        for (int i = 0; i < n; i++) {
          d.setAtIndex(DOUBLE, i, scale * (a.getAtIndex(DOUBLE, i) - y.getAtIndex(DOUBLE, i)));
        }
      }
      case HUBER -> {
        double delta = loss.parameter();
        double scale = 1.0 / n;
        for (int i = 0; i < n; i++) {
          double error = a.getAtIndex(DOUBLE, i) - y.getAtIndex(DOUBLE, i);
          d.setAtIndex(DOUBLE, i, scale * Math.max(-delta, Math.min(delta, error)));
        }
      }
      case BCE -> {
        double scale = 1.0 / n;
        for (int i = 0; i < n; i++) {
          d.setAtIndex(DOUBLE, i, scale * (a.getAtIndex(DOUBLE, i) - y.getAtIndex(DOUBLE, i)));
        }
      }
      case CROSS_ENTROPY -> {
        double scale = 1.0 / rows;
        for (int r = 0; r < rows; r++) {
          double mass = 0;
          for (int u = 0; u < outputs; u++) {
            mass += y.getAtIndex(DOUBLE, (long) u * rows + r);
          }
          for (int u = 0; u < outputs; u++) {
            long at = (long) u * rows + r;
            double p = a.getAtIndex(DOUBLE, at);
            d.setAtIndex(DOUBLE, at, scale * (mass * p - y.getAtIndex(DOUBLE, at)));
          }
        }
      }
    }
  }

  private static double squares(MemorySegment a, MemorySegment y, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double error = a.getAtIndex(DOUBLE, i) - y.getAtIndex(DOUBLE, i);
      sum += error * error;
    }
    return sum;
  }

  /// ½e² within ±δ, δ(|e| − ½δ) beyond (Huber 1964).
  private static double huber(double delta, MemorySegment a, MemorySegment y, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double error = Math.abs(a.getAtIndex(DOUBLE, i) - y.getAtIndex(DOUBLE, i));
      sum += error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }
    return sum;
  }

  /// −y·ln σ(z) − (1 − y)·ln(1 − σ(z)) = softplus(z) − y·z.
  private static double binary(MemorySegment z, MemorySegment y, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double x = z.getAtIndex(DOUBLE, i);
      double target = y.getAtIndex(DOUBLE, i);
      sum += Math.max(x, 0) - target * x + StrictMath.log1p(Exponential.exp(-Math.abs(x)));
    }
    return sum;
  }

  /// Σ y·(ln Σ eᶻ − z).
  private static double categorical(MemorySegment z, MemorySegment y, int rows, int outputs) {
    double total = 0;
    for (int r = 0; r < rows; r++) {
      double max = Double.NEGATIVE_INFINITY;
      for (int u = 0; u < outputs; u++) {
        max = Math.max(max, z.getAtIndex(DOUBLE, (long) u * rows + r));
      }
      double sum = 0;
      for (int u = 0; u < outputs; u++) {
        sum += Exponential.exp(z.getAtIndex(DOUBLE, (long) u * rows + r) - max);
      }
      double logSum = max + StrictMath.log(sum);
      for (int u = 0; u < outputs; u++) {
        long at = (long) u * rows + r;
        double target = y.getAtIndex(DOUBLE, at);
        if (target != 0) {
          total += target * (logSum - z.getAtIndex(DOUBLE, at));
        }
      }
    }
    return total;
  }
}
