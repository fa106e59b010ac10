package lab.tinynet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.ProbeSchedule;
import lab.tinynet.telemetry.Quantity;
import org.junit.jupiter.api.Test;

/// `train` with edits.
class HeadlessTrainingTest {
  private static final Experiment WILD =
      SpecJson.read(
          """
          {"format": 1, "seed": 1,
           "data": {"kind": "inline", "x": [[1, 2], [3, -1]], "y": [[1], [-1]]},
           "network": [{"layer": "dense", "units": 3}, {"layer": "dense", "units": 1}],
           "loss": "mse", "optimizer": {"kind": "sgd", "rate": 1000}, "batch": "full"}
          """);

  @Test
  void withoutEditsARunEndsWhereItBreaks() {
    FinishedRun run = train(500);
    assertThat(run.outcome()).isEqualTo(FinishedRun.Outcome.DIVERGED);
    assertThat(run.log().length()).isEqualTo(run.divergence().orElseThrow().step());
    assertThat(run.log().length()).isBetween(2L, 100L);
  }

  @Test
  void anEditStampedWithTheStepThatBrokeMendsTheRun() {
    long broken = train(500).log().length();
    FinishedRun run = train(500, edit(broken, 1e-300));
    assertThat(run.outcome()).isEqualTo(FinishedRun.Outcome.FINISHED);
    assertThat(run.divergence()).isEmpty();
    assertThat(run.log().length()).isEqualTo(500);
    assertThat(run.edits()).hasSize(1);
    assertThat(lossOf(run, broken)).isNotFinite();
    assertThat(lossOf(run, broken + 1)).isFinite();
    assertThat(lossOf(run, 500)).isFinite();
    assertThat(run.log().events().since(0))
        .filteredOn(Event.Diverged.class::isInstance)
        .extracting(Event::step)
        .containsExactly(broken);
  }

  @Test
  void anEditLaterThanThatIsReachedToo() {
    long broken = train(500).log().length();
    FinishedRun run = train(500, edit(broken + 20, 1e-300));
    assertThat(run.outcome()).isEqualTo(FinishedRun.Outcome.FINISHED);
    assertThat(lossOf(run, broken + 20)).isNotFinite();
    assertThat(lossOf(run, broken + 21)).isFinite();
  }

  @Test
  void afterTheLastEditABreakIsTheEnd() {
    long broken = train(500).log().length();
    FinishedRun run = train(500, edit(broken, 1e-300), edit(broken + 10, 1e300));
    assertThat(run.outcome()).isEqualTo(FinishedRun.Outcome.DIVERGED);
    assertThat(run.divergence().orElseThrow().step()).isBetween(broken + 11, broken + 30);
    assertThat(run.log().length()).isEqualTo(run.divergence().orElseThrow().step());
  }

  private static double lossOf(FinishedRun run, long step) {
    return run.log().steps().get(step - 1, run.log().column(Quantity.LOSS));
  }

  private static Edit edit(long step, double rate) {
    return new Edit(
        step, "optimizer.rate", String.valueOf(rate), WILD.withOptimizer(new Optimizer.Sgd(rate)));
  }

  private static FinishedRun train(long steps, Edit... edits) {
    return HeadlessTraining.run(
        new Tasks.Training(WILD, Optional.empty(), List.of(edits), steps, ProbeSchedule.USUAL),
        _ -> {});
  }
}
