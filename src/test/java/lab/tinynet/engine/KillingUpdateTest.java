package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.KillingUpdate;
import lab.tinynet.telemetry.ProbeSchedule;
import org.junit.jupiter.api.Test;

/// Which update killed a unit, against a run that looks after every step.
class KillingUpdateTest {
  private static final long STEPS = 400;
  private static final Experiment DYING = Presets.named("dying-relu").experiment();

  @Test
  void theUpdateFoundIsTheOneThatARunWatchedAtEveryStepShows() {
    try (TimelineRun run = new TimelineRun(DYING);
        Trainer watched =
            Trainer.of(DYING, Trainer.Options.USUAL.withSchedule(new ProbeSchedule(1)))) {
      for (int i = 0; i < STEPS; i++) {
        run.step();
        watched.step();
      }
      List<Event.UnitDied> deaths = deaths(run.trainer());
      assertThat(deaths).hasSizeGreaterThan(4);
      for (Event.UnitDied death : deaths) {
        if (death.step() == 0) {
          assertThat(run.killingUpdate(death.layer(), death.unit(), 0)).isEmpty();
          continue;
        }
        OptionalLong expected =
            deaths(watched).stream()
                .filter(one -> one.layer() == death.layer() && one.unit() == death.unit())
                .mapToLong(Event.UnitDied::step)
                .filter(step -> step <= death.step())
                .max();
        assertThat(run.killingUpdate(death.layer(), death.unit(), death.step()))
            .as(death.toString())
            .isEqualTo(expected);
        assertThat(expected.orElseThrow()).isBetween(death.step() - 9, death.step());
      }
      assertThat(run.trainer().stepsDone()).isEqualTo(STEPS);
    }
  }

  @Test
  void theUpdateTookTheLargestPreActivationFromAboveZeroToBelow() {
    try (TimelineRun run = new TimelineRun(DYING)) {
      for (int i = 0; i < STEPS; i++) {
        run.step();
      }
      List<Event.UnitDied> deaths =
          deaths(run.trainer()).stream().filter(death -> death.step() > 0).toList();
      assertThat(deaths).isNotEmpty();
      for (Event.UnitDied death : deaths) {
        KillingUpdate update = run.death(death.layer(), death.unit(), death.step()).orElseThrow();
        assertThat(update.highestBefore()).isPositive();
        assertThat(update.highestAfter()).isLessThanOrEqualTo(0);
        assertThat(update.before().weights()).isNotEqualTo(update.after().weights());
        assertThat(update.before().bias()).isPresent().isNotEqualTo(update.after().bias());
      }
    }
  }

  private static List<Event.UnitDied> deaths(Trainer trainer) {
    return trainer.log().events().since(0).stream()
        .filter(Event.UnitDied.class::isInstance)
        .map(Event.UnitDied.class::cast)
        .toList();
  }
}
