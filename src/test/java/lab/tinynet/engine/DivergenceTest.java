package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static lab.tinynet.engine.TinyNetworks.inline;
import static lab.tinynet.engine.TinyNetworks.layer;
import static lab.tinynet.engine.TinyNetworks.row;
import static lab.tinynet.engine.TinyNetworks.startingFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs driven out of the range of a double: what is told, what is kept, and how they go on.
class DivergenceTest {
  private static final DataSpec ONE = inline(new double[][] {{1}}, new double[][] {{0}});

  private static Trainer linear(double rate, double first, double second) {
    return Trainer.of(
        TinyNetworks.of(
            ONE, new Optimizer.Sgd(rate), dense(1, Kind.IDENTITY), dense(1, Kind.IDENTITY)),
        startingFrom(layer(row(0), row(first)), layer(row(0), row(second))));
  }

  @Test
  void anActivationOutOfRangeIsNamedWithItsLayer() {
    try (Trainer trainer = linear(0.1, 1e200, 1e200)) {
      broken(trainer, "dense 2", Divergence.Quantity.ACTIVATION);
      assertThat(at(trainer.log(), Quantity.LOSS, 0, 0)).isInfinite();
    }
  }

  @Test
  void aLossOutOfRangeIsTheLastLayers() {
    try (Trainer trainer = linear(0.1, 1e100, 1e100)) {
      broken(trainer, "dense 2", Divergence.Quantity.LOSS);
      assertThat(at(trainer.log(), Quantity.LOSS, 0, 0)).isInfinite();
    }
  }

  @Test
  void aGradientOutOfRangeIsNamedWithTheLayerThatBreaksFirstOnTheWayBack() {
    // Output 1e150, gradient 2e150 there; times the activation 1e160 of layer 1 it overflows.
    try (Trainer trainer = linear(0.1, 1e160, 1e-10)) {
      broken(trainer, "dense 2", Divergence.Quantity.GRADIENT);
      assertThat(at(trainer.log(), Quantity.LOSS, 0, 0)).isCloseTo(1e300, within(1e290));
      assertThat(at(trainer.log(), Quantity.RAW_NORM, 1, 0)).isInfinite();
    }
    // Here the gradient of layer 2 is 1e140, and it is the way through its weight that overflows.
    try (Trainer trainer = linear(0.1, 1e-10, 1e160)) {
      broken(trainer, "dense 1", Divergence.Quantity.GRADIENT);
      assertThat(at(trainer.log(), Quantity.RAW_NORM, 1, 0)).isCloseTo(2e150, within(1e140));
      assertThat(at(trainer.log(), Quantity.RAW_NORM, 0, 0)).isInfinite();
    }
  }

  @Test
  void ofTwoBrokenGradientsTheOneNearerTheLossIsTheCause() {
    // Activations 1e160 and 1e150 as above, and an input of 1e200 that breaks layer 1 as well.
    Experiment experiment =
        TinyNetworks.of(
            inline(new double[][] {{1e200}}, new double[][] {{0}}),
            new Optimizer.Sgd(0.1),
            dense(1, Kind.IDENTITY),
            dense(1, Kind.IDENTITY));
    try (Trainer trainer =
        Trainer.of(
            experiment, startingFrom(layer(row(0), row(1e-40)), layer(row(0), row(1e-10))))) {
      broken(trainer, "dense 2", Divergence.Quantity.GRADIENT);
      assertThat(at(trainer.log(), Quantity.RAW_NORM, 0, 0)).isInfinite();
    }
  }

  @Test
  void aParameterOutOfRangeIsNamedWithItsLayer() {
    // Gradients: 2·1e5·1e10 of the second weight, 2·1e5·1e-5 of the first.
    try (Trainer trainer = linear(1e300, 1e10, 1e-5)) {
      broken(trainer, "dense 2", Divergence.Quantity.PARAMETER);
      assertThat(at(trainer.log(), Quantity.LOSS, 0, 0)).isCloseTo(1e10, within(1.0));
      assertThat(at(trainer.log(), Quantity.RAW_NORM, 0, 0)).isFinite();
    }
  }

  private static void broken(Trainer trainer, String layer, Divergence.Quantity quantity) {
    Weights before = trainer.weights();
    assertThat(trainer.step()).isFalse();
    assertThat(trainer.weights()).isEqualTo(before);
    var cause = new Divergence(1, layer, quantity);
    assertThat(trainer.divergence()).contains(cause);
    assertThat(trainer.log().events().since(0)).containsExactly(new Event.Diverged(1, cause));
    assertThat(trainer.stepsDone()).isEqualTo(1);
    assertThat(trainer.log().length()).isEqualTo(1);
    assertThat(at(trainer.log(), Quantity.APPLIED_NORM, 0, 0)).isNaN();
    assertThat(at(trainer.log(), Quantity.UPDATE_RATIO, 0, 0)).isNaN();
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        new Optimizer.Sgd(1e-6),
        new Optimizer.Momentum(1e-6, 0.9),
        new Optimizer.Nesterov(1e-6, 0.9),
        new Optimizer.RmsProp(0.05, 0.999, 1e-8),
        new Optimizer.Adam(0.05, 0, 0.999, 1e-8),
        new Optimizer.AdamW(0.05, 0, 0.999, 1e-8, 0.01));
  }

  /// Both weights are small and grow, and with them the gradient, of which Adam's updates are a
  /// multiple above 1: at the largest rates nothing fits a double. The batch is the whole set, so
  /// that the step after the broken one sees what that saw.
  @ParameterizedTest
  @MethodSource("optimizers")
  void withALowerRateTheRunGoesOnAsIfTheBrokenStepHadNeverBeen(Optimizer optimizer) {
    DataSpec far = inline(new double[][] {{100}}, new double[][] {{100}});
    Experiment experiment =
        TinyNetworks.of(far, optimizer, dense(1, Kind.IDENTITY), dense(1, Kind.IDENTITY));
    Trainer.Options options = startingFrom(layer(row(0), row(0.01)), layer(row(0), row(0.01)));
    try (Trainer straight = Trainer.of(experiment, options);
        Trainer broken = Trainer.of(experiment, options)) {
      for (int i = 0; i < 5; i++) {
        straight.step();
        broken.step();
      }
      broken.change(experiment.withOptimizer(optimizer.withRate(1.7e308)));
      assertThat(broken.step()).isFalse();
      assertThat(broken.divergence().orElseThrow().quantity())
          .isEqualTo(Divergence.Quantity.PARAMETER);
      assertThat(broken.weights()).isEqualTo(straight.weights());
      broken.change(experiment);
      assertThat(broken.divergence()).isEmpty();
      for (int i = 0; i < 5; i++) {
        assertThat(straight.step()).isTrue();
        assertThat(broken.step()).isTrue();
        assertThat(broken.weights()).isEqualTo(straight.weights());
      }
    }
  }

  /// The first update takes the weights to 1e300, where no rate could help: the next forward pass
  /// overflows whatever it is. So a change of settings takes that update back.
  @ParameterizedTest
  @MethodSource("optimizers")
  void aRunWhoseForwardPassBreaksGoesOnFromWhereItsLossWasFinite(Optimizer optimizer) {
    Experiment experiment =
        TinyNetworks.of(
            inline(new double[][] {{1, 2}, {-1, 1}}, new double[][] {{1}, {-1}}),
            optimizer.withRate(0.01),
            dense(3, Kind.IDENTITY),
            dense(1, Kind.IDENTITY));
    try (Trainer straight = Trainer.of(experiment);
        Trainer broken = Trainer.of(experiment)) {
      for (int i = 0; i < 5; i++) {
        straight.step();
        broken.step();
      }
      broken.change(experiment.withOptimizer(optimizer.withRate(1e300)));
      assertThat(broken.step()).isTrue();
      Weights far = broken.weights();
      assertThat(broken.step()).isFalse();
      assertThat(broken.weights()).isEqualTo(far);
      broken.change(experiment);
      assertThat(broken.weights()).isEqualTo(straight.weights());
      for (int i = 0; i < 20; i++) {
        assertThat(broken.step()).isTrue();
        straight.step();
      }
      assertThat(broken.weights()).isEqualTo(straight.weights());
    }
  }

  /// Output 1e160·1e-20 = 1e140; gradients 2e140·1e160 and 2e140 of weight and bias of layer 2,
  /// twice 2e140·1e-20 of layer 1.
  @Test
  void normsWhoseSquaresOverflowAreRight() {
    try (Trainer trainer = linear(1e-200, 1e160, 1e-20)) {
      assertThat(trainer.step()).isTrue();
      assertThat(at(trainer.log(), Quantity.RAW_NORM, 1, 0)).isCloseTo(2e300, within(1e286));
      assertThat(at(trainer.log(), Quantity.APPLIED_NORM, 1, 0)).isCloseTo(2e300, within(1e286));
      assertThat(at(trainer.log(), Quantity.RAW_NORM, 0, 0))
          .isCloseTo(Math.sqrt(2) * 2e120, within(1e106));
    }
  }

  static Stream<Optimizer> rulesThatStartWithTheGradient() {
    return Stream.of(new Optimizer.Sgd(1e-100), new Optimizer.Momentum(1e-100, 0.9));
  }

  @ParameterizedTest
  @MethodSource("rulesThatStartWithTheGradient")
  void updateRatiosWhoseSquaresOverflowAreRight(Optimizer optimizer) {
    Experiment experiment =
        TinyNetworks.of(ONE, optimizer, dense(1, Kind.IDENTITY), dense(1, Kind.IDENTITY));
    Trainer.Options options = startingFrom(layer(row(0), row(1e160)), layer(row(0), row(1e-20)));
    try (Trainer trainer = Trainer.of(experiment, options)) {
      assertThat(trainer.step()).isTrue();
      // Updates 1e-100 times the gradients of above; the parameters are 1e160 and 1e-20.
      assertThat(at(trainer.log(), Quantity.UPDATE_RATIO, 0, 0))
          .isCloseTo(Math.sqrt(2) * 2e-140, within(1e-154));
      assertThat(at(trainer.log(), Quantity.UPDATE_RATIO, 1, 0)).isCloseTo(2e220, within(1e206));
    }
  }

  /// The second update is 0.9 of the first and its gradient again, for nothing moves noticeably.
  @Test
  void updateRatiosOutOfRangeKnowTheVelocity() {
    Experiment experiment =
        TinyNetworks.of(ONE, new Optimizer.Momentum(1e-180, 0.9), dense(1, Kind.IDENTITY));
    try (Trainer trainer = Trainer.of(experiment, startingFrom(layer(row(0), row(2))))) {
      trainer.step();
      trainer.step();
      assertThat(at(trainer.log(), Quantity.UPDATE_RATIO, 0, 0))
          .isCloseTo(Math.sqrt(2) * 2e-180, within(1e-193));
      assertThat(at(trainer.log(), Quantity.UPDATE_RATIO, 0, 1))
          .isCloseTo(1.9 * Math.sqrt(2) * 2e-180, within(1e-193));
    }
  }

  @Test
  void updateRatiosWhoseSquaresUnderflowAreRight() {
    try (Trainer trainer = linear(1e-180, 1, 1)) {
      assertThat(trainer.step()).isTrue();
      assertThat(at(trainer.log(), Quantity.UPDATE_RATIO, 0, 0))
          .isCloseTo(Math.sqrt(2) * 2e-180, within(1e-194));
    }
  }

  /// The updates of weight (0) and bias (2), each with a gradient of 4, in units of the rate.
  static Stream<Arguments> slowRules() {
    double rate = 1e-180;
    double both = Math.sqrt(2);
    return Stream.of(
        Arguments.of(new Optimizer.Adam(rate, 0.9, 0.999, 1e-8), both),
        Arguments.of(new Optimizer.AdamW(rate, 0.9, 0.999, 1e-8, 0.5), Math.hypot(1, 2)),
        Arguments.of(new Optimizer.Nesterov(rate, 0.5), 6 * both),
        Arguments.of(new Optimizer.RmsProp(rate, 0.75, 1e-8), 2 * both),
        Arguments.of(new Optimizer.Adagrad(rate, 1e-8, 48), both / 2));
  }

  @ParameterizedTest
  @MethodSource("slowRules")
  void updateRatiosWhoseSquaresUnderflowAreRightForEveryRule(Optimizer slow, double updates) {
    try (Trainer trainer =
        Trainer.of(
            TinyNetworks.of(ONE, slow, dense(1, Kind.IDENTITY)),
            startingFrom(layer(row(0), row(2))))) {
      assertThat(trainer.step()).isTrue();
      assertThat(at(trainer.log(), Quantity.UPDATE_RATIO, 0, 0))
          .isCloseTo(updates * 1e-180 / 2, within(1e-187));
    }
  }

  private static double at(RunLog log, Quantity quantity, int layer, long row) {
    return log.ledger(quantity).get(row, log.column(quantity, layer));
  }
}
