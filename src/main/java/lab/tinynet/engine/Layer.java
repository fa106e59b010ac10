package lab.tinynet.engine;

import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.LayerInfo;

/// One layer of a network: its shape and where its parameters lie in the network's flat buffers.
/// What it computes with is in its [LayerPass]es.
interface Layer {
  LayerInfo info();

  /// First of its parameters in the flat buffers.
  int parameterOffset();

  int parameterCount();

  /// Adds the gradient of the penalties to the gradient of the weights; biases, slopes, scales and
  /// shifts have none.
  default void addPenalty(double l1, double l2) {}

  /// Sets the initial parameters and statistics.
  ///
  /// @param index of the layer among those that draw weights, by which its random numbers are drawn
  default void initialize(long seed, int index) {}

  /// The parameter of its activation as it is now, a learnt slope included; 0 without one.
  default double activationParameter() {
    return 0;
  }

  /// Whether initial weights are drawn for it.
  default boolean drawsWeights() {
    return false;
  }

  /// Its parameters, or their gradients, in readable form; empty if it has none.
  ///
  /// @param from the network's parameters or gradients
  default Optional<Weights.Layer> read(FlatBuffer from) {
    return Optional.empty();
  }

  /// Overwrites its parameters and statistics; called only if it has any.
  default void write(Weights.Layer weights) {
    throw new IllegalArgumentException(info().name() + " has no parameters");
  }

  /// The layers inside it, in order.
  default List<Layer> inside() {
    return List.of();
  }

  /// The buffers for one kind of pass.
  ///
  /// @param input what it reads
  /// @param capacity the most rows
  /// @param training whether there will be a backward pass
  LayerPass newPass(Block input, int capacity, boolean training);
}
