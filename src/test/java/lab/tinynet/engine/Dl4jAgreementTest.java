package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.tinynet.data.BatchOrder;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.engine.oracle.GeneratedNetwork;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.OutputShape;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.Schedule;
import lab.tinynet.spec.Validation;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Quantity;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.RampSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/// The engine against Deeplearning4j on the same network, data, weights and batches, in double.
///
/// Where the conventions differ, the comparison takes account of it:
/// - DL4J's binary cross-entropy sums over the outputs; ours is their mean, which its loss weights
///   of 1/outputs express. Its clipping of the logarithms' arguments is set to 0.
/// - DL4J's Adam puts ε beside the root of the moment that is not yet corrected ("epsilon hat" in
///   Kingma & Ba 2015, end of section 2); ours and PyTorch's puts it beside that of the corrected
///   one. With ε as small as here the two are the same formula; that ε has its place is for the
///   oracle to show.
/// - DL4J's RMSProp puts ε where ours does, but starts the mean of the squares at it; with ε as
///   small as here that is 0, where ours starts.
/// - DL4J's Adagrad starts its sum at 1e-6 whatever ε is; ours, like PyTorch's, at
///   `initialAccumulator`, which is 1e-6 here.
/// - DL4J has no AdamW, but Adam with its `WeightDecay` times the rate is the same rule; the decay
///   is put on the biases too, as PyTorch has it.
/// - DL4J keeps the rate inside the velocity of Nesterov's momentum, which is the same as long as
///   the rate is constant; schedules are therefore compared under SGD.
/// - DL4J has Nesterov's momentum only, none of Polyak's, its GELU is an approximation, and its
///   learnt slope is one a unit: these stay with the oracle.
class Dl4jAgreementTest {
  private static final int STEPS = 60;
  private static final int EXAMPLES = 22;
  private static final int INPUTS = 3;
  private static final double RELATIVE = 1e-6;
  private static final double TINY_EPSILON = 1e-30;

  record Case(
      Activation.Kind hidden, Loss.Kind loss, Optimizer optimizer, Clip clip, Penalty penalty) {
    @Override
    public String toString() {
      return hidden.json()
          + ", "
          + loss.json()
          + ", "
          + optimizer.kind()
          + " "
          + optimizer.schedule().kind()
          + ", clip "
          + clip.kind().json()
          + (penalty.equals(Penalty.NONE) ? "" : ", penalty");
    }
  }

  static Stream<Case> cases() {
    Optimizer sgd = new Optimizer.Sgd(0.05);
    Optimizer adam = new Optimizer.Adam(0.003, 0.9, 0.999, TINY_EPSILON);
    List<Case> cases = new ArrayList<>();
    for (Activation.Kind kind : Activation.Kind.values()) {
      if (both(kind)) {
        cases.add(new Case(kind, Loss.Kind.MSE, sgd, Clip.NONE, Penalty.NONE));
        cases.add(new Case(kind, Loss.Kind.BCE, adam, Clip.NONE, Penalty.NONE));
      }
    }
    Activation.Kind tanh = Activation.Kind.TANH;
    for (Optimizer optimizer : optimizers()) {
      cases.add(new Case(tanh, Loss.Kind.MSE, optimizer, Clip.NONE, Penalty.NONE));
      cases.add(new Case(tanh, Loss.Kind.CROSS_ENTROPY, optimizer, Clip.NONE, Penalty.NONE));
    }
    for (Loss.Kind loss : List.of(Loss.Kind.MSE, Loss.Kind.BCE, Loss.Kind.CROSS_ENTROPY)) {
      cases.add(new Case(tanh, loss, sgd, Clip.NONE, new Penalty(0.01, 0.02)));
      cases.add(new Case(tanh, loss, adam, Clip.NONE, new Penalty(0, 0.02)));
    }
    Clip value = new Clip(Clip.Kind.VALUE, 0.02);
    Clip layer = new Clip(Clip.Kind.LAYER_NORM, 0.05);
    cases.add(new Case(tanh, Loss.Kind.MSE, sgd, value, Penalty.NONE));
    cases.add(new Case(tanh, Loss.Kind.MSE, sgd, layer, Penalty.NONE));
    return cases.stream();
  }

  private static List<Optimizer> optimizers() {
    return List.of(
        new Optimizer.Sgd(0.05).withSchedule(new Schedule.Staircase(20, 0.5)),
        new Optimizer.Sgd(0.05).withSchedule(new Schedule.Warmup(25)),
        new Optimizer.Nesterov(0.02, 0.9),
        new Optimizer.RmsProp(0.003, 0.95, TINY_EPSILON),
        new Optimizer.Adagrad(0.03, 1e-3, 1e-6),
        new Optimizer.AdamW(0.003, 0.9, 0.99, TINY_EPSILON, 0.3));
  }

  private static boolean both(Activation.Kind kind) {
    return switch (kind) {
      case IDENTITY, SIGMOID, TANH, RELU, LEAKY_RELU, ELU, SELU, SILU, SOFTPLUS, MISH -> true;
      case PRELU, GELU, SOFTMAX -> false;
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theSameRunGivesTheSameLossesAndParameters(Case made) {
    Experiment experiment = experiment(made);
    assertThat(Validation.check(experiment)).isEmpty();
    Weights weights =
        GeneratedNetwork.weights(new Draws(8), OutputShape.row(INPUTS), experiment.network(), 0.8);
    MultiLayerNetwork rival = rival(experiment, weights);
    DataSpec.Inline data = (DataSpec.Inline) experiment.data();
    INDArray x = array(data.x());
    INDArray y = array(data.y());
    var order = new BatchOrder(experiment.seed(), EXAMPLES, experiment.batch());
    Trainer.Options options = Trainer.Options.USUAL.withExactSteps(STEPS).withWeights(weights);
    try (Trainer trainer = Trainer.of(experiment, options)) {
      for (int step = 0; step < STEPS; step++) {
        int[] rows = new int[order.prepare(step)];
        System.arraycopy(order.indices(), order.offset(), rows, 0, rows.length);
        double penalty = penalty(rival, experiment);
        rival.fit(new DataSet(x.getRows(rows), y.getRows(rows)));
        trainer.step();
        double loss = trainer.log().steps().get(step, trainer.log().column(Quantity.LOSS));
        double expected = rival.score() - penalty;
        assertThat(loss).isCloseTo(expected, within(RELATIVE * expected));
      }
      for (int l = 0; l < experiment.network().size(); l++) {
        Weights.Dense own = (Weights.Dense) trainer.weights().layers().get(l);
        same(own.w().toArray(), rival.getParam(l + "_W"));
        same(own.b().orElseThrow().toArray(), rival.getParam(l + "_b"));
      }
    }
  }

  /// DL4J's score holds the penalty and what stands for the decay; the lab's loss does not.
  private static double penalty(MultiLayerNetwork network, Experiment experiment) {
    Penalty penalty = experiment.penalty();
    double decay = experiment.optimizer() instanceof Optimizer.AdamW adam ? adam.weightDecay() : 0;
    double sum = 0;
    for (int l = 0; l < network.getnLayers(); l++) {
      INDArray w = network.getParam(l + "_W");
      INDArray b = network.getParam(l + "_b");
      double squares = w.mul(w).sumNumber().doubleValue();
      sum += penalty.l1() * w.norm1Number().doubleValue();
      sum += (penalty.l2() + decay) / 2 * squares;
      sum += decay / 2 * b.mul(b).sumNumber().doubleValue();
    }
    return sum;
  }

  private static Experiment experiment(Case made) {
    int outputs = made.loss() == Loss.Kind.CROSS_ENTROPY ? 3 : 2;
    var draws = new Draws(21);
    double[] y = new double[EXAMPLES * outputs];
    for (int r = 0; r < EXAMPLES; r++) {
      int chosen = draws.between(0, outputs - 1);
      for (int c = 0; c < outputs; c++) {
        y[r * outputs + c] =
            switch (made.loss()) {
              case MSE, HUBER -> draws.uniform(-1, 1);
              case BCE -> draws.between(0, 1);
              case CROSS_ENTROPY -> c == chosen ? 1 : 0;
            };
      }
    }
    Activation.Kind last =
        switch (made.loss()) {
          case MSE, HUBER -> made.hidden();
          case BCE -> Activation.Kind.SIGMOID;
          case CROSS_ENTROPY -> Activation.Kind.SOFTMAX;
        };
    return new Experiment(
        "",
        4,
        new DataSpec.Inline(
            Matrix.of(EXAMPLES, INPUTS, draws.uniforms(EXAMPLES * INPUTS, 1.5)),
            Matrix.of(EXAMPLES, outputs, y),
            Matrix.empty(0),
            Matrix.empty(0)),
        List.of(dense(5, made.hidden()), dense(4, made.hidden()), dense(outputs, last)),
        Loss.of(made.loss()),
        made.optimizer(),
        new BatchSize(8),
        made.clip(),
        made.penalty());
  }

  private static LayerSpec dense(int units, Activation.Kind kind) {
    return new LayerSpec.Dense(
        units, Activation.of(kind), Initializer.ZEROS, true, Initializer.ZEROS);
  }

  private static MultiLayerNetwork rival(Experiment experiment, Weights weights) {
    NeuralNetConfiguration.Builder builder =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .updater(updater(experiment.optimizer()))
            .l1(experiment.penalty().l1())
            .l2(experiment.penalty().l2());
    if (experiment.optimizer() instanceof Optimizer.AdamW adam) {
      // Set for the whole network it is put on each layer twice.
      double half = adam.weightDecay() / 2;
      builder.weightDecay(half, true).weightDecayBias(half, true);
    }
    switch (experiment.clip().kind()) {
      case NONE -> {}
      case LAYER_NORM -> builder.gradientNormalization(GradientNormalization.ClipL2PerLayer);
      case VALUE ->
          builder.gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue);
      case NORM -> throw new IllegalArgumentException("DL4J does not clip layers together");
    }
    builder.gradientNormalizationThreshold(experiment.clip().limit());
    NeuralNetConfiguration.ListBuilder layers = builder.list();
    int inputs = INPUTS;
    for (int l = 0; l < experiment.network().size(); l++) {
      LayerSpec.Dense dense = (LayerSpec.Dense) experiment.network().get(l);
      IActivation activation = activation(dense.activation());
      layers.layer(
          l == experiment.network().size() - 1
              ? new OutputLayer.Builder(loss(experiment.loss(), dense.units()))
                  .nIn(inputs)
                  .nOut(dense.units())
                  .activation(activation)
                  .build()
              : new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
                  .nIn(inputs)
                  .nOut(dense.units())
                  .activation(activation)
                  .build());
      inputs = dense.units();
    }
    var network = new MultiLayerNetwork(layers.build());
    network.init();
    for (int l = 0; l < weights.layers().size(); l++) {
      Weights.Dense dense = (Weights.Dense) weights.layers().get(l);
      network.setParam(l + "_W", array(dense.w()));
      network.setParam(l + "_b", array(dense.b().orElseThrow()));
    }
    return network;
  }

  private static IUpdater updater(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Sgd sgd -> new Sgd(schedule(sgd));
      case Optimizer.Nesterov nesterov -> new Nesterovs(nesterov.rate(), nesterov.momentum());
      case Optimizer.RmsProp rmsProp ->
          new RmsProp(rmsProp.rate(), rmsProp.alpha(), rmsProp.epsilon());
      case Optimizer.Adagrad adagrad -> new AdaGrad(adagrad.rate(), adagrad.epsilon());
      case Optimizer.Adam adam -> adam(adam.rate(), adam.beta1(), adam.beta2(), adam.epsilon());
      case Optimizer.AdamW adam -> adam(adam.rate(), adam.beta1(), adam.beta2(), adam.epsilon());
      case Optimizer.Momentum _ ->
          throw new IllegalArgumentException("DL4J has no momentum but Nesterov's");
    };
  }

  private static Adam adam(double rate, double beta1, double beta2, double epsilon) {
    return new Adam(rate, beta1, beta2, epsilon);
  }

  private static ISchedule schedule(Optimizer optimizer) {
    return switch (optimizer.schedule()) {
      case Schedule.Constant() -> new FixedSchedule(optimizer.rate());
      case Schedule.Staircase(long every, double factor) ->
          new StepSchedule(ScheduleType.ITERATION, optimizer.rate(), factor, every);
      case Schedule.Warmup(long steps) ->
          new RampSchedule(new FixedSchedule(optimizer.rate()), (int) steps);
      case Schedule.Cosine _ -> throw new IllegalArgumentException("DL4J has no cosine");
    };
  }

  private static IActivation activation(Activation activation) {
    return switch (activation.kind()) {
      case IDENTITY -> new ActivationIdentity();
      case SIGMOID -> new ActivationSigmoid();
      case TANH -> new ActivationTanH();
      case RELU -> new ActivationReLU();
      case LEAKY_RELU -> new ActivationLReLU(activation.parameter());
      case ELU -> new ActivationELU();
      case SELU -> new ActivationSELU();
      case SILU -> new ActivationSwish();
      case SOFTPLUS -> new ActivationSoftPlus();
      case MISH -> new ActivationMish();
      case SOFTMAX -> new ActivationSoftmax();
      case PRELU, GELU -> throw new IllegalArgumentException("DL4J has another " + activation);
    };
  }

  private static ILossFunction loss(Loss loss, int outputs) {
    return switch (loss.kind()) {
      case MSE -> new LossMSE();
      case BCE -> new LossBinaryXENT(0, Nd4j.valueArrayOf(new long[] {1, outputs}, 1.0 / outputs));
      case CROSS_ENTROPY -> new LossMCXENT(0, null);
      case HUBER -> throw new IllegalArgumentException("DL4J has no Huber loss");
    };
  }

  private static INDArray array(Matrix matrix) {
    return Nd4j.create(matrix.toArray(), new long[] {matrix.rows(), matrix.columns()}, 'c');
  }

  private static void same(double[] actual, INDArray expected) {
    double[] values = expected.dup('c').data().asDouble();
    double norm = 0;
    double difference = 0;
    for (int i = 0; i < values.length; i++) {
      norm = Math.hypot(norm, values[i]);
      difference = Math.hypot(difference, actual[i] - values[i]);
    }
    assertThat(difference).isLessThanOrEqualTo(RELATIVE * norm);
  }
}
