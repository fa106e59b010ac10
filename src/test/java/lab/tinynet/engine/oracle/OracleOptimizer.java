package lab.tinynet.engine.oracle;

import java.util.HashMap;
import java.util.Map;
import lab.tinynet.spec.Optimizer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Optimisers that keep their memory by the name of the array they update.
final class OracleOptimizer {
  private Optimizer optimizer;
  private int forgotten;
  private final Map<String, INDArray> first = new HashMap<>();
  private final Map<String, INDArray> second = new HashMap<>();

  OracleOptimizer(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  /// Goes on with other settings; another kind starts with an empty memory.
  ///
  /// @param done steps done before
  void change(Optimizer changed, int done) {
    if (!changed.kind().equals(optimizer.kind())) {
      first.clear();
      second.clear();
      forgotten = done;
    }
    optimizer = changed;
  }

  /// The learning rate of a step.
  ///
  /// @param step from 1
  double rate(int step) {
    return optimizer.rate() * OracleSchedule.factor(optimizer.schedule(), step - 1);
  }

  /// What is to be subtracted from the array.
  ///
  /// @param step from 1
  INDArray update(String name, INDArray value, INDArray gradient, int step) {
    double rate = rate(step);
    INDArray squares = gradient.mul(gradient);
    return switch (optimizer) {
      case Optimizer.Sgd _ -> gradient.mul(rate);
      case Optimizer.Momentum momentum -> velocity(name, gradient, momentum.momentum()).mul(rate);
      case Optimizer.Nesterov nesterov -> {
        double mu = nesterov.momentum();
        yield velocity(name, gradient, mu).mul(mu).add(gradient).mul(rate);
      }
      case Optimizer.RmsProp rmsProp -> {
        double alpha = rmsProp.alpha();
        INDArray mean = before(first, name, gradient).mul(alpha).add(squares.mul(1 - alpha));
        first.put(name, mean);
        yield gradient.div(Transforms.sqrt(mean, true).add(rmsProp.epsilon())).mul(rate);
      }
      case Optimizer.Adagrad adagrad -> {
        INDArray start = gradient.mul(0).add(adagrad.initialAccumulator());
        INDArray sum = first.getOrDefault(name, start).add(squares);
        first.put(name, sum);
        yield gradient.div(Transforms.sqrt(sum, true).add(adagrad.epsilon())).mul(rate);
      }
      case Optimizer.Adam adam ->
          adam(name, gradient, step, adam.beta1(), adam.beta2(), adam.epsilon()).mul(rate);
      case Optimizer.AdamW adam ->
          adam(name, gradient, step, adam.beta1(), adam.beta2(), adam.epsilon())
              .mul(rate)
              .add(value.mul(rate * adam.weightDecay()));
    };
  }

  private INDArray velocity(String name, INDArray gradient, double mu) {
    INDArray velocity = before(first, name, gradient).mul(mu).add(gradient);
    first.put(name, velocity);
    return velocity;
  }

  private INDArray adam(
      String name, INDArray gradient, int step, double beta1, double beta2, double epsilon) {
    INDArray m = before(first, name, gradient).mul(beta1).add(gradient.mul(1 - beta1));
    INDArray squares = gradient.mul(gradient);
    INDArray v = before(second, name, gradient).mul(beta2).add(squares.mul(1 - beta2));
    first.put(name, m);
    second.put(name, v);
    INDArray mHat = m.div(1 - Math.pow(beta1, step - forgotten));
    INDArray vHat = v.div(1 - Math.pow(beta2, step - forgotten));
    return mHat.div(Transforms.sqrt(vHat, true).add(epsilon));
  }

  private static INDArray before(Map<String, INDArray> memory, String name, INDArray like) {
    return memory.computeIfAbsent(name, _ -> like.mul(0));
  }
}
