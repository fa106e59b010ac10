package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.Clip;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Loss;
import lab.tinynet.spec.Matrix;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.spec.Schedule;
import lab.tinynet.spec.Validation;

/// A random run of any make that the lab can build: experiment and edits.
///
/// What is new in the lab joins in by a line in one of the tables; combinations that the validation
/// refuses are drawn again.
///
/// @param edits changes made while it runs, in the order of their steps
/// @param steps how long it runs; beyond 1,000, where the probes become rarer
record GeneratedRun(Experiment experiment, List<StampedEdit> edits, long steps) {
  static final int STEPS = 1_250;

  /// Layers before the last, for rows of numbers.
  private static final List<Function<Draws, LayerSpec>> HIDDEN =
      List.of(
          draws -> dense(draws, draws.between(1, 12), anyActivation(draws)),
          draws -> dense(draws, draws.between(2, 16), Activation.of(Activation.Kind.RELU)),
          draws -> dense(draws, draws.between(2, 16), Activation.of(Activation.Kind.RELU)),
          _ -> new LayerSpec.BatchNorm(),
          _ -> new LayerSpec.LayerNorm(),
          draws -> new LayerSpec.Dropout(draws.uniform(0.05, 0.6)),
          draws -> new LayerSpec.Activated(anyActivation(draws)),
          draws ->
              new LayerSpec.Residual(
                  List.of(new LayerSpec.BatchNorm(), new LayerSpec.Dropout(0.2), rectifier())));

  /// Layers that read images.
  private static final List<Function<Draws, LayerSpec>> IMAGE_HIDDEN =
      List.of(
          GeneratedRun::conv,
          GeneratedRun::conv,
          draws -> new LayerSpec.MaxPool(draws.between(1, 3), draws.between(1, 3)),
          draws -> new LayerSpec.AveragePool(draws.between(1, 3), draws.between(1, 3)),
          _ -> new LayerSpec.BatchNorm(),
          draws -> new LayerSpec.Dropout(draws.uniform(0.05, 0.6)),
          draws -> new LayerSpec.Residual(List.of(same(draws, 2), rectifier())));

  private static final List<Function<Draws, Optimizer>> OPTIMIZERS =
      List.of(
          draws -> new Optimizer.Sgd(draws.uniform(0.005, 0.3)),
          draws -> new Optimizer.Momentum(draws.uniform(0.002, 0.1), draws.uniform(0.3, 0.95)),
          draws -> new Optimizer.Nesterov(draws.uniform(0.002, 0.1), draws.uniform(0.3, 0.95)),
          draws ->
              new Optimizer.RmsProp(draws.uniform(0.0005, 0.02), draws.uniform(0.8, 0.99), 1e-8),
          draws -> new Optimizer.Adagrad(draws.uniform(0.005, 0.1), 1e-10, draws.oneOf(0.0, 0.1)),
          draws ->
              new Optimizer.AdamW(
                  draws.uniform(0.0005, 0.03), 0.9, 0.999, 1e-8, draws.uniform(0, 0.1)),
          draws ->
              new Optimizer.Adam(
                  draws.uniform(0.0005, 0.03),
                  draws.uniform(0.5, 0.95),
                  draws.uniform(0.9, 0.9995),
                  draws.oneOf(1e-8, 1e-4)));

  private static final List<Function<Draws, Schedule>> SCHEDULES =
      List.of(
          _ -> Schedule.CONSTANT,
          draws -> new Schedule.Staircase(draws.between(1, 400), draws.uniform(0.3, 1)),
          draws -> new Schedule.Cosine(draws.between(1, 1_500), draws.uniform(0, 0.5)),
          draws -> new Schedule.Warmup(draws.between(1, 300)));

  /// What can be changed while it runs; some of it breaks the run, which a later change may mend.
  private static final List<BiFunction<Draws, Experiment, Experiment>> CHANGES =
      List.of(
          (draws, now) -> rate(now, draws.uniform(0.001, 0.1)),
          (draws, now) -> rate(now, Math.pow(10, draws.uniform(2, 300))),
          (draws, now) -> rate(now, 0),
          (draws, now) -> now.withOptimizer(optimizer(draws)),
          (draws, now) -> now.withClip(clip(draws)),
          (draws, now) -> now.withPenalty(penalty(draws)),
          (draws, now) -> now.withOptimizer(optimizer(draws)).withClip(clip(draws)),
          (draws, now) -> now.withName("renamed"),
          (draws, now) -> now);

  private static Experiment rate(Experiment experiment, double rate) {
    return experiment.withOptimizer(experiment.optimizer().withRate(rate));
  }

  static GeneratedRun of(long seed) {
    var draws = new Draws(seed ^ 0x5EED);
    Experiment experiment = experiment(draws, seed);
    while (!Validation.check(experiment).isEmpty()) {
      experiment = experiment(draws, seed);
    }
    return new GeneratedRun(experiment, edits(draws, experiment), STEPS);
  }

  private static Experiment experiment(Draws draws, long seed) {
    Loss.Kind kind = draws.oneOf(Loss.Kind.values());
    DataSpec data = data(draws, kind);
    List<LayerSpec> network = new ArrayList<>();
    if (data.imageShape().isPresent() && !draws.onceIn(4)) {
      for (int i = draws.between(1, 3); i > 0; i--) {
        network.add(oneOf(draws, IMAGE_HIDDEN));
      }
      network.add(new LayerSpec.Flatten());
    }
    for (int i = draws.between(0, 4); i > 0; i--) {
      network.add(oneOf(draws, HIDDEN));
    }
    network.add(dense(draws, NetworkShape.targets(data, kind), last(draws, kind)));
    return new Experiment(
        "generated " + seed,
        seed,
        data,
        network,
        Loss.of(kind),
        optimizer(draws),
        draws.onceIn(4) ? BatchSize.FULL : new BatchSize(draws.between(1, 40)),
        clip(draws),
        penalty(draws));
  }

  private static DataSpec data(Draws draws, Loss.Kind loss) {
    double test = draws.onceIn(3) ? 0 : draws.uniform(0.1, 0.5);
    if (draws.onceIn(5)) {
      return inline(draws, loss);
    }
    DataSpec.Shape shape = draws.oneOf(DataSpec.Shape.values());
    int examples =
        draws.onceIn(6) && shape.image().isEmpty()
            ? draws.between(600, 900)
            : draws.between(8, 200);
    return new DataSpec.Generated(shape, examples, draws.uniform(0, 0.3), test);
  }

  private static DataSpec inline(Draws draws, Loss.Kind loss) {
    int examples = draws.between(3, 50);
    Optional<ImageShape> image =
        draws.onceIn(2)
            ? Optional.of(
                new ImageShape(draws.between(1, 3), draws.between(3, 7), draws.between(3, 7)))
            : Optional.empty();
    int inputs = image.map(ImageShape::size).orElseGet(() -> draws.between(1, 6));
    int outputs = loss == Loss.Kind.CROSS_ENTROPY ? draws.between(2, 5) : draws.between(1, 3);
    double[] y = new double[examples * outputs];
    for (int i = 0; i < examples; i++) {
      if (loss == Loss.Kind.CROSS_ENTROPY) {
        y[i * outputs + draws.between(0, outputs - 1)] = 1;
      } else {
        for (int o = 0; o < outputs; o++) {
          y[i * outputs + o] = draws.between(0, 1);
        }
      }
    }
    return new DataSpec.Inline(
        Matrix.of(examples, inputs, draws.uniforms(examples * inputs, 2)),
        Matrix.of(examples, outputs, y),
        Matrix.empty(inputs),
        Matrix.empty(outputs),
        image);
  }

  private static LayerSpec.Dense dense(Draws draws, int units, Activation activation) {
    Initializer init = draws.onceIn(3) ? initializer(draws) : Initializer.usualFor(activation);
    Initializer biasInit = draws.onceIn(3) ? initializer(draws) : Initializer.ZEROS;
    return new LayerSpec.Dense(units, activation, init, !draws.onceIn(5), biasInit);
  }

  private static LayerSpec conv(Draws draws) {
    Activation activation = anyActivation(draws);
    return new LayerSpec.Conv2d(
        draws.between(1, 4),
        draws.between(1, 4),
        draws.between(1, 2),
        draws.oneOf(LayerSpec.Padding.values()),
        activation,
        Initializer.usualFor(activation),
        !draws.onceIn(5),
        Initializer.ZEROS);
  }

  /// A convolution that keeps the size, for images of so many channels; the validation tells
  /// whether they are.
  private static LayerSpec same(Draws draws, int most) {
    Activation activation = anyActivation(draws);
    return new LayerSpec.Conv2d(
        draws.between(1, most),
        3,
        1,
        LayerSpec.Padding.SAME,
        activation,
        Initializer.usualFor(activation),
        true,
        Initializer.ZEROS);
  }

  private static LayerSpec rectifier() {
    return new LayerSpec.Activated(Activation.of(Activation.Kind.RELU));
  }

  private static Activation anyActivation(Draws draws) {
    Activation.Kind kind = draws.oneOf(Activation.Kind.values());
    boolean other = !kind.parameterField().isEmpty() && draws.onceIn(2);
    return other ? new Activation(kind, draws.uniform(0.05, 1.5)) : Activation.of(kind);
  }

  private static Activation last(Draws draws, Loss.Kind loss) {
    return switch (loss) {
      case BCE -> Activation.of(Activation.Kind.SIGMOID);
      case CROSS_ENTROPY -> Activation.of(Activation.Kind.SOFTMAX);
      case MSE, HUBER -> anyActivation(draws);
    };
  }

  /// Never so that the fan-in alone decides whether it can be drawn.
  private static Initializer initializer(Draws draws) {
    Initializer.Kind kind = draws.oneOf(Initializer.Kind.values());
    return kind.parameterField().isEmpty()
        ? Initializer.of(kind)
        : new Initializer(kind, draws.uniform(0.05, 0.8));
  }

  private static Optimizer optimizer(Draws draws) {
    Optimizer optimizer = oneOf(draws, OPTIMIZERS);
    return draws.onceIn(3) ? optimizer.withSchedule(oneOf(draws, SCHEDULES)) : optimizer;
  }

  private static Clip clip(Draws draws) {
    Clip.Kind kind = draws.onceIn(2) ? Clip.Kind.NONE : draws.oneOf(Clip.Kind.values());
    return kind == Clip.Kind.NONE ? Clip.NONE : new Clip(kind, draws.uniform(0.01, 2));
  }

  private static Penalty penalty(Draws draws) {
    return draws.onceIn(2)
        ? Penalty.NONE
        : new Penalty(draws.uniform(0, 0.005), draws.uniform(0, 0.01));
  }

  private static List<StampedEdit> edits(Draws draws, Experiment experiment) {
    long[] at = new long[draws.between(0, 5)];
    for (int i = 0; i < at.length; i++) {
      at[i] = draws.between(0, STEPS);
    }
    Arrays.sort(at);
    List<StampedEdit> edits = new ArrayList<>();
    Experiment now = experiment;
    for (long step : at) {
      now = changed(draws, now);
      edits.add(new StampedEdit(step, now));
      if (draws.onceIn(4)) {
        now = changed(draws, now);
        edits.add(new StampedEdit(step, now));
      }
    }
    edits.sort(Comparator.comparingLong(StampedEdit::step));
    return edits;
  }

  private static <T> T oneOf(Draws draws, List<Function<Draws, T>> table) {
    return table.get(draws.between(0, table.size() - 1)).apply(draws);
  }

  private static Experiment changed(Draws draws, Experiment now) {
    return CHANGES.get(draws.between(0, CHANGES.size() - 1)).apply(draws, now);
  }
}
