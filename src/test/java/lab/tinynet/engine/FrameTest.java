package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static lab.tinynet.engine.TinyNetworks.inline;
import static lab.tinynet.engine.TinyNetworks.layer;
import static lab.tinynet.engine.TinyNetworks.row;
import static lab.tinynet.engine.TinyNetworks.startingFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.Test;

class FrameTest {
  /// Larger than what is computed at a time.
  private static final int RESOLUTION = 40;

  /// Extends over 4 × 2 around (1, 0).
  private static final DataSpec WIDE =
      inline(new double[][] {{-1, -1}, {3, 1}}, new double[][] {{0}, {0}});

  private static final Experiment EXPERIMENT =
      TinyNetworks.of(WIDE, new Optimizer.Sgd(0.1), dense(2, Kind.TANH), dense(1, Kind.IDENTITY));

  private static final Trainer.Options OPTIONS =
      startingFrom(
          layer(row(0.1, -0.3), row(0.5, 0.2), row(-0.4, 0.6)), layer(row(0.7), row(2), row(-1)));

  @Test
  void everyUnitsMapIsItsOutputAtTheMiddleOfEachCell() {
    try (Trainer trainer = Trainer.of(EXPERIMENT, OPTIONS)) {
      Frame frame = trainer.frame(RESOLUTION);
      Frame.Region region = frame.region();
      double side = region.maxX() - region.minX();
      for (int cell = 0; cell < RESOLUTION * RESOLUTION; cell++) {
        int column = cell % RESOLUTION;
        int fromTop = cell / RESOLUTION;
        double x = region.minX() + (column + 0.5) * side / RESOLUTION;
        double y = region.maxY() - (fromTop + 0.5) * side / RESOLUTION;
        double first = Math.tanh(0.5 * x - 0.4 * y + 0.1);
        double second = Math.tanh(0.2 * x + 0.6 * y - 0.3);
        float[][] hidden = frame.layers().get(0).maps();
        assertThat(hidden[0][cell]).isCloseTo((float) first, within(1e-6f));
        assertThat(hidden[1][cell]).isCloseTo((float) second, within(1e-6f));
        assertThat(frame.output().maps()[0][cell])
            .isCloseTo((float) (2 * first - second + 0.7), within(1e-6f));
      }
    }
  }

  @Test
  void theRegionIsASquareAroundAllExamplesWithRoomOnEachSide() {
    try (Trainer trainer = Trainer.of(EXPERIMENT, OPTIONS)) {
      Frame.Region region = trainer.frame(4).region();
      assertThat(region.maxX() - region.minX())
          .isCloseTo(region.maxY() - region.minY(), within(1e-12));
      assertThat((region.minX() + region.maxX()) / 2).isCloseTo(1, within(1e-12));
      assertThat((region.minY() + region.maxY()) / 2).isCloseTo(0, within(1e-12));
      assertThat(region.maxX()).isGreaterThan(3.1);
    }
  }

  @Test
  void aFrameHoldsTheParametersOfItsStepAndKeepsThem() {
    try (Trainer trainer = Trainer.of(EXPERIMENT, OPTIONS)) {
      Frame before = trainer.frame(4);
      assertThat(before.step()).isZero();
      assertThat(before.layers().get(0).weights()).containsExactly(0.5, 0.2, -0.4, 0.6);
      assertThat(before.layers().get(0).biases()).containsExactly(0.1, -0.3);
      trainer.step();
      Frame after = trainer.frame(4);
      assertThat(after.step()).isEqualTo(1);
      assertThat(after.output().weights()[0]).isNotEqualTo(2);
      assertThat(before.output().weights()[0]).isEqualTo(2);
      assertThat(after.output().weights()[0])
          .isEqualTo(TinyNetworks.dense(trainer.weights(), 1).w().get(0, 0));
    }
  }

  @Test
  void withoutTwoInputsThereAreNoMaps() {
    Experiment line =
        TinyNetworks.of(
            inline(new double[][] {{1}}, new double[][] {{0}}),
            new Optimizer.Sgd(0.1),
            dense(2, Kind.TANH),
            dense(1, Kind.IDENTITY));
    try (Trainer trainer = Trainer.of(line)) {
      Frame frame = trainer.frame(RESOLUTION);
      assertThat(frame.resolution()).isZero();
      assertThat(frame.layers().get(0).maps()).isEmpty();
      assertThat(frame.layers().get(0).weights()).hasSize(2);
    }
  }
}
