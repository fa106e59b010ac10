package lab.tinynet.ui.model;

import java.util.List;
import java.util.OptionalDouble;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Schedule;

/// Single changes of the optimiser and its schedule by the names of their parameters, as a
/// specification has them. Pure; what they give still has to be validated.
public final class TrainingEdits {
  /// The parameters of any optimiser, the rate apart.
  public static final List<String> PARAMETERS =
      List.of("momentum", "alpha", "beta1", "beta2", "weightDecay", "epsilon");

  /// The parameters of any schedule.
  public static final List<String> SCHEDULE_PARAMETERS = List.of("every", "factor", "steps", "to");

  private TrainingEdits() {}

  /// A parameter of the optimiser; empty where it has none of this name.
  public static OptionalDouble parameter(Experiment experiment, String name) {
    Optimizer rule = experiment.optimizer();
    return switch (name) {
      case "momentum" ->
          switch (rule) {
            case Optimizer.Momentum(_, double momentum, _) -> OptionalDouble.of(momentum);
            case Optimizer.Nesterov(_, double momentum, _) -> OptionalDouble.of(momentum);
            default -> OptionalDouble.empty();
          };
      case "alpha" ->
          rule instanceof Optimizer.RmsProp prop
              ? OptionalDouble.of(prop.alpha())
              : OptionalDouble.empty();
      case "beta1" ->
          switch (rule) {
            case Optimizer.Adam adam -> OptionalDouble.of(adam.beta1());
            case Optimizer.AdamW adam -> OptionalDouble.of(adam.beta1());
            default -> OptionalDouble.empty();
          };
      case "beta2" ->
          switch (rule) {
            case Optimizer.Adam adam -> OptionalDouble.of(adam.beta2());
            case Optimizer.AdamW adam -> OptionalDouble.of(adam.beta2());
            default -> OptionalDouble.empty();
          };
      case "weightDecay" ->
          rule instanceof Optimizer.AdamW adam
              ? OptionalDouble.of(adam.weightDecay())
              : OptionalDouble.empty();
      case "epsilon" ->
          switch (rule) {
            case Optimizer.RmsProp prop -> OptionalDouble.of(prop.epsilon());
            case Optimizer.Adagrad grad -> OptionalDouble.of(grad.epsilon());
            case Optimizer.Adam adam -> OptionalDouble.of(adam.epsilon());
            case Optimizer.AdamW adam -> OptionalDouble.of(adam.epsilon());
            default -> OptionalDouble.empty();
          };
      default -> throw new IllegalArgumentException("no parameter " + name);
    };
  }

  /// Another value of a parameter; nothing changes where the optimiser has none of this name.
  public static Experiment withParameter(Experiment experiment, String name, double value) {
    if (parameter(experiment, name).isEmpty()) {
      return experiment;
    }
    Schedule schedule = experiment.optimizer().schedule();
    Optimizer changed =
        switch (experiment.optimizer()) {
          case Optimizer.Sgd sgd -> sgd;
          case Optimizer.Momentum momentum ->
              new Optimizer.Momentum(momentum.rate(), value, schedule);
          case Optimizer.Nesterov nesterov ->
              new Optimizer.Nesterov(nesterov.rate(), value, schedule);
          case Optimizer.RmsProp prop ->
              new Optimizer.RmsProp(
                  prop.rate(),
                  name.equals("alpha") ? value : prop.alpha(),
                  name.equals("epsilon") ? value : prop.epsilon(),
                  schedule);
          case Optimizer.Adagrad grad ->
              new Optimizer.Adagrad(grad.rate(), value, grad.initialAccumulator(), schedule);
          case Optimizer.Adam adam ->
              new Optimizer.Adam(
                  adam.rate(),
                  name.equals("beta1") ? value : adam.beta1(),
                  name.equals("beta2") ? value : adam.beta2(),
                  name.equals("epsilon") ? value : adam.epsilon(),
                  schedule);
          case Optimizer.AdamW adam ->
              new Optimizer.AdamW(
                  adam.rate(),
                  name.equals("beta1") ? value : adam.beta1(),
                  name.equals("beta2") ? value : adam.beta2(),
                  name.equals("epsilon") ? value : adam.epsilon(),
                  name.equals("weightDecay") ? value : adam.weightDecay(),
                  schedule);
        };
    return experiment.withOptimizer(changed);
  }

  /// Another schedule with its usual parameters.
  ///
  /// @param kind one of [Schedule#KINDS]
  public static Experiment withSchedule(Experiment experiment, String kind) {
    Schedule schedule =
        switch (kind) {
          case "constant" -> Schedule.CONSTANT;
          case "step" ->
              new Schedule.Staircase(
                  Schedule.Staircase.DEFAULT_EVERY, Schedule.Staircase.DEFAULT_FACTOR);
          case "cosine" -> new Schedule.Cosine(Schedule.Cosine.DEFAULT_STEPS, 0);
          case "warmup" -> new Schedule.Warmup(Schedule.Warmup.DEFAULT_STEPS);
          default -> throw new IllegalArgumentException("no schedule " + kind);
        };
    return experiment.withOptimizer(experiment.optimizer().withSchedule(schedule));
  }

  /// A parameter of the schedule; empty where it has none of this name.
  public static OptionalDouble scheduleParameter(Experiment experiment, String name) {
    return switch (experiment.optimizer().schedule()) {
      case Schedule.Constant _ -> OptionalDouble.empty();
      case Schedule.Staircase(long every, double factor) ->
          switch (name) {
            case "every" -> OptionalDouble.of((double) every);
            case "factor" -> OptionalDouble.of(factor);
            default -> OptionalDouble.empty();
          };
      case Schedule.Cosine(long steps, double to) ->
          switch (name) {
            case "steps" -> OptionalDouble.of((double) steps);
            case "to" -> OptionalDouble.of(to);
            default -> OptionalDouble.empty();
          };
      case Schedule.Warmup(long steps) ->
          name.equals("steps") ? OptionalDouble.of((double) steps) : OptionalDouble.empty();
    };
  }

  /// Another value of it; nothing changes where the schedule has none of this name.
  public static Experiment withScheduleParameter(Experiment experiment, String name, double value) {
    if (scheduleParameter(experiment, name).isEmpty()) {
      return experiment;
    }
    Schedule changed =
        switch (experiment.optimizer().schedule()) {
          case Schedule.Constant constant -> constant;
          case Schedule.Staircase(long every, double factor) ->
              name.equals("every")
                  ? new Schedule.Staircase((long) value, factor)
                  : new Schedule.Staircase(every, value);
          case Schedule.Cosine(long steps, double to) ->
              name.equals("steps")
                  ? new Schedule.Cosine((long) value, to)
                  : new Schedule.Cosine(steps, value);
          case Schedule.Warmup _ -> new Schedule.Warmup((long) value);
        };
    return experiment.withOptimizer(experiment.optimizer().withSchedule(changed));
  }
}
