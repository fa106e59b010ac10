package lab.tinynet.spec;

import java.util.Optional;
import java.util.function.Consumer;

/// The ranges of an optimiser's parameters.
final class OptimizerRules {
  private static final String PATH = "optimizer";

  private OptimizerRules() {}

  /// @param problems is given what is wrong, in the order of the fields
  static void check(Optimizer optimizer, Consumer<Problem> problems) {
    real(Limits.RATE, "rate", optimizer.rate(), problems);
    switch (optimizer) {
      case Optimizer.Sgd _ -> {
        // The rate is all.
      }
      case Optimizer.Momentum momentum ->
          real(Limits.MOMENTUM, "momentum", momentum.momentum(), problems);
      case Optimizer.Nesterov nesterov ->
          real(Limits.MOMENTUM, "momentum", nesterov.momentum(), problems);
      case Optimizer.RmsProp rmsProp -> {
        real(Limits.BETA, "alpha", rmsProp.alpha(), problems);
        real(Limits.EPSILON, "epsilon", rmsProp.epsilon(), problems);
      }
      case Optimizer.Adagrad adagrad -> {
        real(Limits.EPSILON, "epsilon", adagrad.epsilon(), problems);
        real(Limits.ACCUMULATOR, "initialAccumulator", adagrad.initialAccumulator(), problems);
      }
      case Optimizer.Adam adam -> {
        real(Limits.BETA, "beta1", adam.beta1(), problems);
        real(Limits.BETA, "beta2", adam.beta2(), problems);
        real(Limits.EPSILON, "epsilon", adam.epsilon(), problems);
      }
      case Optimizer.AdamW adam -> {
        real(Limits.BETA, "beta1", adam.beta1(), problems);
        real(Limits.BETA, "beta2", adam.beta2(), problems);
        real(Limits.EPSILON, "epsilon", adam.epsilon(), problems);
        real(Limits.WEIGHT_DECAY, "weightDecay", adam.weightDecay(), problems);
      }
    }
    switch (optimizer.schedule()) {
      case Schedule.Constant() -> {
        // Nothing to set.
      }
      case Schedule.Staircase(long every, double factor) -> {
        whole("schedule.every", every, problems);
        real(Limits.SCHEDULE_FACTOR, "schedule.factor", factor, problems);
      }
      case Schedule.Cosine(long steps, double to) -> {
        whole("schedule.steps", steps, problems);
        real(Limits.SCHEDULE_END, "schedule.to", to, problems);
      }
      case Schedule.Warmup(long steps) -> whole("schedule.steps", steps, problems);
    }
  }

  private static void real(
      Limits.Real range, String field, double value, Consumer<Problem> problems) {
    add(range.check(Paths.field(PATH, field), value), problems);
  }

  private static void whole(String field, long value, Consumer<Problem> problems) {
    add(Limits.SCHEDULE_STEPS.check(Paths.field(PATH, field), value), problems);
  }

  private static void add(Optional<Problem> problem, Consumer<Problem> problems) {
    problem.ifPresent(problems);
  }
}
