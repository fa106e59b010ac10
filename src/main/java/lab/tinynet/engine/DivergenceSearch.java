package lab.tinynet.engine;

import java.util.List;
import java.util.OptionalInt;
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
    OptionalInt activation = firstActivation(network.outermost(), 0);
    if (activation.isPresent()) {
      return new Divergence(step, name(activation.getAsInt()), Quantity.ACTIVATION);
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

  /// The first layer whose activations are not finite, in the order of the computation: those
  /// inside a residual before it.
  ///
  /// @param first index of the first of these layers
  private OptionalInt firstActivation(List<Layer> layers, int first) {
    int at = first;
    for (Layer layer : layers) {
      OptionalInt inside = firstActivation(layer.inside(), at + 1);
      if (inside.isPresent()) {
        return inside;
      }
      if (!finiteActivations(pass.layer(at))) {
        return OptionalInt.of(at);
      }
      at += count(layer);
    }
    return OptionalInt.empty();
  }

  private boolean finiteActivations(LayerPass layer) {
    long values = (long) pass.rows() * layer.output().columns();
    return Norms.allFinite(layer.preActivation().memory(), 0, values)
        && Norms.allFinite(layer.output().values().memory(), 0, values);
  }

  private static int count(Layer layer) {
    return 1 + layer.inside().stream().mapToInt(DivergenceSearch::count).sum();
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
