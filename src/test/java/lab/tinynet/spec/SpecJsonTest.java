package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpecJsonTest {

  @Test
  void readsTheExampleOfTheInterface() {
    Experiment experiment = SpecJson.read(Specs.SPIRAL);
    assertThat(experiment)
        .isEqualTo(
            new Experiment(
                "spiral, ReLU",
                7,
                new DataSpec.Generated(DataSpec.Shape.SPIRAL, 400, 0.1, 0.3),
                List.of(
                    dense(8, Activation.Kind.RELU, Initializer.Kind.HE_NORMAL),
                    dense(1, Activation.Kind.TANH, Initializer.Kind.XAVIER_NORMAL)),
                Loss.of(Loss.Kind.MSE),
                new Optimizer.Sgd(0.03),
                new BatchSize(16),
                new Clip(Clip.Kind.NORM, 1),
                new Penalty(0, 0.0001)));
  }

  @Test
  void fillsInWhatIsNotSaid() {
    assertThat(SpecJson.read(Specs.LEAST))
        .isEqualTo(
            new Experiment(
                "",
                0,
                new DataSpec.Generated(DataSpec.Shape.XOR, 400, 0.1, 0.3),
                List.of(dense(1, Activation.Kind.IDENTITY, Initializer.Kind.XAVIER_NORMAL)),
                Loss.of(Loss.Kind.MSE),
                new Optimizer.Sgd(0.1),
                new BatchSize(32),
                Clip.NONE,
                Penalty.NONE));
  }

  @Test
  void readsParametersOfActivationsInitialisersAndOptimisers() {
    Experiment experiment = SpecJson.read(Specs.MOST);
    assertThat(experiment.seed()).isEqualTo(-(1L << 53));
    LayerSpec.Dense first = (LayerSpec.Dense) experiment.network().get(0);
    assertThat(first.activation()).isEqualTo(new Activation(Activation.Kind.LEAKY_RELU, 0.2));
    assertThat(first.init()).isEqualTo(new Initializer(Initializer.Kind.NORMAL, 0.5));
    assertThat(first.bias()).isFalse();
    LayerSpec.Dense second = (LayerSpec.Dense) experiment.network().get(1);
    assertThat(second.activation()).isEqualTo(new Activation(Activation.Kind.PRELU, 0.25));
    assertThat(second.init()).isEqualTo(new Initializer(Initializer.Kind.UNIFORM, 0));
    assertThat(second.biasInit()).isEqualTo(new Initializer(Initializer.Kind.CONSTANT, -0.1));
    assertThat(experiment.optimizer()).isEqualTo(new Optimizer.Adam(1e-3, 0.8, 0.99, 1e-7));
    assertThat(experiment.batch()).isEqualTo(BatchSize.FULL);
    assertThat(experiment.penalty()).isEqualTo(new Penalty(1e-300, 0));
    DataSpec.Inline data = (DataSpec.Inline) experiment.data();
    assertThat(data.x().toArray()).containsExactly(1, -2.5, 0.1, 3e-5, 4, 5);
    assertThat(data.testY().toArray()).containsExactly(0.25, 0.75);
  }

  @Test
  void inlineDataMayBeImages() {
    Experiment experiment =
        SpecJson.read(
            Specs.LEAST.replace(
                "{\"kind\": \"xor\"}",
                "{\"kind\": \"inline\", \"shape\": [2, 1, 3], \"x\": [[1,2,3,4,5,6]], \"y\":"
                    + " [[1]]}"));
    assertThat(experiment.data().imageShape()).contains(new ImageShape(2, 1, 3));
    assertThat(SpecJson.read(SpecJson.write(experiment))).isEqualTo(experiment);
  }

  @Test
  void theInitialiserFollowsTheActivationWhenItIsNotGiven() {
    String spec = Specs.LEAST.replace("\"units\": 1", "\"units\": 1, \"activation\": \"%s\"");
    assertThat(init(spec.formatted("relu"))).isEqualTo(Initializer.Kind.HE_NORMAL);
    assertThat(init(spec.formatted("selu"))).isEqualTo(Initializer.Kind.LECUN_NORMAL);
    assertThat(init(spec.formatted("tanh"))).isEqualTo(Initializer.Kind.XAVIER_NORMAL);
  }

  static Stream<String> texts() {
    return Stream.of(
        Specs.SPIRAL,
        Specs.MOST,
        Specs.LEAST,
        LayerSpecs.EVERY,
        Specs.TABLE,
        Specs.PICTURES,
        Specs.DIGITS);
  }

  @Test
  void everyLayerIsReadWithItsDefaults() {
    Experiment experiment = SpecJson.read(LayerSpecs.EVERY);
    List<LayerSpec> network = experiment.network();
    assertThat(network.get(4)).isEqualTo(new LayerSpec.MaxPool(2, 1));
    assertThat(network.get(5)).isEqualTo(new LayerSpec.AveragePool(1, 1));
    assertThat(network.get(8)).isEqualTo(new LayerSpec.Dropout(0.5));
    LayerSpec.Residual residual = (LayerSpec.Residual) network.get(3);
    LayerSpec.Conv2d inside = (LayerSpec.Conv2d) residual.layers().getFirst();
    assertThat(inside.stride()).isEqualTo(1);
    assertThat(inside.padding()).isEqualTo(LayerSpec.Padding.VALID);
    assertThat(inside.init()).isEqualTo(Initializer.of(Initializer.Kind.XAVIER_NORMAL));
    NetworkShape shape = NetworkShape.of(experiment);
    assertThat(shape.layers())
        .extracting(PlacedLayer::name)
        .containsExactly(
            "conv2d 1",
            "batch-norm 2",
            "activation 3",
            "residual 4",
            "residual 4/conv2d 1",
            "residual 4/conv2d 2",
            "max-pool 5",
            "average-pool 6",
            "flatten 7",
            "layer-norm 8",
            "dropout 9",
            "dropout 10",
            "dense 11");
    assertThat(shape.layers().get(3).output().image()).contains(new ImageShape(3, 2, 3));
    assertThat(shape.layers().get(7).output()).isEqualTo(OutputShape.of(new ImageShape(3, 1, 2)));
    assertThat(shape.parameters())
        .isEqualTo(12 + 6 + 1 + (6 + 2) + (2 * 9 * 3 + 3 + 1) + 12 + (6 + 1));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatIsWrittenReadsBackAsTheSameExperimentAndTheSameText(String text) {
    Experiment experiment = SpecJson.read(text);
    String written = SpecJson.write(experiment);
    assertThat(SpecJson.read(written)).isEqualTo(experiment);
    assertThat(SpecJson.write(SpecJson.read(written))).isEqualTo(written);
  }

  @ParameterizedTest
  @EnumSource(Activation.Kind.class)
  void everyActivationReadsBack(Activation.Kind kind) {
    boolean softmax = kind == Activation.Kind.SOFTMAX;
    Experiment experiment =
        SpecJson.read(Specs.LEAST)
            .withNetwork(List.of(dense(softmax ? 2 : 1, kind, Initializer.Kind.ZEROS)))
            .withLoss(Loss.of(softmax ? Loss.Kind.CROSS_ENTROPY : Loss.Kind.HUBER));
    assertThat(SpecJson.read(SpecJson.write(experiment))).isEqualTo(experiment);
  }

  @ParameterizedTest
  @EnumSource(Initializer.Kind.class)
  void everyInitialiserReadsBack(Initializer.Kind kind) {
    Experiment experiment =
        SpecJson.read(Specs.LEAST)
            .withNetwork(List.of(dense(1, Activation.Kind.TANH, kind)))
            .withOptimizer(new Optimizer.Momentum(0.1, 0.5))
            .withClip(new Clip(Clip.Kind.LAYER_NORM, 2));
    assertThat(SpecJson.read(SpecJson.write(experiment))).isEqualTo(experiment);
  }

  @ParameterizedTest
  @FieldSource("OPTIMIZERS")
  void everyOptimiserReadsBack(Optimizer optimizer) {
    Experiment experiment = SpecJson.read(Specs.LEAST).withOptimizer(optimizer);
    assertThat(SpecJson.read(SpecJson.write(experiment))).isEqualTo(experiment);
  }

  static final List<Optimizer> OPTIMIZERS =
      List.of(
          new Optimizer.Sgd(0.5),
          new Optimizer.Momentum(0.5, 0.25).withSchedule(new Schedule.Staircase(7, 0.75)),
          new Optimizer.Nesterov(0.5, 0.25).withSchedule(new Schedule.Cosine(9, 0.125)),
          new Optimizer.RmsProp(0.5, 0.25, 0.125).withSchedule(new Schedule.Warmup(11)),
          new Optimizer.Adagrad(0.5, 0.25, 0.125),
          new Optimizer.Adam(0.5, 0.25, 0.125, 0.0625),
          new Optimizer.AdamW(0.5, 0.25, 0.125, 0.0625, 0.03125));

  @Test
  void namesOfDataFilesAreRelativeToTheFolderOfTheSpecificationAndNotWrittenOut(
      @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("spec.json"), Specs.TABLE);
    Experiment experiment = SpecJson.read(file);
    DataSpec.Files files = (DataSpec.Files) experiment.data();
    assertThat(files.source().folder()).isEqualTo(folder);
    assertThat(files.known()).isFalse();
    assertThat(SpecJson.write(experiment))
        .contains("\"file\": \"a.csv\"")
        .doesNotContain(folder.toString());
    assertThat(SpecJson.read(SpecJson.write(experiment), folder)).isEqualTo(experiment);
    assertThat(SpecJson.read(SpecJson.write(experiment))).isNotEqualTo(experiment);
  }

  @Test
  void anOptimiserThatIsOnlyNamedHasPyTorchsDefaults() {
    assertThat(named("momentum")).isEqualTo(new Optimizer.Momentum(0.1, 0.9));
    assertThat(named("nesterov")).isEqualTo(new Optimizer.Nesterov(0.1, 0.9));
    assertThat(named("rmsprop")).isEqualTo(new Optimizer.RmsProp(0.1, 0.99, 1e-8));
    assertThat(named("adagrad")).isEqualTo(new Optimizer.Adagrad(0.1, 1e-10, 0));
    assertThat(named("adam")).isEqualTo(new Optimizer.Adam(0.1, 0.9, 0.999, 1e-8));
    assertThat(named("adamw")).isEqualTo(new Optimizer.AdamW(0.1, 0.9, 0.999, 1e-8, 0.01));
    assertThat(named("sgd\", \"schedule\": \"step").schedule())
        .isEqualTo(new Schedule.Staircase(1_000, 0.1));
    assertThat(named("sgd\", \"schedule\": \"cosine").schedule())
        .isEqualTo(new Schedule.Cosine(1_000, 0));
    assertThat(named("sgd\", \"schedule\": \"warmup").schedule())
        .isEqualTo(new Schedule.Warmup(100));
  }

  private static Optimizer named(String kind) {
    return SpecJson.read(Specs.LEAST.replace("\"kind\": \"sgd\"", "\"kind\": \"" + kind + '"'))
        .optimizer();
  }

  @Test
  void theWrittenTextIsLaidOutForReaders() {
    assertThat(SpecJson.write(SpecJson.read(Specs.LEAST)))
        .isEqualTo(
            """
            {
              "format": 1,
              "name": "",
              "seed": 0,
              "data": {"kind": "xor", "examples": 400, "noise": 0.1, "test": 0.3},
              "network": [
                {"layer": "dense", "units": 1, "activation": "identity", "init": "xavier-normal", \
            "bias": true, "biasInit": "zeros"}
              ],
              "loss": "mse",
              "optimizer": {"kind": "sgd", "rate": 0.1, "schedule": "constant"},
              "batch": 32,
              "clip": null,
              "penalty": {"l1": 0, "l2": 0}
            }
            """);
  }

  @Test
  void wholeNumbersMayBeWrittenWithAFractionOfZero() {
    Experiment experiment =
        SpecJson.read(Specs.LEAST.replace("\"units\": 1", "\"units\": 1.0, \"bias\": true"));
    assertThat(experiment.network()).hasSize(1);
  }

  @Test
  void readsAFileWithAByteOrderMark(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("规格.json");
    Files.writeString(file, "\uFEFF" + Specs.MOST);
    assertThat(SpecJson.read(file)).isEqualTo(SpecJson.read(Specs.MOST));
  }

  @Test
  void sixtyMegabytesOfInlineDataAreReadInSeconds(@TempDir Path folder) throws IOException {
    int rows = (int) (1_400_000 * Math.max(Double.parseDouble(scale()), 0.1));
    var x = new StringBuilder();
    var y = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      x.append(i == 0 ? "" : ",").append("[").append(i * 1e-7).append(",-0.123456789012]");
      y.append(i == 0 ? "" : ",").append("[").append(i % 2).append("]");
    }
    Path file = folder.resolve("large.json");
    Files.writeString(
        file,
        Specs.LEAST.replace(
            "{\"kind\": \"xor\"}",
            "{\"kind\": \"inline\", \"x\": [" + x + "], \"y\": [" + y + "]}"));
    long start = System.nanoTime();
    Experiment experiment = SpecJson.read(file);
    double seconds = (System.nanoTime() - start) * 1e-9;
    assertThat(((DataSpec.Inline) experiment.data()).x().rows()).isEqualTo(rows);
    assertThat(seconds).isLessThan(10);
  }

  private static String scale() {
    return System.getProperty("proof.scale", "0.02");
  }

  private static Initializer.Kind init(String spec) {
    return ((LayerSpec.Dense) SpecJson.read(spec).network().getFirst()).init().kind();
  }

  private static LayerSpec.Dense dense(
      int units, Activation.Kind activation, Initializer.Kind init) {
    return new LayerSpec.Dense(
        units, Activation.of(activation), Initializer.of(init), true, Initializer.ZEROS);
  }
}
