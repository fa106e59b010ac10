package lab.tinynet.spec;

/// The rule that turns a gradient g into an update of the parameters w, with learning rate η.
public sealed interface Optimizer {

  /// The name in JSON.
  String kind();

  /// η, ≥ 0.
  double rate();

  Optimizer withRate(double newRate);

  /// w ← w − ηg.
  record Sgd(double rate) implements Optimizer {
    @Override
    public String kind() {
      return "sgd";
    }

    @Override
    public Sgd withRate(double newRate) {
      return new Sgd(newRate);
    }
  }

  /// v ← μv + g, w ← w − ηv (Polyak 1964, in PyTorch's form).
  ///
  /// @param momentum μ, 0 ≤ μ < 1
  record Momentum(double rate, double momentum) implements Optimizer {
    public static final double DEFAULT_MOMENTUM = 0.9;

    @Override
    public String kind() {
      return "momentum";
    }

    @Override
    public Momentum withRate(double newRate) {
      return new Momentum(newRate, momentum);
    }
  }

  /// Adam (Kingma & Ba 2015), bias-corrected, ε outside the root.
  record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimizer {
    public static final double DEFAULT_BETA1 = 0.9;
    public static final double DEFAULT_BETA2 = 0.999;
    public static final double DEFAULT_EPSILON = 1e-8;

    @Override
    public String kind() {
      return "adam";
    }

    @Override
    public Adam withRate(double newRate) {
      return new Adam(newRate, beta1, beta2, epsilon);
    }
  }
}
