package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.RunState.Phase;
import lab.tinynet.session.Session;
import lab.tinynet.session.StopRule;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopRuleTest {
  private final Session session = new EngineSessions().open(Presets.named("xor").experiment());
  private final Watch watch = new Watch(session);

  @AfterEach
  void close() {
    watch.close();
    session.close();
  }

  private RunState stopped(StopRule rule) throws InterruptedException {
    watch.untilOpen();
    session.submit(new Command.SetStop(rule));
    session.submit(new Command.Train());
    return watch.until(state -> state.stopped().isPresent());
  }

  @Test
  void stopsExactlyAtItsStepAndGoesOnWhenTrainedOn() throws Exception {
    RunState there = stopped(StopRule.NONE.withStep(OptionalLong.of(237)));
    assertThat(there.step()).isEqualTo(237);
    assertThat(there.log().length()).isEqualTo(237);
    assertThat(there.phase()).isEqualTo(Phase.PAUSED);
    assertThat(there.stopped()).contains(StopRule.Reason.STEP);
    session.submit(new Command.Train());
    watch.until(state -> state.step() > 400 && state.stopped().isEmpty());
  }

  @Test
  void stopsAtTheFirstProbeWhoseLossIsLowEnough() throws Exception {
    RunState there = stopped(StopRule.NONE.withLoss(OptionalDouble.of(0.3)));
    assertThat(there.stopped()).contains(StopRule.Reason.LOSS);
    assertFirst(there, Quantity.TRAIN_LOSS, value -> value <= 0.3);
  }

  @Test
  void stopsAtTheFirstProbeWhoseAccuracyIsHighEnough() throws Exception {
    RunState there = stopped(StopRule.NONE.withAccuracy(OptionalDouble.of(0.9)));
    assertThat(there.stopped()).contains(StopRule.Reason.ACCURACY);
    assertFirst(there, Quantity.TRAIN_ACCURACY, value -> value >= 0.9);
  }

  private static void assertFirst(RunState there, Quantity quantity, DoublePredicate wanted) {
    RunLog log = there.log();
    long last = log.probes().length() - 1;
    assertThat(log.probes().get(last, log.column(Quantity.PROBE_STEP)))
        .isEqualTo((double) there.step());
    for (long probe = 0; probe <= last; probe++) {
      assertThat(wanted.test(log.probes().get(probe, log.column(quantity))))
          .isEqualTo(probe == last);
    }
  }

  @Test
  void aRuleThatIsTrueAlreadyDoesNotHoldUpTheTraining() throws Exception {
    watch.untilOpen();
    session.submit(new Command.SetStop(StopRule.NONE.withLoss(OptionalDouble.of(1e9))));
    session.submit(new Command.Train());
    assertThat(watch.until(state -> state.step() > 500).stopped()).isEqualTo(Optional.empty());
  }
}
