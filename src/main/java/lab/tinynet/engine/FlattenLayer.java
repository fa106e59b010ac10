package lab.tinynet.engine;

import lab.tinynet.telemetry.LayerInfo;

/// Reads an image as a row of numbers, which is how it stands in memory already: nothing is moved.
record FlattenLayer(LayerInfo info) implements Layer {
  @Override
  public int parameterOffset() {
    return 0;
  }

  @Override
  public int parameterCount() {
    return 0;
  }

  @Override
  public LayerPass newPass(Block input, int capacity, boolean training) {
    return new Unchanged(input);
  }

  /// The pass of a layer that hands on what it reads.
  record Unchanged(Block output) implements LayerPass {
    @Override
    public FlatBuffer preActivation() {
      return output.values();
    }

    @Override
    public void forward(int rows, long step) {}

    @Override
    public void backward(int rows, boolean pastActivation) {}

    @Override
    public void close() {
      // The block belongs to the layer before.
    }
  }
}
