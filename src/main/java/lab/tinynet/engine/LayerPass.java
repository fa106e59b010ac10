package lab.tinynet.engine;

/// One layer at work on its own buffers.
interface LayerPass extends AutoCloseable {
  /// Where its results stand.
  Block output();

  /// The pre-activations, (rows × units), column-major.
  FlatBuffer preActivation();

  /// Computes the output from the input.
  void forward(int rows);

  /// From the gradient with respect to the output (or to the pre-activation, if the loss saw
  /// through the activation) computes those of the parameters and, where the input block has room,
  /// of the input.
  ///
  /// @param pastActivation whether the output's gradient is already that of the pre-activation
  void backward(int rows, boolean pastActivation);

  @Override
  void close();
}
