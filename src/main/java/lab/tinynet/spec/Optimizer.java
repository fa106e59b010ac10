package lab.tinynet.spec;

import java.util.List;

/// The rule that turns a gradient g into an update of the parameters w, with learning rate η.
///
/// The conventions are PyTorch's. Of a step, η is the rate times the factor of the schedule.
public sealed interface Optimizer {
  /// The names of all rules, the simplest first.
  List<String> KINDS =
      List.of("sgd", "momentum", "nesterov", "rmsprop", "adagrad", "adam", "adamw");

  double DEFAULT_MOMENTUM = 0.9;
  double DEFAULT_BETA1 = 0.9;
  double DEFAULT_BETA2 = 0.999;
  double DEFAULT_EPSILON = 1e-8;

  /// The rule of this name with its usual parameters and a constant rate.
  ///
  /// @param kind one of [#KINDS]
  static Optimizer usual(String kind, double rate) {
    return switch (kind) {
      case "sgd" -> new Sgd(rate);
      case "momentum" -> new Momentum(rate, DEFAULT_MOMENTUM);
      case "nesterov" -> new Nesterov(rate, DEFAULT_MOMENTUM);
      case "rmsprop" -> new RmsProp(rate, RmsProp.DEFAULT_ALPHA, DEFAULT_EPSILON);
      case "adagrad" -> new Adagrad(rate, Adagrad.DEFAULT_EPSILON, 0);
      case "adam" -> new Adam(rate, DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON);
      case "adamw" ->
          new AdamW(
              rate, DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON, AdamW.DEFAULT_WEIGHT_DECAY);
      default -> throw new IllegalArgumentException("no optimiser " + kind);
    };
  }

  /// The name in JSON.
  String kind();

  /// η before the schedule, ≥ 0.
  double rate();

  Schedule schedule();

  Optimizer withRate(double newRate);

  Optimizer withSchedule(Schedule newSchedule);

  /// η of one step. Allocates nothing.
  ///
  /// @param step number of steps done before, ≥ 0
  default double rateAt(long step) {
    return rate() * schedule().factor(step);
  }

  /// w ← w − ηg.
  record Sgd(double rate, Schedule schedule) implements Optimizer {
    public Sgd(double rate) {
      this(rate, Schedule.CONSTANT);
    }

    @Override
    public String kind() {
      return "sgd";
    }

    @Override
    public Sgd withRate(double newRate) {
      return new Sgd(newRate, schedule);
    }

    @Override
    public Sgd withSchedule(Schedule newSchedule) {
      return new Sgd(rate, newSchedule);
    }
  }

  /// v ← μv + g, w ← w − ηv (Polyak 1964).
  ///
  /// @param momentum μ, 0 ≤ μ < 1
  record Momentum(double rate, double momentum, Schedule schedule) implements Optimizer {
    public Momentum(double rate, double momentum) {
      this(rate, momentum, Schedule.CONSTANT);
    }

    @Override
    public String kind() {
      return "momentum";
    }

    @Override
    public Momentum withRate(double newRate) {
      return new Momentum(newRate, momentum, schedule);
    }

    @Override
    public Momentum withSchedule(Schedule newSchedule) {
      return new Momentum(rate, momentum, newSchedule);
    }
  }

  /// v ← μv + g, w ← w − η(g + μv): the velocity looked at from where it leads to (Nesterov 1983;
  /// in this form Sutskever, Martens, Dahl & Hinton 2013).
  ///
  /// @param momentum μ, 0 ≤ μ < 1
  record Nesterov(double rate, double momentum, Schedule schedule) implements Optimizer {
    public Nesterov(double rate, double momentum) {
      this(rate, momentum, Schedule.CONSTANT);
    }

    @Override
    public String kind() {
      return "nesterov";
    }

    @Override
    public Nesterov withRate(double newRate) {
      return new Nesterov(newRate, momentum, schedule);
    }

    @Override
    public Nesterov withSchedule(Schedule newSchedule) {
      return new Nesterov(rate, momentum, newSchedule);
    }
  }

  /// v ← αv + (1 − α)g², w ← w − ηg / (√v + ε) (Hinton, Tieleman 2012).
  ///
  /// @param alpha α, the share of the old mean, 0 ≤ α < 1
  /// @param epsilon ε > 0
  record RmsProp(double rate, double alpha, double epsilon, Schedule schedule)
      implements Optimizer {
    public static final double DEFAULT_ALPHA = 0.99;

    public RmsProp(double rate, double alpha, double epsilon) {
      this(rate, alpha, epsilon, Schedule.CONSTANT);
    }

    @Override
    public String kind() {
      return "rmsprop";
    }

    @Override
    public RmsProp withRate(double newRate) {
      return new RmsProp(newRate, alpha, epsilon, schedule);
    }

    @Override
    public RmsProp withSchedule(Schedule newSchedule) {
      return new RmsProp(rate, alpha, epsilon, newSchedule);
    }
  }

  /// s ← s + g², w ← w − ηg / (√s + ε) (Duchi, Hazan & Singer 2011).
  ///
  /// @param epsilon ε > 0
  /// @param initialAccumulator what s starts from, ≥ 0; of no effect once training has begun
  record Adagrad(double rate, double epsilon, double initialAccumulator, Schedule schedule)
      implements Optimizer {
    public static final double DEFAULT_EPSILON = 1e-10;

    public Adagrad(double rate, double epsilon, double initialAccumulator) {
      this(rate, epsilon, initialAccumulator, Schedule.CONSTANT);
    }

    @Override
    public String kind() {
      return "adagrad";
    }

    @Override
    public Adagrad withRate(double newRate) {
      return new Adagrad(newRate, epsilon, initialAccumulator, schedule);
    }

    @Override
    public Adagrad withSchedule(Schedule newSchedule) {
      return new Adagrad(rate, epsilon, initialAccumulator, newSchedule);
    }
  }

  /// Adam (Kingma & Ba 2015), bias-corrected, ε outside the root.
  ///
  /// @param beta1 β₁ of the mean of gradients, 0 ≤ β₁ < 1
  /// @param beta2 β₂ of the mean of their squares, 0 ≤ β₂ < 1
  /// @param epsilon ε > 0
  record Adam(double rate, double beta1, double beta2, double epsilon, Schedule schedule)
      implements Optimizer {
    public Adam(double rate, double beta1, double beta2, double epsilon) {
      this(rate, beta1, beta2, epsilon, Schedule.CONSTANT);
    }

    @Override
    public String kind() {
      return "adam";
    }

    @Override
    public Adam withRate(double newRate) {
      return new Adam(newRate, beta1, beta2, epsilon, schedule);
    }

    @Override
    public Adam withSchedule(Schedule newSchedule) {
      return new Adam(rate, beta1, beta2, epsilon, newSchedule);
    }
  }

  /// Adam with decoupled weight decay (Loshchilov & Hutter 2019): w ← w − ηλw, then [Adam]'s
  /// update. All parameters decay, biases too.
  ///
  /// @param weightDecay λ ≥ 0
  record AdamW(
      double rate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay,
      Schedule schedule)
      implements Optimizer {
    public static final double DEFAULT_WEIGHT_DECAY = 0.01;

    public AdamW(double rate, double beta1, double beta2, double epsilon, double weightDecay) {
      this(rate, beta1, beta2, epsilon, weightDecay, Schedule.CONSTANT);
    }

    @Override
    public String kind() {
      return "adamw";
    }

    @Override
    public AdamW withRate(double newRate) {
      return new AdamW(newRate, beta1, beta2, epsilon, weightDecay, schedule);
    }

    @Override
    public AdamW withSchedule(Schedule newSchedule) {
      return new AdamW(rate, beta1, beta2, epsilon, weightDecay, newSchedule);
    }
  }
}
