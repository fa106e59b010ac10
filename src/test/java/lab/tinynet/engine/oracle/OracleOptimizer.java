package lab.tinynet.engine.oracle;

import java.util.HashMap;
import java.util.Map;
import lab.tinynet.spec.Optimizer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Optimisers that keep their memory by the name of the array they update.
final class OracleOptimizer {
  private final Optimizer optimizer;
  private final Map<String, INDArray> first = new HashMap<>();
  private final Map<String, INDArray> second = new HashMap<>();

  OracleOptimizer(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  /// What is to be subtracted from the array.
  ///
  /// @param step from 1
  INDArray update(String name, INDArray gradient, int step) {
    return switch (optimizer) {
      case Optimizer.Sgd(double rate) -> gradient.mul(rate);
      case Optimizer.Momentum(double rate, double mu) -> {
        INDArray velocity = before(first, name, gradient).mul(mu).add(gradient);
        first.put(name, velocity);
        yield velocity.mul(rate);
      }
      case Optimizer.Adam(double rate, double beta1, double beta2, double epsilon) -> {
        INDArray m = before(first, name, gradient).mul(beta1).add(gradient.mul(1 - beta1));
        INDArray squares = gradient.mul(gradient);
        INDArray v = before(second, name, gradient).mul(beta2).add(squares.mul(1 - beta2));
        first.put(name, m);
        second.put(name, v);
        INDArray mHat = m.div(1 - Math.pow(beta1, step));
        INDArray vHat = v.div(1 - Math.pow(beta2, step));
        yield mHat.div(Transforms.sqrt(vHat, true).add(epsilon)).mul(rate);
      }
    };
  }

  private static INDArray before(Map<String, INDArray> memory, String name, INDArray like) {
    return memory.computeIfAbsent(name, _ -> like.mul(0));
  }
}
