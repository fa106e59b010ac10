package lab.tinynet.engine.oracle;

import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.spec.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/// f(x·W + b).
final class OracleDense extends OracleLayer {
  OracleDense(PlacedLayer placed, Weights.Dense initial) {
    super(placed);
    parameters.put("W", OracleArrays.of(initial.w()));
    initial.b().ifPresent(b -> parameters.put("b", OracleArrays.of(b)));
    initial.slope().ifPresent(slope -> parameters.put("slope", OracleArrays.number(slope)));
  }

  @Override
  void forward(INDArray input, boolean training, int step) {
    x = input;
    z = input.mmul(parameters.get("W"));
    if (parameters.containsKey("b")) {
      z = z.addRowVector(parameters.get("b"));
    }
    activate();
  }

  @Override
  INDArray backward(INDArray above) {
    INDArray delta = throughActivation(above);
    gradients.put("W", x.transpose().mmul(delta));
    if (parameters.containsKey("b")) {
      gradients.put("b", delta.sum(true, 0));
    }
    return delta.mmul(parameters.get("W").transpose());
  }
}
