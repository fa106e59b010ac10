package lab.tinynet.ui.model;

import java.util.function.UnaryOperator;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Optimizer;

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
    LayerPath last = LayerPath.of(output);
    Experiment changed =
        NetworkEdits.change(
            experiment,
            last,
            layer -> NetworkEdits.withActivation(layer, Activation.of(activation)));
    int targets = NetworkShape.targets(experiment.data(), kind);
    if (!(experiment.data() instanceof DataSpec.Inline) && targets > 0) {
      changed = NetworkEdits.change(changed, last, layer -> withUnits(layer, targets));
    }
    return changed.withLoss(Loss.of(kind));
  }

  /// Another optimiser at the same rate and schedule, with its usual parameters.
  public static Experiment optimizer(Experiment experiment, String kind) {
    Optimizer now = experiment.optimizer();
    return experiment.withOptimizer(Optimizer.usual(kind, now.rate()).withSchedule(now.schedule()));
  }

  private static LayerSpec withUnits(LayerSpec layer, int units) {
    return layer instanceof LayerSpec.Dense dense ? dense.withUnits(units) : layer;
  }
}
