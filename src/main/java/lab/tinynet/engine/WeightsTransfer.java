package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Weights;

/// Copies parameters, or gradients, between a flat buffer and their readable form.
final class WeightsTransfer {
  private WeightsTransfer() {}

  static Weights read(FlatBuffer from, Network network) {
    List<Weights.Layer> layers = new ArrayList<>();
    for (DenseLayer layer : network.layers()) {
      int inputs = layer.info().inputs();
      int units = layer.info().units();
      double[] w = new double[inputs * units];
      double[] b = new double[layer.spec().bias() ? units : 0];
      for (int unit = 0; unit < units; unit++) {
        for (int input = 0; input < inputs; input++) {
          w[input * units + unit] = from.get(layer.weightIndex(input, unit));
        }
        if (b.length > 0) {
          b[unit] = from.get(layer.biasIndex(unit));
        }
      }
      OptionalDouble slope =
          layer.spec().activation().kind() == Activation.Kind.PRELU
              ? OptionalDouble.of(from.get(layer.slopeIndex()))
              : OptionalDouble.empty();
      Optional<Matrix> bias =
          layer.spec().bias() ? Optional.of(Matrix.of(1, units, b)) : Optional.empty();
      layers.add(new Weights.Dense(Matrix.of(inputs, units, w), bias, slope));
    }
    return new Weights(layers);
  }

  /// Overwrites the network's parameters; the shapes have been checked when the weights were read.
  static void write(Weights weights, Network network) {
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      switch (weights.layers().get(l)) {
        case Weights.Dense dense -> write(dense, layer, network.parameters());
      }
    }
  }

  private static void write(Weights.Dense from, DenseLayer layer, FlatBuffer into) {
    for (int unit = 0; unit < layer.info().units(); unit++) {
      for (int input = 0; input < layer.info().inputs(); input++) {
        into.set(layer.weightIndex(input, unit), from.w().get(input, unit));
      }
      if (from.b().isPresent()) {
        into.set(layer.biasIndex(unit), from.b().get().get(0, unit));
      }
    }
    if (from.slope().isPresent()) {
      into.set(layer.slopeIndex(), from.slope().getAsDouble());
    }
  }
}
