package lab.tinynet.spec;

/// One layer of the network, input side first.
public sealed interface LayerSpec {

  /// The name in JSON, and the first word of a layer's name in the log: `dense`.
  String kind();

  /// A fully connected layer: `activation(x·W + b)`.
  ///
  /// @param units number of outputs, 1 … 4096
  /// @param init how W starts
  /// @param bias whether there is a b
  /// @param biasInit how b starts
  record Dense(
      int units, Activation activation, Initializer init, boolean bias, Initializer biasInit)
      implements LayerSpec {
    public static final int MAX_UNITS = 4096;

    @Override
    public String kind() {
      return "dense";
    }

    public Dense withUnits(int newUnits) {
      return new Dense(newUnits, activation, init, bias, biasInit);
    }

    public Dense withActivation(Activation newActivation) {
      return new Dense(units, newActivation, init, bias, biasInit);
    }

    public Dense withInit(Initializer newInit) {
      return new Dense(units, activation, newInit, bias, biasInit);
    }
  }
}
