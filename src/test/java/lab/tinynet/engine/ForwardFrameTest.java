package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static lab.tinynet.engine.TinyNetworks.inline;
import static lab.tinynet.engine.TinyNetworks.layer;
import static lab.tinynet.engine.TinyNetworks.row;
import static lab.tinynet.engine.TinyNetworks.startingFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.telemetry.ImageGrid;
import lab.tinynet.telemetry.ProbePoint;
import org.junit.jupiter.api.Test;

/// The way of one input through the network, and single units, in a frame.
class ForwardFrameTest {
  private static final Experiment EXPERIMENT =
      TinyNetworks.of(
          inline(new double[][] {{-1, -1}, {3, 1}}, new double[][] {{0.5}, {-2}}),
          new Optimizer.Sgd(0.1),
          dense(2, Kind.RELU),
          dense(1, Kind.TANH));

  private static final Trainer.Options OPTIONS =
      startingFrom(
          layer(row(0.1, -0.3), row(0.5, 0.2), row(-0.4, 0.6)), layer(row(0.7), row(2), row(-1)));

  private static FrameWish at(ProbePoint point) {
    return new FrameWish(4, Optional.of(point), Optional.empty());
  }

  @Test
  void aPointOfThePlaneIsCarriedThroughEveryLayer() {
    try (Trainer trainer = Trainer.of(EXPERIMENT, OPTIONS)) {
      ProbePoint point = new ProbePoint.Plane(0.5, -0.25);
      Frame.Forward forward = trainer.frame(at(point)).forward().orElseThrow();
      assertThat(forward.point()).isEqualTo(point);
      assertThat(forward.wished()).isTrue();
      assertThat(forward.input()).containsExactly(0.5, -0.25);
      assertThat(forward.target()).isEmpty();
      double first = 0.5 * 0.5 + 0.4 * 0.25 + 0.1;
      double second = 0.2 * 0.5 - 0.6 * 0.25 - 0.3;
      assertThat(forward.preActivations().get(0)).containsExactly(row(first, second), CLOSE);
      assertThat(forward.outputs().get(0)).containsExactly(row(first, 0), CLOSE);
      assertThat(forward.preActivations().get(1)).containsExactly(row(2 * first + 0.7), CLOSE);
      double said = Math.tanh(2 * first + 0.7);
      assertThat(forward.outputs().get(1)).containsExactly(row(said), CLOSE);
    }
  }

  private static final org.assertj.core.data.Offset<Double> CLOSE = within(1e-12);

  @Test
  void withoutAWishItIsTheFirstExampleAndAnExampleBringsItsTarget() {
    try (Trainer trainer = Trainer.of(EXPERIMENT, OPTIONS)) {
      Frame.Forward first = trainer.frame(4).forward().orElseThrow();
      assertThat(first.wished()).isFalse();
      assertThat(first.point()).isEqualTo(new ProbePoint.Example(0));
      assertThat(first.input()).containsExactly(-1, -1);
      assertThat(first.target()).containsExactly(0.5);
      Frame.Forward second = trainer.frame(at(new ProbePoint.Example(1))).forward().orElseThrow();
      assertThat(second.input()).containsExactly(3, 1);
      assertThat(second.target()).containsExactly(-2);
      Frame.Forward none = trainer.frame(at(new ProbePoint.Example(2))).forward().orElseThrow();
      assertThat(none.wished()).isFalse();
      assertThat(none.input()).containsExactly(-1, -1);
    }
  }

  @Test
  void aUnitIsMeasuredOnTheProbeSetWhenSomebodyWishes() {
    try (Trainer trainer = Trainer.of(EXPERIMENT, OPTIONS)) {
      assertThat(trainer.frame(4).unit()).isEmpty();
      FrameWish wish = new FrameWish(4, Optional.empty(), Optional.of(new UnitPlace(0, 1)));
      Frame.UnitFrame unit = trainer.frame(wish).unit().orElseThrow();
      // On the two examples z is −0.2 − 0.6 − 0.3 and 0.6 + 0.6 − 0.3.
      assertThat(unit.preActivation().low()).isCloseTo(-1.1, CLOSE);
      assertThat(unit.preActivation().high()).isCloseTo(0.9, CLOSE);
      assertThat(unit.preActivation().below()).isEqualTo(0.5);
      assertThat(Arrays.stream(unit.preActivation().counts()).sum()).isEqualTo(2);
      assertThat(unit.mean()).isCloseTo(0.45, CLOSE);
      assertThat(unit.zeros()).isEqualTo(0.5);
      FrameWish missing = new FrameWish(4, Optional.empty(), Optional.of(new UnitPlace(0, 9)));
      assertThat(trainer.frame(missing).unit()).isEmpty();
    }
  }

  @Test
  void theMeasuredUnitIsThatOfThePresentParametersNotOfTheLastProbe() {
    try (Trainer trainer = Trainer.of(EXPERIMENT, OPTIONS)) {
      FrameWish wish = new FrameWish(4, Optional.empty(), Optional.of(new UnitPlace(1, 0)));
      double before = trainer.frame(wish).unit().orElseThrow().mean();
      trainer.step();
      Frame after = trainer.frame(wish);
      assertThat(after.unit().orElseThrow().mean()).isNotEqualTo(before);
      double[] weights = after.layers().get(1).weights();
      assertThat(weights[0]).isNotEqualTo(2);
    }
  }

  @Test
  void theLogKeepsTheMeanOutputOfEveryUnitAtEveryProbe() {
    try (Trainer trainer = Trainer.of(EXPERIMENT, OPTIONS)) {
      for (int i = 0; i < 20; i++) {
        trainer.step();
      }
      long[] steps = new long[8];
      float[] rows = new float[8 * 3];
      int read = trainer.log().unitMeans().read(0, 100, 1, steps, rows);
      assertThat(Arrays.copyOf(steps, read)).containsExactly(0, 10, 20);
      assertThat(rows[trainer.log().unitColumn(0, 1)]).isCloseTo(0.45f, within(1e-6f));
      FrameWish wish = new FrameWish(4, Optional.empty(), Optional.of(new UnitPlace(1, 0)));
      double now = trainer.frame(wish).unit().orElseThrow().mean();
      int last = 2 * 3 + trainer.log().unitColumn(1, 0);
      assertThat(rows[last]).isCloseTo((float) now, within(1e-6f));
    }
  }

  @Test
  void aFrameOfImagesHoldsTheirShapeEveryMapAndWhatANormalisationDoes() {
    try (Trainer trainer = Trainer.of(TinyImages.experiment(20, 4, TinyImages.everyKind()))) {
      trainer.step();
      Frame frame = trainer.frame(20);
      ImageGrid shape = frame.inputImage().orElseThrow();
      Frame.Forward forward = frame.forward().orElseThrow();
      assertThat(forward.input()).hasSize(shape.size());
      for (int l = 0; l < frame.layers().size(); l++) {
        var info = frame.layers().get(l).info();
        assertThat(forward.outputs().get(l)).hasSize(info.units() * info.area());
      }
      // The sum of a residual is what it read and what the layers inside made of it.
      double[] read = forward.outputs().get(2);
      double[] made = forward.outputs().get(5);
      double[] sum = forward.outputs().get(3);
      for (int i = 0; i < sum.length; i++) {
        assertThat(sum[i]).isCloseTo(read[i] + made[i], CLOSE);
      }
      Frame.Scaling scaling = frame.layers().get(1).scaling().orElseThrow();
      for (int unit = 0; unit < 4; unit++) {
        // What evaluation puts out is what it reads, scaled by the running statistics.
        double slope = scaling.gamma()[unit] / Math.sqrt(scaling.variance()[unit] + 1e-5);
        double expected =
            slope * (scaling.before()[unit].mean() - scaling.mean()[unit]) + scaling.beta()[unit];
        assertThat(scaling.after()[unit].mean()).isCloseTo(expected, within(1e-9));
        assertThat(scaling.after()[unit].std())
            .isCloseTo(Math.abs(slope) * scaling.before()[unit].std(), within(1e-9));
      }
      assertThat(frame.layers().get(0).scaling()).isEmpty();
      assertThat(frame.reads(0)).isEqualTo(frame.inputImage());
      assertThat(frame.reads(1)).isEqualTo(frame.layers().get(0).info().grid());
    }
  }
}
