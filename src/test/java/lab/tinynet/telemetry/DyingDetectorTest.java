package lab.tinynet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DyingDetectorTest {
  private final DyingDetector detector = new DyingDetector(Detectors.DEAD_UNITS);

  @Test
  void aCountThatHoldsForFortyStepsIsTold() {
    RunLog log = DeadUnitLog.of(0, 0, 1, 3, 3, 3, 3, 3).log();
    assertThat(detector.findStable(log))
        .singleElement()
        .satisfies(
            dying -> {
              assertThat(dying.layer()).isEqualTo(1);
              assertThat(dying.info().name()).isEqualTo("dense 2");
              assertThat(dying.dead()).isEqualTo(3);
              assertThat(dying.units()).isEqualTo(8);
              assertThat(dying.onSince()).isEqualTo(20);
              assertThat(dying.since()).isEqualTo(30);
              assertThat(dying.step()).isEqualTo(70);
              assertThat(dying.steps()).isEqualTo(40);
            });
  }

  @Test
  void aCountThatHasNotHeldLongEnoughIsNotTold() {
    assertThat(detector.findStable(DeadUnitLog.of(0, 0, 1, 3, 3, 3, 3).log())).isEmpty();
    assertThat(detector.find(DeadUnitLog.of(3, 3, 3, 3).log())).isEmpty();
    assertThat(detector.find(DeadUnitLog.of(0, 0, 1, 3, 3, 3, 3).log())).hasSize(1);
  }

  @Test
  void aFlappingCountIsNeverStable() {
    DeadUnitLog made = new DeadUnitLog();
    for (int i = 0; i < 60; i++) {
      made.probe(10L * i, 0, i % 2 == 0 ? 2 : 3);
      assertThat(detector.findStable(made.log())).as("step " + 10 * i).isEmpty();
    }
  }

  @Test
  void aUnitThatDiesAndRevivesAgainAndAgainSwitchesNothingOn() {
    DeadUnitLog made = new DeadUnitLog();
    for (int i = 0; i < 60; i++) {
      made.probe(10L * i, 0, i % 2);
      assertThat(detector.find(made.log())).isEmpty();
    }
  }

  @Test
  void aShortDipDoesNotSwitchItOffButAHeldOneDoes() {
    RunLog dipped = DeadUnitLog.of(2, 2, 2, 2, 2, 0, 2).log();
    assertThat(detector.find(dipped)).singleElement().extracting(DyingLayer::onSince).isEqualTo(0L);
    RunLog recovered = DeadUnitLog.of(2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 2).log();
    assertThat(detector.find(recovered)).isEmpty();
  }

  @Test
  void oneUnitTakingTheOthersPlaceStartsTheCountingAnew() {
    RunLog log = DeadUnitLog.of(2, 2, 2, 2, 2, 2, 2).log();
    assertThat(detector.findStable(log)).hasSize(1);
    log.events().append(new Event.UnitRevived(40, 1, 3));
    log.events().append(new Event.UnitDied(40, 1, 5));
    assertThat(detector.findStable(log)).isEmpty();
    assertThat(detector.find(log)).singleElement().extracting(DyingLayer::since).isEqualTo(40L);
  }

  @Test
  void anExchangeInAnotherLayerChangesNothing() {
    RunLog log = DeadUnitLog.of(2, 2, 2, 2, 2, 2, 2).log();
    log.events().append(new Event.UnitDied(40, 0, 5));
    assertThat(detector.findStable(log))
        .singleElement()
        .extracting(DyingLayer::since)
        .isEqualTo(0L);
  }

  @Test
  void sharesAreComparedWithTheThresholdsOfTheLayerRules() {
    RunLog half = DeadUnitLog.of(4, 4, 4, 4, 4).log();
    assertThat(new DyingDetector(Detectors.DYING_LAYER).find(half)).hasSize(1);
    assertThat(new DyingDetector(Detectors.DEAD_LAYER).find(half)).hasSize(1);
    RunLog three = DeadUnitLog.of(3, 3, 3, 3, 3).log();
    assertThat(new DyingDetector(Detectors.DYING_LAYER).find(three)).hasSize(1);
    assertThat(new DyingDetector(Detectors.DEAD_LAYER).find(three)).isEmpty();
  }

  @Test
  void aLayerRuleStaysOnBetweenItsThresholds() {
    DyingDetector dead =
        new DyingDetector(
            new DetectorRule(
                "test",
                Quantity.DEAD_UNITS,
                DetectorRule.Denominator.UNITS,
                0.5,
                0.25,
                40,
                "test"));
    assertThat(dead.find(DeadUnitLog.of(4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2).log())).hasSize(1);
    assertThat(dead.find(DeadUnitLog.of(2, 2, 2, 2, 2, 2, 2).log())).isEmpty();
  }

  @Test
  void anEmptyLogAndALayerThatIsNoRectifierTellNothing() {
    assertThat(detector.find(new DeadUnitLog().log())).isEmpty();
    assertThat(DyingDetector.countAt(DeadUnitLog.of(1, 1).log(), 2, 0)).isEmpty();
  }

  @Test
  void theCountAtAStepIsThatOfTheFirstProbeFromThereOn() {
    RunLog log = DeadUnitLog.of(0, 1, 2, 3).log();
    assertThat(DyingDetector.countAt(log, 1, 15)).contains(new DyingDetector.DeadCount(2, 20));
    assertThat(DyingDetector.countAt(log, 1, 30)).contains(new DyingDetector.DeadCount(3, 30));
    assertThat(DyingDetector.countAt(log, 1, 31)).isEmpty();
  }

  @Test
  void aRuleForAnotherQuantityIsRefused() {
    DetectorRule loss =
        new DetectorRule("loss", Quantity.LOSS, DetectorRule.Denominator.ONE, 1, 1, 1, "nowhere");
    assertThatThrownBy(() -> new DyingDetector(loss)).hasMessageContaining("loss");
  }

  @Test
  void theTableNamesEveryDetectorOnceWithItsSource() {
    assertThat(Detectors.TABLE).extracting(DetectorRule::name).doesNotHaveDuplicates();
    assertThat(Detectors.TABLE).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
    assertThat(Detectors.named("dead-units")).contains(Detectors.DEAD_UNITS);
    assertThat(Detectors.named("no-such")).isEmpty();
  }
}
