package lab.tinynet.ui.lanes;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;

/// One thing in which lanes can be made to differ. Values are written as in an experiment's file:
/// `relu`, `0.1`; of clipping `none` or the limit of the norm of all, of normalisation `with` and
/// `without`.
enum Aspect {
  ACTIVATION,
  INITIALIZATION,
  OPTIMIZER,
  RATE,
  CLIP,
  BATCH_NORM,
  UNITS,
  PENALTY;

  static final String NONE = "none";
  static final String WITH = "with";
  static final String WITHOUT = "without";

  /// The last word of its keys: `batch-norm`.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What can be chosen; empty where a number is to be typed.
  List<String> choices() {
    return switch (this) {
      case ACTIVATION ->
          Arrays.stream(Activation.Kind.values())
              .filter(kind -> kind != Activation.Kind.SOFTMAX)
              .map(Activation.Kind::json)
              .toList();
      case INITIALIZATION ->
          Arrays.stream(Initializer.Kind.values()).map(Initializer.Kind::json).toList();
      case OPTIMIZER -> Optimizer.KINDS;
      case CLIP -> List.of(NONE, "0.1", "0.5", "1", "5", "10");
      case BATCH_NORM -> List.of(WITHOUT, WITH);
      case RATE, UNITS, PENALTY -> List.of();
    };
  }

  /// Whether an experiment has such a thing.
  boolean applies(Experiment experiment) {
    return switch (this) {
      case ACTIVATION -> LayerEdits.any(experiment, LayerEdits.activations(experiment));
      case INITIALIZATION -> LayerEdits.any(experiment, LayerEdits::init);
      case UNITS -> LayerEdits.any(experiment, LayerEdits::units);
      case BATCH_NORM -> LayerEdits.any(experiment, LayerEdits::init);
      case OPTIMIZER, RATE, CLIP, PENALTY -> true;
    };
  }

  /// The value in an experiment; empty where its hidden layers differ.
  Optional<String> present(Experiment experiment) {
    return switch (this) {
      case ACTIVATION ->
          LayerEdits.common(experiment, LayerEdits.activations(experiment))
              .map(activation -> activation.kind().json());
      case INITIALIZATION ->
          LayerEdits.common(experiment, LayerEdits::init).map(init -> init.kind().json());
      case OPTIMIZER -> Optional.of(experiment.optimizer().kind());
      case RATE -> Optional.of(number(experiment.optimizer().rate()));
      case CLIP ->
          switch (experiment.clip().kind()) {
            case NONE -> Optional.of(NONE);
            case NORM -> Optional.of(number(experiment.clip().limit()));
            case LAYER_NORM, VALUE -> Optional.empty();
          };
      case BATCH_NORM -> Optional.of(BatchNormed.is(experiment) ? WITH : WITHOUT);
      case UNITS -> LayerEdits.common(experiment, LayerEdits::units).map(String::valueOf);
      case PENALTY -> Optional.of(number(experiment.penalty().l2()));
    };
  }

  /// Values worth trying beside the present one, at least three.
  List<String> proposals(Experiment experiment) {
    List<String> usual =
        switch (this) {
          case ACTIVATION -> List.of("relu", "sigmoid", "tanh", "leaky-relu");
          case INITIALIZATION -> List.of("he-normal", "xavier-normal", "normal", "zeros");
          case OPTIMIZER -> List.of("sgd", "momentum", "adam", "rmsprop");
          case RATE -> times(experiment.optimizer().rate(), "0.1", "10", "3");
          case CLIP -> List.of(NONE, "1", "0.1", "5");
          case BATCH_NORM -> List.of(WITHOUT, WITH, WITHOUT, WITH);
          case UNITS -> List.of("4", "8", "16", "32");
          case PENALTY -> List.of("0", "0.001", "0.01", "0.1");
        };
    String now = present(experiment).orElse("");
    return usual.stream().filter(value -> !value.equals(now)).limit(LaneDraft.MOST_OTHERS).toList();
  }

  private static List<String> times(double value, String... factors) {
    return Arrays.stream(factors)
        .map(factor -> number(BigDecimal.valueOf(value).multiply(new BigDecimal(factor))))
        .toList();
  }

  private static String number(double value) {
    return number(BigDecimal.valueOf(value));
  }

  private static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /// An experiment with another value.
  ///
  /// @param value as above; an empty one changes nothing
  /// @return empty if the value is none
  Optional<Experiment> apply(Experiment experiment, String value) {
    if (value.isBlank()) {
      return Optional.of(experiment);
    }
    return switch (this) {
      case ACTIVATION ->
          Activation.Kind.named(value).map(kind -> activation(experiment, Activation.of(kind)));
      case INITIALIZATION ->
          Initializer.Kind.named(value)
              .map(
                  kind ->
                      LayerEdits.change(
                          experiment, layer -> LayerEdits.withInit(layer, Initializer.of(kind))));
      case OPTIMIZER ->
          Optimizer.KINDS.contains(value)
              ? Optional.of(
                  experiment.withOptimizer(
                      Optimizer.usual(value, experiment.optimizer().rate())
                          .withSchedule(experiment.optimizer().schedule())))
              : Optional.empty();
      case RATE ->
          parsed(value)
              .map(rate -> experiment.withOptimizer(experiment.optimizer().withRate(rate)));
      case CLIP ->
          value.equals(NONE)
              ? Optional.of(experiment.withClip(Clip.NONE))
              : parsed(value).map(limit -> experiment.withClip(new Clip(Clip.Kind.NORM, limit)));
      case BATCH_NORM ->
          Optional.of(
              value.equals(WITH) ? BatchNormed.with(experiment) : BatchNormed.without(experiment));
      case UNITS ->
          parsed(value)
              .filter(units -> units == Math.rint(units) && Math.abs(units) < Integer.MAX_VALUE)
              .map(
                  units ->
                      LayerEdits.change(
                          experiment, layer -> LayerEdits.withUnits(layer, units.intValue())));
      case PENALTY ->
          parsed(value)
              .map(l2 -> experiment.withPenalty(new Penalty(experiment.penalty().l1(), l2)));
    };
  }

  private static Experiment activation(Experiment experiment, Activation activation) {
    Function<LayerSpec, Optional<Activation>> has = LayerEdits.activations(experiment);
    return LayerEdits.change(
        experiment,
        layer ->
            has.apply(layer).isPresent() ? LayerEdits.withActivation(layer, activation) : layer);
  }

  private static Optional<Double> parsed(String value) {
    try {
      double number = Double.parseDouble(value.strip());
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
