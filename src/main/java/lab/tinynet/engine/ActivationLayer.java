package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.LayerInfo;

/// An activation on its own: a = f(x).
final class ActivationLayer implements Layer {
  private final LayerInfo info;
  private final Activation activation;
  private final int size;
  private final LayerMemory memory;

  /// @param size numbers of an example
  ActivationLayer(LayerInfo info, Activation activation, int size, LayerMemory memory) {
    this.info = info;
    this.activation = activation;
    this.size = size;
    this.memory = memory;
  }

  @Override
  public LayerInfo info() {
    return info;
  }

  @Override
  public int parameterOffset() {
    return memory.offset();
  }

  @Override
  public int parameterCount() {
    return learnsSlope() ? 1 : 0;
  }

  private boolean learnsSlope() {
    return activation.kind() == Activation.Kind.PRELU;
  }

  @Override
  public double activationParameter() {
    return parameter();
  }

  private double parameter() {
    return learnsSlope() ? memory.parameters().get(memory.offset()) : activation.parameter();
  }

  @Override
  public void initialize(long seed, int index) {
    if (learnsSlope()) {
      memory.parameters().set(memory.offset(), activation.parameter());
    }
  }

  @Override
  public Optional<Weights.Layer> read(FlatBuffer from) {
    return learnsSlope()
        ? Optional.of(new Weights.Slope(from.get(memory.offset())))
        : Optional.empty();
  }

  @Override
  public void write(Weights.Layer layer) {
    if (!(layer instanceof Weights.Slope(double slope))) {
      throw new IllegalArgumentException(info.name() + " is no " + layer);
    }
    memory.parameters().set(memory.offset(), slope);
  }

  @Override
  public LayerPass newPass(Block input, int capacity, boolean training) {
    return new Pass(input, new Block(capacity, size, training));
  }

  private final class Pass implements LayerPass {
    private final Block input;
    private final Block output;

    Pass(Block input, Block output) {
      this.input = input;
      this.output = output;
    }

    @Override
    public Block output() {
      return output;
    }

    @Override
    public FlatBuffer preActivation() {
      return input.values();
    }

    @Override
    public void forward(int rows, long step) {
      output.prepare(rows);
      ActivationFunction.forward(
          activation.kind(),
          parameter(),
          input.values().memory(),
          output.values().memory(),
          rows,
          size);
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      MemorySegment delta = output.gradient().memory();
      if (learnsSlope()) {
        double slope = WeightBlock.slopeGradient(input.values(), delta, rows * size);
        memory.gradients().set(memory.offset(), slope);
      }
      if (!input.hasGradient()) {
        return;
      }
      MemorySegment into = input.gradient().memory();
      MemorySegment.copy(delta, 0, into, 0, (long) rows * size * Double.BYTES);
      if (!pastActivation) {
        ActivationFunction.backward(
            activation.kind(),
            parameter(),
            input.values().memory(),
            output.values().memory(),
            into,
            rows,
            size);
      }
    }

    @Override
    public void close() {
      output.close();
    }
  }
}
