package lab.tinynet.engine;

import java.util.List;

/// One layer at work on its own buffers.
interface LayerPass extends AutoCloseable {
  /// Where its results stand. A layer that changes nothing gives what it reads.
  Block output();

  /// The pre-activations, of the shape of the output, column-major; what it reads, for a layer
  /// without.
  FlatBuffer preActivation();

  /// Computes the output from the input.
  ///
  /// @param step number of updates done before, by which a layer draws its random numbers
  void forward(int rows, long step);

  /// From the gradient with respect to the output (or to the pre-activation, if the loss saw
  /// through the activation) computes those of the parameters and, where the input block has room,
  /// of the input, which it overwrites. The output's gradient may be lost.
  ///
  /// @param pastActivation whether the output's gradient is already that of the pre-activation
  void backward(int rows, boolean pastActivation);

  /// Lets what the last forward pass saw enter the running statistics. Called once a step, when
  /// its update has been made.
  default void updateStatistics() {}

  /// The passes of the layers inside, in order.
  default List<LayerPass> inside() {
    return List.of();
  }

  @Override
  void close();
}
