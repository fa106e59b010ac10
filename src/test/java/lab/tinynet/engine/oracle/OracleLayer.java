package lab.tinynet.engine.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.PlacedLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A layer of the oracle. What goes in and out is (examples × numbers), images row by row as in the
/// specification.
abstract class OracleLayer {
  final PlacedLayer placed;

  /// What is learnt, by name.
  final Map<String, INDArray> parameters = new LinkedHashMap<>();

  /// Running statistics, by name.
  final Map<String, INDArray> statistics = new LinkedHashMap<>();

  /// ∂L/∂(parameters) of the last backward pass.
  final Map<String, INDArray> gradients = new LinkedHashMap<>();

  /// What the last forward pass read, and made of it before and after the activation.
  INDArray x;

  INDArray z;
  INDArray a;

  OracleLayer(PlacedLayer placed) {
    this.placed = placed;
  }

  /// @param step number of updates done before
  abstract void forward(INDArray input, boolean training, int step);

  /// From ∂L/∂(output) makes the gradients and gives back ∂L/∂(input).
  abstract INDArray backward(INDArray above);

  /// Lets the last batch enter the running statistics.
  void updateStatistics() {}

  final Activation activation() {
    return placed.spec().activation();
  }

  /// f(z) with the slope as it is now.
  final void activate() {
    a = OracleActivation.value(activation().kind(), slope(), z);
  }

  /// ∂L/∂z; the gradient of a learnt slope on the way.
  final INDArray throughActivation(INDArray above) {
    if (parameters.containsKey("slope")) {
      INDArray left = OracleActivation.positive(z).rsub(1);
      double sum = above.mul(z).mul(left).sumNumber().doubleValue();
      gradients.put("slope", OracleArrays.number(sum));
    }
    return OracleActivation.back(activation().kind(), slope(), z, above);
  }

  private double slope() {
    INDArray learnt = parameters.get("slope");
    return learnt == null ? activation().parameter() : learnt.getDouble(0);
  }
}
