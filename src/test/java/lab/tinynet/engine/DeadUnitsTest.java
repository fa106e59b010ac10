package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static lab.tinynet.engine.TinyNetworks.inline;
import static lab.tinynet.engine.TinyNetworks.layer;
import static lab.tinynet.engine.TinyNetworks.row;
import static lab.tinynet.engine.TinyNetworks.startingFrom;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.Penalty;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.ProbeSchedule;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.Test;

class DeadUnitsTest {
  private static final Optimizer STILL = new Optimizer.Sgd(0);
  private static final ProbeSchedule EVERY_STEP = new ProbeSchedule(1);

  /// The corners and the middle of the square ±1.
  private static final DataSpec SQUARE =
      inline(
          new double[][] {{-1, -1}, {-1, 1}, {0, 0}, {1, -1}, {1, 1}},
          new double[][] {{1}, {-1}, {1}, {-1}, {1}});

  @Test
  void exactlyTheUnitsKnownToBeDeadAreSeen() {
    Experiment experiment =
        TinyNetworks.of(
            SQUARE, STILL, dense(6, Kind.RELU), dense(2, Kind.RELU), dense(1, Kind.TANH));
    Trainer.Options options =
        startingFrom(
            // x − 5 < 0 · 0 = 0 · x + y > 0 somewhere · −x − 1 ≤ 0, 0 at the edge · x − 0.99 > 0
            // at x = 1 alone · −5 < 0
            layer(row(-5, 0, 0, -1, -0.99, -5), row(1, 0, 1, -1, 1, 0), row(0, 0, 1, 0, 0, 0)),
            // Alive through the two units that live · dead, for they are never negative.
            layer(
                row(-0.001, -0.001),
                row(0, 0),
                row(0, 0),
                row(1, -1),
                row(0, 0),
                row(1, -1),
                row(0, 0)),
            layer(row(0.5), row(1), row(1)));
    try (Trainer trainer = Trainer.of(experiment, options.withSchedule(EVERY_STEP))) {
      for (int i = 0; i < 3; i++) {
        trainer.step();
      }
      for (int probe = 0; probe <= 3; probe++) {
        assertThat(at(trainer.log(), Quantity.DEAD_UNITS, 0, probe)).isEqualTo(4);
        assertThat(at(trainer.log(), Quantity.DEAD_UNITS, 1, probe)).isEqualTo(1);
        assertThat(at(trainer.log(), Quantity.DEAD_UNITS, 2, probe)).isZero();
      }
      for (int step = 0; step < 3; step++) {
        assertThat(at(trainer.log(), Quantity.SILENT_UNITS, 0, step)).isEqualTo(4);
        assertThat(at(trainer.log(), Quantity.SILENT_UNITS, 1, step)).isEqualTo(1);
      }
      assertThat(trainer.log().events().since(0))
          .containsExactly(
              new Event.UnitDied(0, 0, 0),
              new Event.UnitDied(0, 0, 1),
              new Event.UnitDied(0, 0, 3),
              new Event.UnitDied(0, 0, 5),
              new Event.UnitDied(0, 1, 1));
      var frame = trainer.frame(4);
      assertThat(frame.layers().get(0).dead())
          .containsExactly(true, true, false, true, false, true);
      assertThat(frame.layers().get(1).dead()).containsExactly(false, true);
      assertThat(frame.layers().get(2).dead()).containsExactly(false);
    }
  }

  @Test
  void aUnitSilentOnABatchButAliveOnTheProbeSetIsNotDead() {
    DataSpec two = inline(new double[][] {{1}, {-1}}, new double[][] {{0}, {0}});
    Experiment experiment =
        TinyNetworks.of(two, STILL, dense(1, Kind.RELU), dense(1, Kind.IDENTITY))
            .withBatch(new BatchSize(1));
    Trainer.Options options = startingFrom(layer(row(0), row(1)), layer(row(0), row(1)));
    try (Trainer trainer = Trainer.of(experiment, options.withSchedule(EVERY_STEP))) {
      List<Double> silent = new ArrayList<>();
      for (int step = 0; step < 10; step++) {
        trainer.step();
        silent.add(at(trainer.log(), Quantity.SILENT_UNITS, 0, step));
        assertThat(at(trainer.log(), Quantity.DEAD_UNITS, 0, step + 1)).isZero();
      }
      // Each epoch has one batch with x = 1 and one with x = −1.
      assertThat(silent).containsOnly(0.0, 1.0);
      assertThat(silent.stream().filter(count -> count == 1)).hasSize(5);
      assertThat(trainer.log().events().since(0)).isEmpty();
    }
  }

  /// z = w + 0.5 at x = 1: dead until the penalty, the only force on a dead unit's weight, has
  /// shrunk w = −1 below one half: −0.95¹³ = −0.513, −0.95¹⁴ = −0.488.
  private static Trainer reviving(ProbeSchedule schedule) {
    DataSpec one = inline(new double[][] {{1}}, new double[][] {{0}});
    Experiment experiment =
        TinyNetworks.of(one, new Optimizer.Sgd(0.1), dense(1, Kind.RELU), dense(1, Kind.IDENTITY))
            .withPenalty(new Penalty(0, 0.5));
    Trainer.Options options = startingFrom(layer(row(0.5), row(-1)), layer(row(0), row(1)));
    return Trainer.of(experiment, options.withSchedule(schedule));
  }

  @Test
  void aUnitThatComesBackIsReportedAsRevived() {
    try (Trainer trainer = reviving(EVERY_STEP)) {
      for (int step = 0; step < 15; step++) {
        trainer.step();
      }
      for (int probe = 0; probe <= 15; probe++) {
        double expected = probe < 14 ? 1 : 0;
        assertThat(at(trainer.log(), Quantity.DEAD_UNITS, 0, probe)).isEqualTo(expected);
      }
      assertThat(trainer.log().events().since(0))
          .containsExactly(new Event.UnitDied(0, 0, 0), new Event.UnitRevived(14, 0, 0));
    }
  }

  @Test
  void aPictureShowsWhoIsDeadNowAndNotAtTheLastProbe() {
    try (Trainer trainer = reviving(new ProbeSchedule(100))) {
      for (int step = 0; step < 15; step++) {
        boolean dead = step < 14;
        assertThat(trainer.frame(4).layers().get(0).dead()).containsExactly(dead);
        trainer.step();
      }
      assertThat(trainer.log().probes().length()).isEqualTo(1);
      assertThat(trainer.log().events().total()).isEqualTo(1);
    }
  }

  @Test
  void aNegativeOutputIsNotZero() {
    Experiment experiment =
        TinyNetworks.of(SQUARE, STILL, dense(2, Kind.LEAKY_RELU), dense(1, Kind.TANH));
    Trainer.Options options =
        startingFrom(layer(row(-5, 0), row(1, 0), row(0, 0)), layer(row(0), row(1), row(1)));
    try (Trainer trainer = Trainer.of(experiment, options)) {
      trainer.step();
      assertThat(at(trainer.log(), Quantity.DEAD_UNITS, 0, 0)).isEqualTo(1);
      assertThat(at(trainer.log(), Quantity.SILENT_UNITS, 0, 0)).isEqualTo(1);
    }
  }

  @Test
  void unitsOfOtherActivationsAreNeverCounted() {
    Experiment experiment =
        TinyNetworks.of(SQUARE, STILL, dense(2, Kind.TANH), dense(1, Kind.IDENTITY));
    Trainer.Options options =
        startingFrom(layer(row(0, 0), row(0, 0), row(0, 0)), layer(row(0), row(0), row(0)));
    try (Trainer trainer = Trainer.of(experiment, options)) {
      trainer.step();
      assertThat(at(trainer.log(), Quantity.DEAD_UNITS, 0, 0)).isZero();
      assertThat(at(trainer.log(), Quantity.SILENT_UNITS, 0, 0)).isZero();
      assertThat(trainer.frame(4).layers().get(0).dead()).containsOnly(false);
    }
  }

  @Test
  void notANumberIsNeitherSilentNorDead() {
    // Two units of layer 1 put out 2·1.5e308 = ∞, and layer 2 takes their difference.
    DataSpec large = inline(new double[][] {{2}}, new double[][] {{0}});
    Experiment experiment =
        TinyNetworks.of(
            large, STILL, dense(3, Kind.RELU), dense(1, Kind.RELU), dense(1, Kind.IDENTITY));
    Trainer.Options options =
        startingFrom(
            layer(row(0, 0, -1), row(1.5e308, 1.5e308, 0)),
            layer(row(0), row(1), row(-1), row(0)),
            layer(row(0), row(1)));
    try (Trainer trainer = Trainer.of(experiment, options)) {
      assertThat(trainer.step()).isFalse();
      assertThat(at(trainer.log(), Quantity.LOSS, 0, 0)).isNaN();
      for (int layer = 0; layer < 2; layer++) {
        double expected = layer == 0 ? 1 : 0;
        assertThat(at(trainer.log(), Quantity.SILENT_UNITS, layer, 0)).isEqualTo(expected);
        assertThat(at(trainer.log(), Quantity.DEAD_UNITS, layer, 0)).isEqualTo(expected);
      }
      assertThat(trainer.frame(4).layers().get(0).dead()).containsExactly(false, false, true);
      assertThat(trainer.frame(4).layers().get(1).dead()).containsExactly(false);
    }
  }

  @Test
  void zeroOfEitherSignCountsAndNoRowsAtAllDoNot() {
    NumericLibrary.load();
    try (var values = new FlatBuffer(3)) {
      values.set(1, -0.0);
      assertThat(ZeroUnits.allZero(values.memory(), 0, 3)).isTrue();
      assertThat(ZeroUnits.allZero(values.memory(), 0, 0)).isFalse();
      values.set(2, Double.MIN_VALUE);
      assertThat(ZeroUnits.allZero(values.memory(), 0, 3)).isFalse();
      values.set(2, Double.NaN);
      assertThat(ZeroUnits.allZero(values.memory(), 0, 3)).isFalse();
    }
  }

  private static double at(RunLog log, Quantity quantity, int layer, long row) {
    return log.ledger(quantity).get(row, log.column(quantity, layer));
  }
}
