package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Loss;

/// A network at work: forward on up to `capacity` examples and, in training, backward. Every pass
/// has its own buffers, so that measuring never disturbs training.
final class Pass implements AutoCloseable {
  private final Block input;
  private final FlatBuffer targets;
  private final LayerPass[] outermost;
  private final List<LayerPass> layers = new ArrayList<>();
  private final boolean training;
  private int rows;
  private long step;
  private boolean watched;

  Pass(Network network, int outputs, int capacity, boolean training) {
    this.training = training;
    this.input = new Block(capacity, network.inputs(), false);
    this.targets = new FlatBuffer((long) capacity * outputs);
    this.outermost = new LayerPass[network.outermost().size()];
    Block from = input;
    for (int i = 0; i < outermost.length; i++) {
      outermost[i] = network.outermost().get(i).newPass(from, capacity, training);
      from = outermost[i].output();
      addWithInside(outermost[i]);
    }
  }

  private void addWithInside(LayerPass layer) {
    layers.add(layer);
    layer.inside().forEach(this::addWithInside);
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

  /// @param index of the layer in the log
  LayerPass layer(int index) {
    return layers.get(index);
  }

  LayerPass last() {
    return outermost[outermost.length - 1];
  }

  /// Says which step the next forward pass belongs to, for layers that draw random numbers.
  ///
  /// @param updates number of updates done before
  void atStep(long updates) {
    step = updates;
  }

  void forward() {
    for (LayerPass layer : outermost) {
      layer.forward(rows, step);
    }
  }

  /// Lets what the last forward pass saw enter the running statistics.
  void updateStatistics() {
    for (LayerPass layer : outermost) {
      layer.updateStatistics();
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
    for (int i = outermost.length - 1; i >= 0; i--) {
      outermost[i].output().noteSignal();
      outermost[i].backward(rows, pastActivation && i == outermost.length - 1);
    }
  }

  /// Whether the next backward passes note how large the gradient is that reaches each layer.
  void watchSignals(boolean on) {
    if (on != watched) {
      watched = on;
      for (int i = 0; i < layers.size(); i++) {
        layers.get(i).output().watch(on);
      }
    }
  }

  /// L2 norm of ∂(mean batch loss)/∂(output of the layer) in the last backward pass; of the last
  /// layer, where the loss sees through its activation, ∂/∂(pre-activation). NaN if it was not
  /// watched.
  double signal(int layer) {
    return layers.get(layer).output().signal();
  }

  @Override
  public void close() {
    input.close();
    targets.close();
    for (LayerPass layer : outermost) {
      layer.close();
    }
  }
}
