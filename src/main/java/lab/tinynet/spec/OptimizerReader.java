package lab.tinynet.spec;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Turns the `optimizer` of an experiment into the value.
final class OptimizerReader {
  private OptimizerReader() {}

  static Optimizer read(Json value, String path) {
    FieldReader in = FieldReader.of(value, path);
    String kind = ExperimentReader.word(in, "kind", Optimizer.KINDS, Set.of());
    List<String> own =
        switch (kind) {
          case "momentum", "nesterov" -> List.of("momentum");
          case "rmsprop" -> List.of("alpha", "epsilon");
          case "adagrad" -> List.of("epsilon", "initialAccumulator");
          case "adam" -> List.of("beta1", "beta2", "epsilon");
          case "adamw" -> List.of("beta1", "beta2", "epsilon", "weightDecay");
          default -> List.of();
        };
    in.only(Stream.concat(Stream.of("kind", "rate", "schedule"), own.stream()).toList());
    double rate = in.real("rate", Limits.RATE);
    Optimizer optimizer =
        switch (Optimizer.usual(kind, rate)) {
          case Optimizer.Sgd sgd -> sgd;
          case Optimizer.Momentum usual ->
              new Optimizer.Momentum(rate, in.real("momentum", Limits.MOMENTUM, usual.momentum()));
          case Optimizer.Nesterov usual ->
              new Optimizer.Nesterov(rate, in.real("momentum", Limits.MOMENTUM, usual.momentum()));
          case Optimizer.RmsProp usual ->
              new Optimizer.RmsProp(
                  rate,
                  in.real("alpha", Limits.BETA, usual.alpha()),
                  in.real("epsilon", Limits.EPSILON, usual.epsilon()));
          case Optimizer.Adagrad usual ->
              new Optimizer.Adagrad(
                  rate,
                  in.real("epsilon", Limits.EPSILON, usual.epsilon()),
                  in.real("initialAccumulator", Limits.ACCUMULATOR, usual.initialAccumulator()));
          case Optimizer.Adam usual ->
              new Optimizer.Adam(
                  rate,
                  in.real("beta1", Limits.BETA, usual.beta1()),
                  in.real("beta2", Limits.BETA, usual.beta2()),
                  in.real("epsilon", Limits.EPSILON, usual.epsilon()));
          case Optimizer.AdamW usual ->
              new Optimizer.AdamW(
                  rate,
                  in.real("beta1", Limits.BETA, usual.beta1()),
                  in.real("beta2", Limits.BETA, usual.beta2()),
                  in.real("epsilon", Limits.EPSILON, usual.epsilon()),
                  in.real("weightDecay", Limits.WEIGHT_DECAY, usual.weightDecay()));
        };
    return in.optional("schedule")
        .map(schedule -> optimizer.withSchedule(schedule(schedule, in.path("schedule"))))
        .orElse(optimizer);
  }

  /// A word alone takes the defaults of its parameters.
  private static Schedule schedule(Json value, String path) {
    if (value instanceof Json.Text) {
      String kind = ExperimentReader.word(value, path, Schedule.KINDS, Set.of());
      return switch (kind) {
        case "step" ->
            new Schedule.Staircase(
                Schedule.Staircase.DEFAULT_EVERY, Schedule.Staircase.DEFAULT_FACTOR);
        case "cosine" -> new Schedule.Cosine(Schedule.Cosine.DEFAULT_STEPS, 0);
        case "warmup" -> new Schedule.Warmup(Schedule.Warmup.DEFAULT_STEPS);
        default -> Schedule.CONSTANT;
      };
    }
    if (!(value instanceof Json.Fields)) {
      throw Problems.expectedTextOrObject(path, value).refused();
    }
    FieldReader in = FieldReader.of(value, path);
    return switch (ExperimentReader.word(in, "kind", Schedule.KINDS, Set.of())) {
      case "step" -> {
        in.only(List.of("kind", "every", "factor"));
        yield new Schedule.Staircase(
            in.whole("every", Limits.SCHEDULE_STEPS, Schedule.Staircase.DEFAULT_EVERY),
            in.real("factor", Limits.SCHEDULE_FACTOR, Schedule.Staircase.DEFAULT_FACTOR));
      }
      case "cosine" -> {
        in.only(List.of("kind", "steps", "to"));
        yield new Schedule.Cosine(
            in.whole("steps", Limits.SCHEDULE_STEPS, Schedule.Cosine.DEFAULT_STEPS),
            in.real("to", Limits.SCHEDULE_END, 0));
      }
      case "warmup" -> {
        in.only(List.of("kind", "steps"));
        yield new Schedule.Warmup(
            in.whole("steps", Limits.SCHEDULE_STEPS, Schedule.Warmup.DEFAULT_STEPS));
      }
      default -> {
        in.only(List.of("kind"));
        yield Schedule.CONSTANT;
      }
    };
  }
}
