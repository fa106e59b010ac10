package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Weights;

/// Copies parameters, or gradients, between a flat buffer and their readable form.
final class WeightsTransfer {
  private WeightsTransfer() {}

  /// @param from the network's parameters or gradients
  static Weights read(FlatBuffer from, Network network) {
    List<Weights.Layer> layers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      layer.read(from).ifPresent(layers::add);
    }
    return new Weights(layers);
  }

  /// Overwrites the network's parameters; the shapes have been checked when the weights were read.
  static void write(Weights weights, Network network) {
    int next = 0;
    for (Layer layer : network.layers()) {
      if (layer.parameterCount() > 0) {
        layer.write(weights.layers().get(next++));
      }
    }
  }
}
