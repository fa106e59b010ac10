package lab.tinynet.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Schedule;

/// Single changes of an experiment, as the panel makes them. Pure; what they give still has to be
/// validated.
public final class ExperimentEdits {
  private ExperimentEdits() {}

  /// Whether the running network can go on under the new settings, without starting anew.
  public static boolean keepsRunning(Experiment before, Experiment after) {
    return before
        .withOptimizer(after.optimizer())
        .withClip(after.clip())
        .withPenalty(after.penalty())
        .withName(after.name())
        .equals(after);
  }

  /// Generated data with one thing changed.
  public static Experiment data(Experiment experiment, UnaryOperator<DataSpec.Generated> change) {
    return switch (experiment.data()) {
      case DataSpec.Generated generated -> experiment.withData(change.apply(generated));
      case DataSpec.Inline _, DataSpec.Files _ -> experiment;
    };
  }

  public static Experiment units(Experiment experiment, int layer, int units) {
    return withDense(experiment, layer, dense -> dense.withUnits(units));
  }

  /// Another activation; weights that started in the usual way for the old one start in the usual
  /// way for the new one.
  public static Experiment activation(Experiment experiment, int layer, Activation.Kind kind) {
    Activation activation = Activation.of(kind);
    return withDense(
        experiment,
        layer,
        before -> {
          LayerSpec.Dense after = before.withActivation(activation);
          return before.init().equals(Initializer.usualFor(before.activation()))
              ? after.withInit(Initializer.usualFor(activation))
              : after;
        });
  }

  public static Experiment init(Experiment experiment, int layer, Initializer.Kind kind) {
    return withDense(experiment, layer, dense -> dense.withInit(Initializer.of(kind)));
  }

  /// Puts a fully connected hidden layer before the output layer: like the last hidden one, or,
  /// where that is of another kind, one of 8 ReLU units.
  public static Experiment addLayer(Experiment experiment) {
    List<LayerSpec> network = new ArrayList<>(experiment.network());
    int output = network.size() - 1;
    Activation relu = Activation.of(Activation.Kind.RELU);
    LayerSpec fresh =
        output > 0 && network.get(output - 1) instanceof LayerSpec.Dense last
            ? last
            : new LayerSpec.Dense(8, relu, Initializer.usualFor(relu), true, Initializer.ZEROS);
    network.add(output, fresh);
    return experiment.withNetwork(network);
  }

  /// Takes a hidden layer away.
  ///
  /// @param layer not the last one
  public static Experiment removeLayer(Experiment experiment, int layer) {
    List<LayerSpec> network = new ArrayList<>(experiment.network());
    if (layer == network.size() - 1) {
      throw new IllegalArgumentException("the output layer stays");
    }
    network.remove(layer);
    return experiment.withNetwork(network);
  }

  /// Another generated data set, with as many examples as before where both are of the same make. A
  /// loss that does not go with it gives way: to `mse` for a regression, to `cross-entropy` for
  /// more than two classes.
  public static Experiment shape(Experiment experiment, DataSpec.Shape shape) {
    DataSpec.Generated usual = DataSpec.Generated.usual(shape);
    DataSpec.Generated data =
        switch (experiment.data()) {
          case DataSpec.Generated before
              when before.shape().usualExamples() == shape.usualExamples() ->
              new DataSpec.Generated(
                  shape,
                  before.examples(),
                  before.noise() == before.shape().usualNoise() ? usual.noise() : before.noise(),
                  before.test());
          case DataSpec.Generated _, DataSpec.Inline _, DataSpec.Files _ -> usual;
        };
    boolean sameTargets =
        experiment.data() instanceof DataSpec.Generated before
            && before.shape().classes() == shape.classes();
    Experiment changed = experiment.withData(data);
    if (sameTargets) {
      return changed;
    }
    Loss.Kind loss = experiment.loss().kind();
    return loss(
        changed,
        switch (shape.classes()) {
          case 0 -> loss == Loss.Kind.HUBER ? loss : Loss.Kind.MSE;
          case 2 -> loss;
          default -> Loss.Kind.CROSS_ENTROPY;
        });
  }

  /// Data from files, with the loss and the output layer that their labels want: a loss of classes
  /// for classes, of numbers for numbers.
  ///
  /// @param data their contents have been read
  public static Experiment files(Experiment experiment, DataSpec.Files data) {
    FileContents contents = data.contents().orElseThrow();
    Experiment changed = experiment.withData(data);
    Loss.Kind loss = experiment.loss().kind();
    boolean classes = !contents.classes().isEmpty();
    int count = contents.classes(loss).size();
    return loss(
        changed,
        switch (loss) {
          case MSE, HUBER -> classes ? Loss.Kind.CROSS_ENTROPY : loss;
          case BCE -> count == 2 ? loss : classes ? Loss.Kind.CROSS_ENTROPY : Loss.Kind.MSE;
          case CROSS_ENTROPY -> classes ? loss : Loss.Kind.MSE;
        });
  }

  /// Another loss, with the output layer that belongs to it: for squared errors tanh where there
  /// are classes and none for a regression, sigmoid for binary cross-entropy, softmax for
  /// cross-entropy.
  public static Experiment loss(Experiment experiment, Loss.Kind kind) {
    boolean regression = NetworkShape.regression(experiment.data(), kind);
    Activation.Kind activation =
        switch (kind) {
          case MSE, HUBER -> regression ? Activation.Kind.IDENTITY : Activation.Kind.TANH;
          case BCE -> Activation.Kind.SIGMOID;
          case CROSS_ENTROPY -> Activation.Kind.SOFTMAX;
        };
    int output = experiment.network().size() - 1;
    Experiment changed = activation(experiment, output, activation);
    int targets = NetworkShape.targets(experiment.data(), kind);
    if (!(experiment.data() instanceof DataSpec.Inline) && targets > 0) {
      changed = units(changed, output, targets);
    }
    return changed.withLoss(Loss.of(kind));
  }

  /// Another optimiser at the same rate and schedule, with its usual parameters.
  public static Experiment optimizer(Experiment experiment, String kind) {
    Optimizer now = experiment.optimizer();
    return experiment.withOptimizer(Optimizer.usual(kind, now.rate()).withSchedule(now.schedule()));
  }

  /// The optimiser's μ, where it has one.
  public static OptionalDouble momentum(Experiment experiment) {
    return switch (experiment.optimizer()) {
      case Optimizer.Momentum momentum -> OptionalDouble.of(momentum.momentum());
      case Optimizer.Nesterov nesterov -> OptionalDouble.of(nesterov.momentum());
      case Optimizer.Sgd _,
          Optimizer.RmsProp _,
          Optimizer.Adagrad _,
          Optimizer.Adam _,
          Optimizer.AdamW _ ->
          OptionalDouble.empty();
    };
  }

  /// Another μ; nothing changes where the optimiser has none.
  public static Experiment momentum(Experiment experiment, double value) {
    return switch (experiment.optimizer()) {
      case Optimizer.Momentum(double rate, _, Schedule schedule) ->
          experiment.withOptimizer(new Optimizer.Momentum(rate, value, schedule));
      case Optimizer.Nesterov(double rate, _, Schedule schedule) ->
          experiment.withOptimizer(new Optimizer.Nesterov(rate, value, schedule));
      case Optimizer.Sgd _,
          Optimizer.RmsProp _,
          Optimizer.Adagrad _,
          Optimizer.Adam _,
          Optimizer.AdamW _ ->
          experiment;
    };
  }

  /// A layer, if there is such a one and it is fully connected.
  public static Optional<LayerSpec.Dense> dense(Experiment experiment, int layer) {
    return layer < experiment.network().size()
            && experiment.network().get(layer) instanceof LayerSpec.Dense dense
        ? Optional.of(dense)
        : Optional.empty();
  }

  /// Changes a fully connected layer; another kind stays as it is.
  private static Experiment withDense(
      Experiment experiment, int layer, UnaryOperator<LayerSpec.Dense> change) {
    List<LayerSpec> network = new ArrayList<>(experiment.network());
    dense(experiment, layer).ifPresent(dense -> network.set(layer, change.apply(dense)));
    return experiment.withNetwork(network);
  }
}
