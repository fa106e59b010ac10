package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.LayerInfo;
import org.bytedeco.javacpp.DoublePointer;

/// A fully connected layer: z = [x 1]·[W; b], a = f(z).
final class DenseLayer implements Layer {
  private final LayerSpec.Dense spec;
  private final LayerInfo info;
  private final LayerMemory memory;
  private final WeightBlock weights;

  DenseLayer(LayerInfo info, LayerSpec.Dense spec, LayerMemory memory) {
    this.spec = spec;
    this.info = info;
    this.memory = memory;
    this.weights =
        new WeightBlock(memory, info.inputs(), spec.units(), spec.bias(), spec.activation());
  }

  LayerSpec.Dense spec() {
    return spec;
  }

  WeightBlock weights() {
    return weights;
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
    return weights.count();
  }

  @Override
  public void addPenalty(double l1, double l2) {
    weights.addPenalty(l1, l2);
  }

  @Override
  public double activationParameter() {
    return weights.activationParameter();
  }

  @Override
  public boolean drawsWeights() {
    return true;
  }

  @Override
  public void initialize(long seed, int index) {
    weights.initialize(spec.init(), spec.biasInit(), spec.units(), seed, index);
  }

  @Override
  public Optional<Weights.Layer> read(FlatBuffer from) {
    Matrix w = Matrix.of(weights.inputs(), weights.units(), weights.byInput(from));
    return Optional.of(new Weights.Dense(w, weights.biasRow(from), weights.slope(from)));
  }

  @Override
  public void write(Weights.Layer layer) {
    if (!(layer instanceof Weights.Dense dense)) {
      throw new IllegalArgumentException(info.name() + " is no " + layer);
    }
    for (int unit = 0; unit < weights.units(); unit++) {
      for (int input = 0; input < weights.inputs(); input++) {
        weights.write(input, unit, dense.w().get(input, unit));
      }
    }
    weights.write(dense.b(), dense.slope());
  }

  @Override
  public LayerPass newPass(Block input, int capacity, boolean training) {
    return new Pass(input, capacity, training);
  }

  private final class Pass implements LayerPass {
    private final Block input;
    private final Block output;
    private final FlatBuffer z;
    private final DoublePointer inputPointer;
    private final DoublePointer inputGradientPointer;
    private final DoublePointer zPointer;
    private final DoublePointer deltaPointer;
    private final DoublePointer weightPointer;
    private final DoublePointer gradientPointer;

    Pass(Block input, int capacity, boolean training) {
      this.input = input;
      this.output = new Block(capacity, spec.units(), training);
      this.z = new FlatBuffer((long) capacity * spec.units());
      this.inputPointer = input.values().pointer(0);
      this.inputGradientPointer = input.gradient().pointer(0);
      this.zPointer = z.pointer(0);
      this.deltaPointer = output.gradient().pointer(0);
      this.weightPointer = memory.parameters().pointer(memory.offset());
      this.gradientPointer = memory.gradients().pointer(memory.offset());
    }

    @Override
    public Block output() {
      return output;
    }

    @Override
    public FlatBuffer preActivation() {
      return z;
    }

    @Override
    public void forward(int rows, long step) {
      output.prepare(rows);
      int height = weights.height();
      Blas.product(rows, spec.units(), height, inputPointer, rows, weightPointer, height, zPointer);
      ActivationFunction.forward(
          spec.activation().kind(),
          weights.activationParameter(),
          z.memory(),
          output.values().memory(),
          rows,
          spec.units());
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      MemorySegment delta = output.gradient().memory();
      if (weights.learnsSlope()) {
        weights.learnSlope(z, delta, rows * spec.units());
      }
      if (!pastActivation) {
        ActivationFunction.backward(
            spec.activation().kind(),
            weights.activationParameter(),
            z.memory(),
            output.values().memory(),
            delta,
            rows,
            spec.units());
      }
      int height = weights.height();
      Blas.transposedProduct(
          height,
          spec.units(),
          rows,
          inputPointer,
          rows,
          deltaPointer,
          rows,
          gradientPointer,
          height);
      if (input.hasGradient()) {
        Blas.productTransposed(
            rows,
            weights.inputs(),
            spec.units(),
            deltaPointer,
            rows,
            weightPointer,
            height,
            inputGradientPointer);
      }
    }

    @Override
    public void close() {
      output.close();
      z.close();
    }
  }
}
