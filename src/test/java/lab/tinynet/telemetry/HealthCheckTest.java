package lab.tinynet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The detectors on logs made up by hand: when they go on, when off, and what they leave alone.
class HealthCheckTest {
  private final RunLog log =
      new RunLog(
          List.of(
              new LayerInfo("dense 1", "dense", "tanh", 2, 10, true, false),
              new LayerInfo("dense 2", "dense", "tanh", 10, 10, true, false),
              new LayerInfo("dense 3", "dense", "tanh", 10, 1, true, false)));

  private List<String> names() {
    return HealthCheck.of(log).stream().map(finding -> finding.rule().name()).toList();
  }

  private Finding only(String name) {
    return HealthCheck.of(log).stream()
        .filter(finding -> finding.rule().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void step(double first, double last) {
    double[] row = new double[log.steps().columns()];
    row[log.column(Quantity.RAW_NORM, 0)] = first;
    row[log.column(Quantity.RAW_NORM, 1)] = 1;
    row[log.column(Quantity.RAW_NORM, 2)] = last;
    log.steps().append(row);
  }

  private void steps(int count, double first, double last) {
    for (int i = 0; i < count; i++) {
      step(first, last);
    }
  }

  private void probe(long step, double train, double test, int saturated) {
    double[] row = new double[log.probes().columns()];
    Arrays.fill(row, Double.NaN);
    row[log.column(Quantity.PROBE_STEP)] = step;
    row[log.column(Quantity.TRAIN_LOSS)] = train;
    row[log.column(Quantity.TEST_LOSS)] = test;
    row[log.column(Quantity.SATURATED_UNITS, 1)] = saturated;
    log.probes().append(row);
  }

  /// Probes every ten steps.
  private void losses(int count, LongFunction<double[]> at) {
    for (int i = 0; i < count; i++) {
      double[] both = at.apply(10L * i);
      probe(10L * i, both[0], both[1], 0);
    }
  }

  @Test
  void aGradientThatGrowsSeventyfoldOnItsWayBackExplodes() {
    steps(5, 1, 1);
    steps(10, 71, 1);
    assertThat(names()).isEmpty();
    step(80, 1);
    Finding finding = only("exploding");
    assertThat(finding.layer()).isEqualTo(OptionalInt.of(0));
    assertThat(finding.value()).isEqualTo(80);
    assertThat(finding.since()).isEqualTo(6);
    assertThat(finding.step()).isEqualTo(16);
    steps(30, 50, 1);
    assertThat(names()).as("between the thresholds").containsExactly("exploding");
    steps(11, 30, 1);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatFlapsAroundTheThresholdSwitchesNothing() {
    for (int i = 0; i < 200; i++) {
      step(i % 2 == 0 ? 100 : 60, 1);
      assertThat(names()).isEmpty();
    }
  }

  @Test
  void aGradientThatFadesHasVanishedOnlyIfItIsSmallToo() {
    steps(40, 9e-4, 1);
    assertThat(names()).as("a thousandth of the last, but above 1e-4").isEmpty();
    steps(11, 9e-5, 0.1);
    assertThat(only("vanishing").value()).isEqualTo(0.1 / 9e-5);
    steps(11, 2e-3, 0.1);
    assertThat(names()).isEmpty();
  }

  @Test
  void aGradientOfZeroHasVanishedAndTwoOfZeroTellNothing() {
    steps(11, 0, 1e-3);
    assertThat(names()).containsExactly("vanishing");
    steps(11, 0, 0);
    assertThat(names()).isEmpty();
  }

  @Test
  void halfALayerThatIsFlatForFortyStepsSaturates() {
    for (int i = 0; i < 4; i++) {
      probe(10L * i, 1.0 / (i + 1), Double.NaN, 5);
    }
    assertThat(names()).isEmpty();
    probe(40, 0.1, Double.NaN, 5);
    assertThat(only("saturating").layer()).isEqualTo(OptionalInt.of(1));
    assertThat(only("saturating").value()).isEqualTo(0.5);
    for (int i = 5; i < 9; i++) {
      probe(10L * i, 0.1 / i, Double.NaN, 3);
    }
    assertThat(names()).containsExactly("saturating");
    probe(90, 0.01, Double.NaN, 3);
    assertThat(names()).isEmpty();
  }

  @Test
  void aLossThatStandsStillForFiveHundredStepsIsAPlateau() {
    losses(59, step -> new double[] {Math.max(0.5, 1 - step / 100.0), Double.NaN});
    assertThat(names()).as("no better since step 50, but not for 500 and 40 steps").isEmpty();
    probe(590, 0.4999, Double.NaN, 0);
    assertThat(only("plateau").since()).isEqualTo(550);
    assertThat(only("plateau").value()).isEqualTo(0.4999 / 0.5, within());
  }

  @Test
  void aLossThatFallsSlowlyButSteadilyIsNoPlateau() {
    losses(300, step -> new double[] {Math.exp(-step / 10_000.0), Double.NaN});
    assertThat(names()).as("5 % in 500 steps").isEmpty();
  }

  @Test
  void aTestLossThatTurnsUpWhileTheTrainingLossFallsIsOverfitting() {
    losses(
        60, step -> new double[] {Math.exp(-step / 100.0), 1 + Math.pow((step - 200) / 400.0, 2)});
    Finding finding = only("overfitting");
    assertThat(finding.layer()).isEmpty();
    assertThat(finding.value()).isEqualTo(Math.pow(390 / 400.0, 2), within());
    assertThat(finding.since()).isEqualTo(290);
  }

  @Test
  void lossesThatRiseTogetherAreNoOverfitting() {
    losses(
        60,
        step -> {
          double loss = 1 + Math.pow((step - 200) / 400.0, 2);
          return new double[] {loss, loss};
        });
    assertThat(names()).doesNotContain("overfitting");
  }

  @Test
  void whatHasJustCeasedIsKeptButHoldsNoMore() {
    losses(40, step -> new double[] {1 - step / 1000.0, 1 + step / 1000.0});
    assertThat(only("overfitting").holds()).isTrue();
    probe(400, 0.6, 1, 0);
    assertThat(only("overfitting").holds()).isFalse();
  }

  @Test
  void aRunThatBrokeHasDivergedUntilItIsChanged() {
    steps(3, 1, 1);
    log.events()
        .append(new Event.Diverged(3, new Divergence(3, "dense 1", Divergence.Quantity.GRADIENT)));
    assertThat(only("diverged").step()).isEqualTo(3);
    log.events().append(new Event.Edited(3, "optimizer.rate", "1", "0.1"));
    assertThat(names()).isEmpty();
  }

  @Test
  void nothingIsSaidOfAnEmptyLog() {
    assertThat(names()).isEmpty();
    assertThat(Optional.of(HealthCheck.of(new RunLog(List.of())))).contains(List.of());
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-12);
  }
}
