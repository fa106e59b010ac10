package lab.tinynet.engine;

import lab.tinynet.spec.Loss;

/// A network at work: forward on up to `capacity` examples and, in training, backward. Every pass
/// has its own buffers, so that measuring never disturbs training.
final class Pass implements AutoCloseable {
  private final Block input;
  private final FlatBuffer targets;
  private final LayerPass[] layers;
  private final boolean training;
  private int rows;

  Pass(Network network, int outputs, int capacity, boolean training) {
    this.training = training;
    this.input = new Block(capacity, network.inputs(), false);
    this.targets = new FlatBuffer((long) capacity * outputs);
    this.layers = new LayerPass[network.layers().size()];
    Block from = input;
    for (int i = 0; i < layers.length; i++) {
      layers[i] = network.layers().get(i).newPass(from, capacity, training);
      from = layers[i].output();
    }
  }

  /// Sets the number of examples of the next forward pass.
  void prepare(int newRows) {
    rows = newRows;
    input.prepare(newRows);
  }

  int rows() {
    return rows;
  }

  Block input() {
    return input;
  }

  /// (rows × outputs), column-major.
  FlatBuffer targets() {
    return targets;
  }

  LayerPass layer(int index) {
    return layers[index];
  }

  LayerPass last() {
    return layers[layers.length - 1];
  }

  void forward() {
    for (LayerPass layer : layers) {
      layer.forward(rows);
    }
  }

  /// Mean loss of the examples after a forward pass.
  double loss(Loss loss) {
    LayerPass out = last();
    return LossFunction.value(
        loss,
        out.preActivation().memory(),
        out.output().values().memory(),
        targets.memory(),
        rows,
        out.output().columns());
  }

  /// Computes the gradients of all parameters of the mean loss.
  void backward(Loss loss) {
    if (!training) {
      throw new IllegalStateException("this pass has no buffers for gradients");
    }
    LayerPass out = last();
    LossFunction.gradient(
        loss,
        out.preActivation().memory(),
        out.output().values().memory(),
        targets.memory(),
        out.output().gradient().memory(),
        rows,
        out.output().columns());
    boolean pastActivation = LossFunction.seesThroughActivation(loss.kind());
    for (int i = layers.length - 1; i >= 0; i--) {
      layers[i].backward(rows, pastActivation && i == layers.length - 1);
    }
  }

  @Override
  public void close() {
    input.close();
    targets.close();
    for (LayerPass layer : layers) {
      layer.close();
    }
  }
}
