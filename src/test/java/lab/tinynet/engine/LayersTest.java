package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.ProbeSchedule;
import lab.tinynet.telemetry.Quantity;
import org.junit.jupiter.api.Test;

/// What layers other than the fully connected one do, in cases that can be worked out by hand.
class LayersTest {
  private static final Activation IDENTITY = Activation.of(Activation.Kind.IDENTITY);

  /// 3 × 3 pixels 1 … 9, and a kernel that tells its four places apart. It is not flipped.
  @Test
  void aConvolutionIsACrossCorrelationThatPadsAtTheEnd() {
    double[] image = IntStream.rangeClosed(1, 9).asDoubleStream().toArray();
    double[] kernel = {1000, 100, 10, 1};
    assertThat(convolved(image, kernel, 1, LayerSpec.Padding.VALID))
        .containsExactly(1245, 2356, 4578, 5689);
    assertThat(convolved(image, kernel, 1, LayerSpec.Padding.SAME))
        .containsExactly(1245, 2356, 3060, 4578, 5689, 6090, 7800, 8900, 9000);
    assertThat(convolved(image, kernel, 2, LayerSpec.Padding.SAME))
        .containsExactly(1245, 3060, 7800, 9000);
    assertThat(convolved(image, kernel, 2, LayerSpec.Padding.VALID)).containsExactly(1245);
  }

  private static double[] convolved(
      double[] image, double[] kernel, int stride, LayerSpec.Padding padding) {
    Initializer zeros = Initializer.ZEROS;
    var conv = new LayerSpec.Conv2d(1, 2, stride, padding, IDENTITY, zeros, false, zeros);
    Weights.Conv2d weights =
        new Weights.Conv2d(Matrix.of(1, 4, kernel), 2, Optional.empty(), OptionalDouble.empty());
    return output(new ImageShape(1, 3, 3), image, List.of(conv), new Weights(List.of(weights)));
  }

  @Test
  void poolsTakeTheLargestOrTheMeanAndLeaveOutWhatDoesNotFit() {
    double[] image = {1, 2, 3, 4, 5, 9, -7, -8, 0, 1, 1, 1, 1, 1, 1};
    ImageShape shape = new ImageShape(1, 3, 5);
    Weights none = new Weights(List.of());
    assertThat(output(shape, image, List.of(new LayerSpec.MaxPool(2, 2)), none))
        .containsExactly(9, 4);
    assertThat(output(shape, image, List.of(new LayerSpec.AveragePool(2, 2)), none))
        .containsExactly(5.0 / 4, -1.0 / 4);
    assertThat(output(shape, image, List.of(new LayerSpec.MaxPool(2, 1)), none))
        .containsExactly(9, 3, 4, 5, 9, 1, 1, 1);
    assertThat(output(shape, image, List.of(new LayerSpec.AveragePool(3, 3)), none))
        .containsExactly((1 + 2 + 3 + 9 - 7 - 8 + 3) / 9.0);
  }

  /// What a network makes of one image, in evaluation mode.
  private static double[] output(
      ImageShape shape, double[] image, List<LayerSpec> layers, Weights weights) {
    Matrix x = Matrix.of(1, image.length, image);
    Matrix y = Matrix.of(1, 1, new double[] {0});
    DataSpec data =
        new DataSpec.Inline(x, y, Matrix.empty(image.length), Matrix.empty(1), Optional.of(shape));
    NumericLibrary.load();
    Experiment experiment =
        TinyNetworks.of(data, new Optimizer.Sgd(1), layers.toArray(LayerSpec[]::new));
    try (Network network = new Network(experiment, NetworkShape.input(data))) {
      WeightsTransfer.write(weights, network);
      try (Pass pass = new Pass(network, 1, 1, false)) {
        pass.prepare(1);
        Columns.fill(pass.input().values(), image, 1, image.length);
        pass.forward();
        Block out = pass.last().output();
        return IntStream.range(0, out.columns()).mapToDouble(i -> out.values().get(i)).toArray();
      }
    }
  }

  /// Two examples of one number, 1 and 3: mean 2, variance 1, unbiased 2.
  @Test
  void batchNormalisationRemembersATenthOfEveryBatch() {
    Experiment experiment =
        TinyNetworks.of(
            TinyNetworks.inline(new double[][] {{1}, {3}}, new double[][] {{0}, {0}}),
            new Optimizer.Sgd(0),
            new LayerSpec.BatchNorm());
    try (Trainer trainer = Trainer.of(experiment)) {
      assertThat(norm(trainer).mean().get(0, 0)).isZero();
      assertThat(norm(trainer).variance().get(0, 0)).isEqualTo(1);
      trainer.step();
      assertThat(norm(trainer).mean().get(0, 0)).isCloseTo(0.2, within(1e-15));
      assertThat(norm(trainer).variance().get(0, 0)).isCloseTo(0.9 + 0.2, within(1e-15));
      trainer.step();
      assertThat(norm(trainer).mean().get(0, 0)).isCloseTo(0.38, within(1e-15));
      // Normalised with its own statistics the batch is ±1, whose mean square is all but 1; with
      // the running ones of the beginning it is as it was.
      assertThat(trainer.loss()).isCloseTo(1 / (1 + 1e-5), within(1e-12));
      double first = trainer.log().probes().get(0, trainer.log().column(Quantity.TRAIN_LOSS));
      assertThat(first).isCloseTo((1 + 9) / 2.0 / (1 + 1e-5), within(1e-12));
    }
  }

  private static Weights.BatchNorm norm(Trainer trainer) {
    return (Weights.BatchNorm) trainer.weights().layers().getFirst();
  }

  @Test
  void aStepThatBreaksLeavesTheRunningStatisticsAsTheyWere() {
    Experiment experiment =
        TinyNetworks.of(
            TinyNetworks.inline(new double[][] {{1}, {3}}, new double[][] {{0}, {1}}),
            new Optimizer.Sgd(1e200),
            TinyNetworks.dense(1, Activation.Kind.IDENTITY),
            new LayerSpec.BatchNorm(),
            TinyNetworks.dense(1, Activation.Kind.IDENTITY));
    try (Trainer trainer = Trainer.of(experiment)) {
      Weights before = trainer.weights();
      int steps = 0;
      while (trainer.step()) {
        before = trainer.weights();
        steps++;
        assertThat(steps).isLessThan(20);
      }
      assertThat(trainer.divergence()).isPresent();
      assertThat(trainer.weights()).isEqualTo(before);
      // Other settings take the update back that led there, and its statistics with it.
      trainer.change(experiment.withOptimizer(new Optimizer.Sgd(0.1)));
      assertThat(trainer.step()).isTrue();
    }
  }

  @Test
  void anOverflowInsideAResidualIsNamedThere() {
    LayerSpec residual =
        new LayerSpec.Residual(List.of(TinyNetworks.dense(1, Activation.Kind.IDENTITY)));
    Experiment experiment =
        TinyNetworks.of(
            TinyNetworks.inline(new double[][] {{1e200}}, new double[][] {{1}}),
            new Optimizer.Sgd(1),
            TinyNetworks.dense(1, Activation.Kind.IDENTITY),
            residual,
            TinyNetworks.dense(1, Activation.Kind.IDENTITY));
    double[] b = {0};
    Weights.Dense one = TinyNetworks.layer(b, new double[] {1});
    Weights.Dense huge = TinyNetworks.layer(b, new double[] {1e200});
    try (Trainer trainer = Trainer.of(experiment, TinyNetworks.startingFrom(one, huge, one))) {
      assertThat(trainer.step()).isFalse();
      Divergence cause = trainer.divergence().orElseThrow();
      assertThat(cause.layer()).isEqualTo("residual 2/dense 1");
      assertThat(cause.quantity()).isEqualTo(Divergence.Quantity.ACTIVATION);
    }
  }

  /// Two images of four pixels, all 1 but the last one of the second, which is −1.
  @Test
  void aChannelIsDeadWhenItIsZeroAtEveryPixelOfEveryExample() {
    double[] images = new double[8];
    Arrays.fill(images, 1);
    images[7] = -1;
    var relu = new LayerSpec.Activated(Activation.of(Activation.Kind.RELU));
    Initializer zeros = Initializer.ZEROS;
    var conv = new LayerSpec.Conv2d(3, 1, 1, LayerSpec.Padding.VALID, IDENTITY, zeros, true, zeros);
    DataSpec data =
        new DataSpec.Inline(
            Matrix.of(2, 4, images),
            Matrix.of(2, 1, new double[2]),
            Matrix.empty(4),
            Matrix.empty(1),
            Optional.of(new ImageShape(1, 2, 2)));
    Experiment experiment =
        TinyNetworks.of(
            data,
            new Optimizer.Sgd(0),
            conv,
            relu,
            TinyNetworks.dense(1, Activation.Kind.IDENTITY));
    // Channels: −x − ½ (alive at one pixel of the second image), −x − 2 (dead), x.
    Weights.Conv2d weights =
        new Weights.Conv2d(
            Matrix.of(3, 1, new double[] {-1, -1, 1}),
            1,
            Optional.of(Matrix.of(1, 3, new double[] {-0.5, -2, 0})),
            OptionalDouble.empty());
    double[][] w = new double[12][1];
    Trainer.Options options =
        TinyNetworks.startingFrom(weights, TinyNetworks.layer(new double[] {0}, w));
    try (Trainer trainer = Trainer.of(experiment, options)) {
      trainer.step();
      assertThat(trainer.log().layers().get(1).units()).isEqualTo(3);
      assertThat(trainer.log().layers().get(0).rectifier()).isFalse();
      int dead = trainer.log().column(Quantity.DEAD_UNITS, 1);
      int silent = trainer.log().column(Quantity.SILENT_UNITS, 1);
      assertThat(trainer.log().probes().get(0, dead)).isEqualTo(1);
      assertThat(trainer.log().steps().get(0, silent)).isEqualTo(1);
      assertThat(trainer.log().events().since(0)).contains(new Event.UnitDied(0, 1, 1));
      Frame frame = trainer.frame(10);
      assertThat(frame.layers().get(1).dead()).containsExactly(false, true, false);
    }
    Experiment dark = experiment.withBatch(new BatchSize(1));
    try (Trainer trainer = Trainer.of(dark, options)) {
      for (int i = 0; i < 6; i++) {
        trainer.step();
      }
      int silent = trainer.log().column(Quantity.SILENT_UNITS, 1);
      assertThat(IntStream.range(0, 6).mapToObj(i -> trainer.log().steps().get(i, silent)))
          .contains(1.0, 2.0)
          .doesNotContain(0.0, 3.0);
    }
  }

  @Test
  void dropoutIsAnotherMaskEachStepTheSameInEveryRunAndNoneInAProbe() {
    int count = 4_000;
    double[][] x = new double[1][count];
    Arrays.fill(x[0], 1);
    double[][] y = {{0}};
    Experiment experiment =
        TinyNetworks.of(
            TinyNetworks.inline(x, y),
            new Optimizer.Sgd(0),
            new LayerSpec.Dropout(0.25),
            TinyNetworks.dense(1, Activation.Kind.IDENTITY));
    double[][] w = new double[count][];
    Arrays.fill(w, new double[] {1.0 / count});
    Trainer.Options options =
        TinyNetworks.startingFrom(TinyNetworks.layer(new double[] {0}, w))
            .withSchedule(new ProbeSchedule(1));
    try (Trainer trainer = Trainer.of(experiment, options);
        Trainer again = Trainer.of(experiment, options);
        Trainer other = Trainer.of(experiment.withSeed(2), options)) {
      double[] means = new double[4];
      for (int i = 0; i < means.length; i++) {
        trainer.step();
        again.step();
        other.step();
        assertThat(again.loss()).isEqualTo(trainer.loss()).isNotEqualTo(other.loss());
        means[i] = Math.sqrt(trainer.loss());
        // The mean of 4,000 numbers that are 0 or 4/3 is known to 1 %.
        assertThat(means[i]).isCloseTo(1, within(0.04));
        int loss = trainer.log().column(Quantity.TRAIN_LOSS);
        assertThat(trainer.log().probes().get(i, loss)).isCloseTo(1, within(1e-12));
      }
      assertThat(Arrays.stream(means).distinct().count()).isEqualTo(4);
    }
  }

  @Test
  void everyLayerIsNamedInTheOrderOfTheSpecification() {
    try (Trainer trainer = Trainer.of(TinyImages.experiment(20, 4, TinyImages.everyKind()))) {
      assertThat(trainer.log().layers())
          .extracting(layer -> layer.name() + " " + layer.units() + " " + layer.parameters())
          .containsExactly(
              "conv2d 1 4 true",
              "batch-norm 2 4 true",
              "activation 3 4 false",
              "residual 4 4 false",
              "residual 4/layer-norm 1 4 true",
              "residual 4/conv2d 2 4 true",
              "max-pool 5 4 false",
              "average-pool 6 4 false",
              "flatten 7 16 false",
              "dropout 8 16 false",
              "dense 9 2 true");
      assertThat(trainer.weights().layers()).hasSize(5);
      assertThat(trainer.frame(20).resolution()).isZero();
    }
  }

  @Test
  void aNetworkWithEveryKindOfLayerLearns() {
    Experiment experiment = TinyImages.experiment(60, 30, TinyImages.everyKind());
    try (Trainer trainer = Trainer.of(experiment)) {
      for (int i = 0; i < 300; i++) {
        assertThat(trainer.step()).isTrue();
      }
      long last = trainer.log().probes().length() - 1;
      int accuracy = trainer.log().column(Quantity.TEST_ACCURACY);
      assertThat(trainer.log().probes().get(last, accuracy)).isGreaterThan(0.9);
    }
  }
}
