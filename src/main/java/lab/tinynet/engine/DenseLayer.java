package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.telemetry.LayerInfo;
import org.bytedeco.javacpp.DoublePointer;

/// A fully connected layer: z = [x 1]·[W; b], a = f(z).
///
/// W and b are one column-major matrix of (inputs + 1) × units, the bias in the last row; a learnt
/// slope (prelu) follows it.
final class DenseLayer implements Layer {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final LayerSpec.Dense spec;
  private final LayerInfo info;
  private final int inputs;
  private final int height;
  private final int offset;
  private final FlatBuffer parameters;
  private final FlatBuffer gradients;

  /// @param parameters the network's, of which this layer's begin at `offset`
  /// @param gradients likewise
  DenseLayer(
      String name,
      LayerSpec.Dense spec,
      int inputs,
      int offset,
      FlatBuffer parameters,
      FlatBuffer gradients) {
    this.spec = spec;
    this.inputs = inputs;
    this.height = height(spec, inputs);
    this.offset = offset;
    this.parameters = parameters;
    this.gradients = gradients;
    Activation.Kind kind = spec.activation().kind();
    this.info =
        new LayerInfo(name, spec.kind(), kind.json(), inputs, spec.units(), true, kind.rectifier());
  }

  static int parameterCount(LayerSpec.Dense spec, int inputs) {
    int slopes = spec.activation().kind() == Activation.Kind.PRELU ? 1 : 0;
    return height(spec, inputs) * spec.units() + slopes;
  }

  private static int height(LayerSpec.Dense spec, int inputs) {
    return inputs + (spec.bias() ? 1 : 0);
  }

  LayerSpec.Dense spec() {
    return spec;
  }

  @Override
  public LayerInfo info() {
    return info;
  }

  @Override
  public int parameterOffset() {
    return offset;
  }

  @Override
  public int parameterCount() {
    return parameterCount(spec, inputs);
  }

  /// Place of W[input][unit] in the flat buffers.
  int weightIndex(int input, int unit) {
    return offset + unit * height + input;
  }

  /// Place of b[unit].
  int biasIndex(int unit) {
    return offset + unit * height + inputs;
  }

  /// Place of the learnt slope.
  int slopeIndex() {
    return offset + height * spec.units();
  }

  private boolean learnsSlope() {
    return spec.activation().kind() == Activation.Kind.PRELU;
  }

  private double activationParameter() {
    return learnsSlope() ? parameters.get(slopeIndex()) : spec.activation().parameter();
  }

  @Override
  public void addPenalty(double l1, double l2) {
    for (int unit = 0; unit < spec.units(); unit++) {
      for (int input = 0; input < inputs; input++) {
        int at = weightIndex(input, unit);
        double w = parameters.get(at);
        gradients.set(at, gradients.get(at) + l2 * w + l1 * Math.signum(w));
      }
    }
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
      this.weightPointer = parameters.pointer(offset);
      this.gradientPointer = gradients.pointer(offset);
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
    public void forward(int rows) {
      output.prepare(rows);
      Blas.product(rows, spec.units(), height, inputPointer, rows, weightPointer, height, zPointer);
      ActivationFunction.forward(
          spec.activation().kind(),
          activationParameter(),
          z.memory(),
          output.values().memory(),
          rows,
          spec.units());
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      MemorySegment delta = output.gradient().memory();
      if (learnsSlope()) {
        gradients.set(slopeIndex(), slopeGradient(delta, rows * spec.units()));
      }
      if (!pastActivation) {
        ActivationFunction.backward(
            spec.activation().kind(),
            activationParameter(),
            z.memory(),
            output.values().memory(),
            delta,
            rows,
            spec.units());
      }
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
            inputs,
            spec.units(),
            deltaPointer,
            rows,
            weightPointer,
            height,
            inputGradientPointer);
      }
    }

    /// ∂L/∂slope = Σ ∂L/∂a · z over the places where z ≤ 0.
    private double slopeGradient(MemorySegment delta, int n) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double at = z.get(i);
        if (!(at > 0)) {
          sum += delta.getAtIndex(DOUBLE, i) * at;
        }
      }
      return sum;
    }

    @Override
    public void close() {
      output.close();
      z.close();
    }
  }
}
