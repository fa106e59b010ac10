package lab.tinynet.engine;

import lab.tinynet.telemetry.LayerInfo;

/// One layer of a network: its shape and where its parameters lie in the network's flat buffers.
/// What it computes with is in its [LayerPass]es.
interface Layer {
  LayerInfo info();

  /// First of its parameters in the flat buffers.
  int parameterOffset();

  int parameterCount();

  /// Adds the gradient of the penalties to the gradient of the weights; biases and slopes have
  /// none.
  void addPenalty(double l1, double l2);

  /// The buffers for one kind of pass.
  ///
  /// @param input what it reads
  /// @param capacity the most rows
  /// @param training whether there will be a backward pass
  LayerPass newPass(Block input, int capacity, boolean training);
}
