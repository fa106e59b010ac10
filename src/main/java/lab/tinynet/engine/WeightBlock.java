package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.OptionalDouble;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.Matrix;
import lab.tinynet.telemetry.KillingUpdate;

/// Weights, biases and learnt slope of a layer that sums up: one column-major matrix of (inputs +
/// 1) × units, the bias in the last row; a slope (prelu) follows it.
final class WeightBlock {
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private final LayerMemory memory;
  private final int inputs;
  private final int units;
  private final boolean bias;
  private final Activation activation;
  private final int height;

  /// @param inputs numbers that a unit sums up
  WeightBlock(LayerMemory memory, int inputs, int units, boolean bias, Activation activation) {
    this.memory = memory;
    this.inputs = inputs;
    this.units = units;
    this.bias = bias;
    this.activation = activation;
    this.height = inputs + (bias ? 1 : 0);
  }

  int inputs() {
    return inputs;
  }

  int units() {
    return units;
  }

  boolean hasBias() {
    return bias;
  }

  /// Rows of the matrix: the inputs, and one for the bias.
  int height() {
    return height;
  }

  int count() {
    return height * units + (learnsSlope() ? 1 : 0);
  }

  int offset() {
    return memory.offset();
  }

  /// Place of the weight of an input to a unit in the flat buffers.
  int weightIndex(int input, int unit) {
    return memory.offset() + unit * height + input;
  }

  /// Place of the bias of a unit.
  int biasIndex(int unit) {
    return memory.offset() + unit * height + inputs;
  }

  /// Place of the learnt slope.
  int slopeIndex() {
    return memory.offset() + height * units;
  }

  boolean learnsSlope() {
    return activation.kind() == Activation.Kind.PRELU;
  }

  /// The slope as it is now, or the parameter of the specification.
  double activationParameter() {
    return learnsSlope() ? memory.parameters().get(slopeIndex()) : activation.parameter();
  }

  void addPenalty(double l1, double l2) {
    FlatBuffer parameters = memory.parameters();
    FlatBuffer gradients = memory.gradients();
    for (int unit = 0; unit < units; unit++) {
      for (int input = 0; input < inputs; input++) {
        int at = weightIndex(input, unit);
        double w = parameters.get(at);
        gradients.set(at, gradients.get(at) + l2 * w + l1 * Math.signum(w));
      }
    }
  }

  /// @param fanOut numbers of the output that an input has a part in
  /// @param index of the layer
  void initialize(Initializer init, Initializer biasInit, int fanOut, long seed, int index) {
    FlatBuffer parameters = memory.parameters();
    double[] w = Initialization.weights(init, inputs, units, fanOut, seed, index);
    for (int unit = 0; unit < units; unit++) {
      for (int input = 0; input < inputs; input++) {
        parameters.set(weightIndex(input, unit), w[input * units + unit]);
      }
      if (bias) {
        double b = Initialization.draw(biasInit, inputs, fanOut, seed, Purpose.BIASES, index, unit);
        parameters.set(biasIndex(unit), b);
      }
    }
    if (learnsSlope()) {
      parameters.set(slopeIndex(), activation.parameter());
    }
  }

  /// The parameters of one unit.
  KillingUpdate.Parameters of(int unit, FlatBuffer from) {
    double[] w = new double[inputs];
    for (int input = 0; input < inputs; input++) {
      w[input] = from.get(weightIndex(input, unit));
    }
    return new KillingUpdate.Parameters(
        w, bias ? OptionalDouble.of(from.get(biasIndex(unit))) : OptionalDouble.empty());
  }

  /// Weights, input by input: (inputs × units), row by row.
  double[] byInput(FlatBuffer from) {
    double[] w = new double[inputs * units];
    for (int unit = 0; unit < units; unit++) {
      for (int input = 0; input < inputs; input++) {
        w[input * units + unit] = from.get(weightIndex(input, unit));
      }
    }
    return w;
  }

  /// Weights, unit by unit: (units × inputs), row by row.
  double[] byUnit(FlatBuffer from) {
    double[] w = new double[inputs * units];
    for (int unit = 0; unit < units; unit++) {
      for (int input = 0; input < inputs; input++) {
        w[unit * inputs + input] = from.get(weightIndex(input, unit));
      }
    }
    return w;
  }

  /// One a unit; none without bias.
  double[] biases(FlatBuffer from) {
    double[] b = new double[bias ? units : 0];
    for (int unit = 0; unit < b.length; unit++) {
      b[unit] = from.get(biasIndex(unit));
    }
    return b;
  }

  Optional<Matrix> biasRow(FlatBuffer from) {
    return bias ? Optional.of(Matrix.of(1, units, biases(from))) : Optional.empty();
  }

  OptionalDouble slope(FlatBuffer from) {
    return learnsSlope() ? OptionalDouble.of(from.get(slopeIndex())) : OptionalDouble.empty();
  }

  void write(int input, int unit, double weight) {
    memory.parameters().set(weightIndex(input, unit), weight);
  }

  void write(Optional<Matrix> b, OptionalDouble slope) {
    if (b.isPresent()) {
      for (int unit = 0; unit < units; unit++) {
        memory.parameters().set(biasIndex(unit), b.get().get(0, unit));
      }
    }
    if (slope.isPresent()) {
      memory.parameters().set(slopeIndex(), slope.getAsDouble());
    }
  }

  /// ∂L/∂slope = Σ ∂L/∂a · z over the places where z ≤ 0.
  ///
  /// @param delta ∂L/∂a
  void learnSlope(FlatBuffer z, MemorySegment delta, int n) {
    memory.gradients().set(slopeIndex(), slopeGradient(z, delta, n));
  }

  static double slopeGradient(FlatBuffer z, MemorySegment delta, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double at = z.get(i);
      if (!(at > 0)) {
        sum += delta.getAtIndex(DOUBLE, i) * at;
      }
    }
    return sum;
  }
}
