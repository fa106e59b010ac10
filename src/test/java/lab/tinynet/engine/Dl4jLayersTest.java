package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.tinynet.data.BatchOrder;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.engine.oracle.GeneratedNetwork;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.LayerSpec.Padding;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.spec.Validation;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Quantity;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/// Convolutions, pools and batch normalisation against Deeplearning4j, step by step.
///
/// Where the conventions differ:
/// - DL4J lets the mean square of a batch enter the running variance; the lab (like PyTorch) the
///   unbiased estimate. With batches of one size the one follows from the other.
/// - By default DL4J remembers the logarithm of the deviation; here it is told to keep the
///   variance.
class Dl4jLayersTest {
  private static final int STEPS = 50;
  private static final int BATCH = 6;
  private static final int EXAMPLES = 24;
  private static final ImageShape IMAGE = new ImageShape(2, 7, 8);
  private static final double RELATIVE = 1e-6;
  private static final Activation RELU = Activation.of(Activation.Kind.RELU);
  private static final Activation TANH = Activation.of(Activation.Kind.TANH);
  private static final Activation IDENTITY = Activation.of(Activation.Kind.IDENTITY);
  private static final Activation SOFTMAX = Activation.of(Activation.Kind.SOFTMAX);

  static Stream<Named<Experiment>> experiments() {
    Optimizer sgd = new Optimizer.Sgd(0.05);
    // DL4J puts ε beside another root; with one as small as here it is the same formula.
    Optimizer adam = new Optimizer.Adam(0.002, 0.9, 0.999, 1e-30);
    LayerSpec norm = new LayerSpec.BatchNorm();
    return Stream.of(
        experiment(
            "conv, max-pool, dense",
            sgd,
            conv(3, 3, 1, Padding.SAME, RELU, true),
            new LayerSpec.MaxPool(2, 2),
            conv(4, 2, 1, Padding.SAME, TANH, true),
            new LayerSpec.MaxPool(2, 1),
            dense(5, TANH),
            dense(3, SOFTMAX)),
        experiment(
            "padding at the end, strides",
            adam,
            conv(3, 4, 2, Padding.SAME, TANH, true),
            conv(3, 2, 1, Padding.VALID, RELU, true),
            new LayerSpec.AveragePool(2, 1),
            dense(2, TANH)),
        experiment(
            "batch-norm of images",
            sgd,
            conv(3, 3, 1, Padding.VALID, IDENTITY, true),
            norm,
            new LayerSpec.Activated(RELU),
            new LayerSpec.AveragePool(2, 2),
            dense(2, TANH)),
        experiment(
            "batch-norm of images and rows",
            sgd,
            conv(4, 3, 2, Padding.SAME, TANH, false),
            norm,
            new LayerSpec.MaxPool(2, 2),
            dense(6, RELU),
            norm,
            dense(3, SOFTMAX)));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theSameRunGivesTheSameLossesAndParameters(Experiment experiment) {
    assertThat(Validation.check(experiment)).isEmpty();
    Weights weights = initial(experiment);
    MultiLayerNetwork rival = rival(experiment, weights);
    DataSpec.Inline data = (DataSpec.Inline) experiment.data();
    INDArray x =
        array(data.x()).reshape('c', EXAMPLES, IMAGE.channels(), IMAGE.height(), IMAGE.width());
    INDArray y = array(data.y());
    var order = new BatchOrder(experiment.seed(), EXAMPLES, experiment.batch());
    Trainer.Options options = Trainer.Options.USUAL.withExactSteps(STEPS).withWeights(weights);
    try (Trainer trainer = Trainer.of(experiment, options)) {
      for (int step = 0; step < STEPS; step++) {
        int[] rows = new int[order.prepare(step)];
        System.arraycopy(order.indices(), order.offset(), rows, 0, rows.length);
        INDArray batch = Nd4j.create(DataType.DOUBLE, BATCH, 2, IMAGE.height(), IMAGE.width());
        for (int i = 0; i < rows.length; i++) {
          batch.slice(i).assign(x.slice(rows[i]));
        }
        rival.fit(new DataSet(batch, y.getRows(rows)));
        assertThat(trainer.step()).isTrue();
        double loss = trainer.log().steps().get(step, trainer.log().column(Quantity.LOSS));
        assertThat(loss).isCloseTo(rival.score(), within(RELATIVE * rival.score()));
        compare(trainer.weights(), rival, experiment, step + 1);
      }
    }
  }

  private static void compare(
      Weights weights, MultiLayerNetwork rival, Experiment experiment, int steps) {
    List<PlacedLayer> layers = NetworkShape.of(experiment).layers();
    int next = 0;
    for (int l = 0; l < layers.size(); l++) {
      if (layers.get(l).parameters() == 0) {
        continue;
      }
      switch (weights.layers().get(next++)) {
        case Weights.Dense dense -> {
          same(dense.w().toArray(), rival.getParam(l + "_W"));
          same(dense.b().orElseThrow().toArray(), rival.getParam(l + "_b"));
        }
        case Weights.Conv2d conv -> {
          same(conv.k().toArray(), rival.getParam(l + "_W"));
          // The gradient of a bias before a normalisation is nothing but rounding errors.
          boolean normalised = layers.get(l + 1).spec() instanceof LayerSpec.BatchNorm;
          if (conv.b().isPresent() && !normalised) {
            same(conv.b().get().toArray(), rival.getParam(l + "_b"));
          }
        }
        case Weights.BatchNorm norm -> {
          same(norm.gamma().toArray(), rival.getParam(l + "_gamma"));
          same(norm.beta().toArray(), rival.getParam(l + "_beta"));
          same(norm.mean().toArray(), rival.getParam(l + "_mean"));
          double n = (double) BATCH * layers.get(l).input().area();
          double start = Math.pow(0.9, steps);
          INDArray biased = rival.getParam(l + "_var").sub(start);
          same(norm.variance().toArray(), biased.mul(n / (n - 1)).add(start));
        }
        case Weights.LayerNorm _, Weights.Slope _ ->
            throw new IllegalArgumentException("DL4J has no such layer");
      }
    }
  }

  /// Random weights; running statistics as they start.
  private static Weights initial(Experiment experiment) {
    Weights drawn =
        GeneratedNetwork.weights(
            new Draws(8), NetworkShape.input(experiment.data()), experiment.network(), 0.5);
    return new Weights(
        drawn.layers().stream()
            .map(layer -> layer instanceof Weights.BatchNorm norm ? fresh(norm) : layer)
            .toList());
  }

  private static Weights.Layer fresh(Weights.BatchNorm norm) {
    int units = norm.mean().columns();
    double[] ones = new double[units];
    Arrays.fill(ones, 1);
    return new Weights.BatchNorm(
        norm.gamma(),
        norm.beta(),
        Matrix.of(1, units, new double[units]),
        Matrix.of(1, units, ones));
  }

  private static MultiLayerNetwork rival(Experiment experiment, Weights weights) {
    NeuralNetConfiguration.ListBuilder builder =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .updater(updater(experiment.optimizer()))
            .list();
    List<PlacedLayer> layers = NetworkShape.of(experiment).layers();
    for (PlacedLayer layer : layers) {
      builder.layer(layer(layer.spec(), layer.equals(layers.getLast())));
    }
    builder.setInputType(InputType.convolutional(IMAGE.height(), IMAGE.width(), IMAGE.channels()));
    var network = new MultiLayerNetwork(builder.build());
    network.init();
    int next = 0;
    for (int l = 0; l < layers.size(); l++) {
      if (layers.get(l).parameters() > 0) {
        set(network, l, weights.layers().get(next++));
      }
    }
    return network;
  }

  private static void set(MultiLayerNetwork network, int l, Weights.Layer layer) {
    switch (layer) {
      case Weights.Dense dense -> {
        network.setParam(l + "_W", array(dense.w()));
        network.setParam(l + "_b", array(dense.b().orElseThrow()));
      }
      case Weights.Conv2d conv -> {
        int side = conv.kernel();
        INDArray k = array(conv.k()).reshape('c', conv.k().rows(), conv.channels(), side, side);
        network.setParam(l + "_W", k);
        conv.b().ifPresent(b -> network.setParam(l + "_b", array(b)));
      }
      case Weights.BatchNorm norm -> {
        network.setParam(l + "_gamma", array(norm.gamma()));
        network.setParam(l + "_beta", array(norm.beta()));
      }
      case Weights.LayerNorm _, Weights.Slope _ ->
          throw new IllegalArgumentException("DL4J has no such layer");
    }
  }

  private static Layer layer(LayerSpec spec, boolean last) {
    return switch (spec) {
      case LayerSpec.Dense dense when last ->
          new OutputLayer.Builder(
                  dense.activation().equals(SOFTMAX) ? new LossMCXENT(0, null) : new LossMSE())
              .nOut(dense.units())
              .activation(activation(dense))
              .build();
      case LayerSpec.Dense dense ->
          new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
              .nOut(dense.units())
              .activation(activation(dense))
              .build();
      case LayerSpec.Conv2d conv ->
          new ConvolutionLayer.Builder(conv.kernel(), conv.kernel())
              .nOut(conv.filters())
              .stride(conv.stride(), conv.stride())
              .convolutionMode(
                  conv.padding() == Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate)
              .hasBias(conv.bias())
              .activation(activation(conv))
              .build();
      case LayerSpec.MaxPool(int size, int stride) ->
          pool(SubsamplingLayer.PoolingType.MAX, size, stride);
      case LayerSpec.AveragePool(int size, int stride) ->
          pool(SubsamplingLayer.PoolingType.AVG, size, stride);
      case LayerSpec.BatchNorm _ ->
          new BatchNormalization.Builder().eps(1e-5).decay(0.9).useLogStd(false).build();
      case LayerSpec.Activated activated ->
          new org.deeplearning4j.nn.conf.layers.ActivationLayer.Builder()
              .activation(activation(activated))
              .build();
      case LayerSpec.Flatten _, LayerSpec.LayerNorm _, LayerSpec.Dropout _, LayerSpec.Residual _ ->
          throw new IllegalArgumentException("DL4J has another " + spec.kind());
    };
  }

  private static Layer pool(SubsamplingLayer.PoolingType type, int size, int stride) {
    return new SubsamplingLayer.Builder(type)
        .kernelSize(size, size)
        .stride(stride, stride)
        .convolutionMode(ConvolutionMode.Truncate)
        .build();
  }

  private static IActivation activation(LayerSpec spec) {
    return switch (spec.activation().kind()) {
      case IDENTITY -> new ActivationIdentity();
      case RELU -> new ActivationReLU();
      case TANH -> new ActivationTanH();
      case SOFTMAX -> new ActivationSoftmax();
      default -> throw new IllegalArgumentException("not here: " + spec);
    };
  }

  private static IUpdater updater(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Sgd sgd -> new Sgd(sgd.rate());
      case Optimizer.Adam adam -> new Adam(adam.rate(), adam.beta1(), adam.beta2(), adam.epsilon());
      default -> throw new IllegalArgumentException("not here: " + optimizer);
    };
  }

  private static LayerSpec conv(
      int filters, int kernel, int stride, Padding padding, Activation activation, boolean bias) {
    Initializer zeros = Initializer.ZEROS;
    return new LayerSpec.Conv2d(filters, kernel, stride, padding, activation, zeros, bias, zeros);
  }

  private static LayerSpec dense(int units, Activation activation) {
    return new LayerSpec.Dense(units, activation, Initializer.ZEROS, true, Initializer.ZEROS);
  }

  private static Named<Experiment> experiment(
      String name, Optimizer optimizer, LayerSpec... network) {
    int outputs = ((LayerSpec.Dense) network[network.length - 1]).units();
    boolean classes = outputs == 3;
    var draws = new Draws(21);
    double[] y = new double[EXAMPLES * outputs];
    for (int r = 0; r < EXAMPLES; r++) {
      int chosen = draws.between(0, outputs - 1);
      for (int c = 0; c < outputs; c++) {
        y[r * outputs + c] = classes ? (c == chosen ? 1 : 0) : draws.uniform(-1, 1);
      }
    }
    DataSpec data =
        new DataSpec.Inline(
            Matrix.of(EXAMPLES, IMAGE.size(), draws.uniforms(EXAMPLES * IMAGE.size(), 1.5)),
            Matrix.of(EXAMPLES, outputs, y),
            Matrix.empty(IMAGE.size()),
            Matrix.empty(outputs),
            Optional.of(IMAGE));
    return Named.of(
        name,
        new Experiment(
            name,
            4,
            data,
            List.of(network),
            Loss.of(classes ? Loss.Kind.CROSS_ENTROPY : Loss.Kind.MSE),
            optimizer,
            new BatchSize(BATCH),
            Clip.NONE,
            Penalty.NONE));
  }

  private static INDArray array(Matrix matrix) {
    return Nd4j.create(matrix.toArray(), new long[] {matrix.rows(), matrix.columns()}, 'c');
  }

  private static void same(double[] actual, INDArray expected) {
    double[] values = expected.dup('c').data().asDouble();
    assertThat(actual).hasSameSizeAs(values);
    double norm = 0;
    double difference = 0;
    for (int i = 0; i < values.length; i++) {
      norm = Math.hypot(norm, values[i]);
      difference = Math.hypot(difference, actual[i] - values[i]);
    }
    assertThat(difference).isLessThanOrEqualTo(RELATIVE * norm);
  }
}
