package lab.tinynet.engine;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.LayerInfo;
import org.bytedeco.javacpp.DoublePointer;

/// A convolution: z = [patches 1]·[K; b], a = f(z), where each column of K is a filter's kernel,
/// channel by channel, each row by row.
///
/// The patches are made and multiplied a chunk at a time, small enough to stay in the processor's
/// cache, so that a pass needs no room for all of them.
final class ConvLayer implements Layer {
  /// Numbers of a chunk: half a megabyte.
  private static final int CHUNK = 64 * 1024;

  private static final int LEAST_ROWS = 8;

  private final LayerSpec.Conv2d spec;
  private final LayerInfo info;
  private final LayerMemory memory;
  private final WeightBlock weights;
  private final Patches patches;
  private final int area;

  /// @param input shape of the image it reads
  /// @param output shape of the image it makes
  ConvLayer(
      LayerInfo info,
      LayerSpec.Conv2d spec,
      ImageShape input,
      ImageShape output,
      LayerMemory memory) {
    this.spec = spec;
    this.info = info;
    this.memory = memory;
    this.patches = new Patches(spec, input);
    this.area = output.area();
    this.weights =
        new WeightBlock(memory, patches.size(), spec.filters(), spec.bias(), spec.activation());
  }

  LayerSpec.Conv2d spec() {
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
    int fanOut = spec.filters() * spec.kernel() * spec.kernel();
    weights.initialize(spec.init(), spec.biasInit(), fanOut, seed, index);
  }

  @Override
  public Optional<Weights.Layer> read(FlatBuffer from) {
    Matrix k = Matrix.of(weights.units(), weights.inputs(), weights.byUnit(from));
    return Optional.of(
        new Weights.Conv2d(k, spec.kernel(), weights.biasRow(from), weights.slope(from)));
  }

  @Override
  public void write(Weights.Layer layer) {
    if (!(layer instanceof Weights.Conv2d conv)) {
      throw new IllegalArgumentException(info.name() + " is no " + layer);
    }
    for (int unit = 0; unit < weights.units(); unit++) {
      for (int input = 0; input < weights.inputs(); input++) {
        weights.write(input, unit, conv.k().get(unit, input));
      }
    }
    weights.write(conv.b(), conv.slope());
  }

  @Override
  public LayerPass newPass(Block input, int capacity, boolean training) {
    return new Pass(input, capacity, training);
  }

  private final class Pass implements LayerPass {
    private final Block input;
    private final Block output;
    private final FlatBuffer z;

    /// Rows of a chunk; also the distance of its columns is fixed, so that the ones for the bias
    /// stay in their place.
    private final int chunk;

    private final int leading;
    private final FlatBuffer patch;
    private final FlatBuffer patchGradient;
    private final DoublePointer patchPointer;
    private final DoublePointer patchGradientPointer;
    private final DoublePointer zPointer;
    private final DoublePointer deltaPointer;
    private final DoublePointer weightPointer;
    private final DoublePointer gradientPointer;

    Pass(Block input, int capacity, boolean training) {
      this.input = input;
      this.output = new Block(capacity, spec.filters() * area, training);
      this.z = new FlatBuffer((long) capacity * spec.filters() * area);
      this.chunk =
          (int)
              Math.min((long) capacity * area, Math.max(LEAST_ROWS, CHUNK / (patches.size() + 1)));
      // Columns a power of two apart would fall into the same lines of the cache.
      this.leading = (chunk + 7) / 8 * 8 + 8;
      this.patch = new FlatBuffer((long) leading * (patches.size() + 1));
      patch.fill((long) leading * patches.size(), leading, 1);
      boolean needsGradient = training && input.hasGradient();
      this.patchGradient = new FlatBuffer(needsGradient ? (long) leading * patches.size() : 0);
      this.patchPointer = patch.pointer(0);
      this.patchGradientPointer = patchGradient.pointer(0);
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
      int total = rows * area;
      int height = weights.height();
      for (int from = 0; from < total; from += chunk) {
        int to = Math.min(total, from + chunk);
        patches.gather(input.values().memory(), rows, from, to, patch.memory(), leading);
        Blas.product(
            to - from,
            spec.filters(),
            height,
            patchPointer,
            leading,
            weightPointer,
            height,
            zPointer.position(from),
            total);
      }
      ActivationFunction.forward(
          spec.activation().kind(),
          weights.activationParameter(),
          z.memory(),
          output.values().memory(),
          total,
          spec.filters());
    }

    @Override
    public void backward(int rows, boolean pastActivation) {
      MemorySegment delta = output.gradient().memory();
      int total = rows * area;
      if (weights.learnsSlope()) {
        weights.learnSlope(z, delta, total * spec.filters());
      }
      if (!pastActivation) {
        ActivationFunction.backward(
            spec.activation().kind(),
            weights.activationParameter(),
            z.memory(),
            output.values().memory(),
            delta,
            total,
            spec.filters());
      }
      if (input.hasGradient()) {
        input.gradient().fill(0);
      }
      for (int from = 0; from < total; from += chunk) {
        int to = Math.min(total, from + chunk);
        if (total > chunk) {
          // A single chunk is still there from the forward pass.
          patches.gather(input.values().memory(), rows, from, to, patch.memory(), leading);
        }
        learn(from, to, total);
        if (input.hasGradient()) {
          passOn(from, to, total, rows);
        }
      }
    }

    private void learn(int from, int to, int total) {
      int height = weights.height();
      if (from == 0) {
        Blas.transposedProduct(
            height,
            spec.filters(),
            to - from,
            patchPointer,
            leading,
            deltaPointer.position(from),
            total,
            gradientPointer,
            height);
      } else {
        Blas.addTransposedProduct(
            height,
            spec.filters(),
            to - from,
            patchPointer,
            leading,
            deltaPointer.position(from),
            total,
            gradientPointer,
            height);
      }
    }

    private void passOn(int from, int to, int total, int rows) {
      Blas.productTransposed(
          to - from,
          patches.size(),
          spec.filters(),
          deltaPointer.position(from),
          total,
          weightPointer,
          weights.height(),
          patchGradientPointer,
          leading);
      patches.scatter(patchGradient.memory(), leading, from, to, rows, input.gradient().memory());
    }

    @Override
    public void close() {
      output.close();
      z.close();
      patch.close();
      patchGradient.close();
    }
  }
}
