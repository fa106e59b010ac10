package lab.tinynet.engine;

import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Divergence.Quantity;

/// Finds what broke first in a step, in the order in which the step computes: activations from the
/// first layer on, the loss, gradients from the last layer back, parameters.
final class DivergenceSearch {
  private final Network network;
  private final Pass pass;
  private int brokenLayer = -1;

  DivergenceSearch(Network network, Pass pass) {
    this.network = network;
    this.pass = pass;
  }

  /// Remembers which layer's parameters are not finite, before they are put back.
  void noteBrokenParameters() {
    brokenLayer = firstNotFinite(network.parameters());
  }

  /// @param beforeUpdate whether loss and gradients were finite, so that it is the update that
  ///     broke
  Divergence firstCause(long step, double loss, boolean beforeUpdate) {
    if (beforeUpdate) {
      return new Divergence(step, name(brokenLayer), Quantity.PARAMETER);
    }
    int layers = network.layers().size();
    for (int l = 0; l < layers; l++) {
      LayerPass layer = pass.layer(l);
      int values = pass.rows() * layer.output().columns();
      if (!Norms.allFinite(layer.preActivation().memory(), 0, values)
          || !Norms.allFinite(layer.output().values().memory(), 0, values)) {
        return new Divergence(step, name(l), Quantity.ACTIVATION);
      }
    }
    if (!Double.isFinite(loss)) {
      return new Divergence(step, name(layers - 1), Quantity.LOSS);
    }
    for (int l = layers - 1; l >= 0; l--) {
      Layer layer = network.layers().get(l);
      if (!Norms.allFinite(
          network.gradients().memory(), layer.parameterOffset(), layer.parameterCount())) {
        return new Divergence(step, name(l), Quantity.GRADIENT);
      }
    }
    throw new IllegalStateException("nothing is broken at step " + step);
  }

  private int firstNotFinite(FlatBuffer buffer) {
    for (int l = 0; l < network.layers().size(); l++) {
      Layer layer = network.layers().get(l);
      if (!Norms.allFinite(buffer.memory(), layer.parameterOffset(), layer.parameterCount())) {
        return l;
      }
    }
    return 0;
  }

  private String name(int layer) {
    return network.infos().get(layer).name();
  }
}
