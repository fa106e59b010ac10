package lab.tinynet.engine;

import static lab.tinynet.engine.TinyNetworks.dense;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Activation.Kind;
import lab.tinynet.spec.BatchSize;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Optimizer;
import lab.tinynet.telemetry.Envelope;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// Going about in a run so long that its log has forgotten its beginning.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LongTimelineTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final long STEPS = 260_000;
  private static final int PLACES = (int) Math.max(100, 1_000 * SCALE);
  private static final Experiment SPIRAL =
      TinyNetworks.of(
              new DataSpec.Generated(DataSpec.Shape.SPIRAL, 400, 0.1, 0.3),
              new Optimizer.Sgd(0.03),
              dense(8, Kind.RELU),
              dense(8, Kind.RELU),
              dense(1, Kind.TANH))
          .withBatch(new BatchSize(10));

  private final Session session = new EngineSessions().open(SPIRAL);
  private final Watch watch = new Watch(session);
  private int resolution = 3;

  @BeforeAll
  void train() throws InterruptedException {
    watch.untilOpen();
    session.submit(new Command.Step(STEPS));
    watch.until(state -> state.step() == STEPS);
  }

  @AfterAll
  void close() {
    watch.close();
    session.close();
  }

  @Test
  @Order(1)
  void anyOfTheNewestHundredThousandStepsIsReachedInATenthOfASecond() throws Exception {
    var draws = new Draws(1);
    double[] millis = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      long step = STEPS - draws.between(0, 100_000);
      long start = System.nanoTime();
      session.submit(new Command.GoTo(step));
      watch.until(state -> state.step() == step && state.timeline().goingTo().isEmpty());
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    double median = millis[PLACES / 2];
    double nearlyAll = millis[(int) (PLACES * 0.99)];
    System.out.printf(
        "going to a step: median %.1f ms, 99th percentile %.1f ms, longest %.1f ms%n",
        median, nearlyAll, millis[PLACES - 1]);
    assertThat(median).isLessThanOrEqualTo(100);
    assertThat(nearlyAll).isLessThanOrEqualTo(250);
  }

  @Test
  @Order(2)
  void theStateThereIsThatOfTheStraightRun() throws Exception {
    try (Trainer straight = Trainer.of(SPIRAL)) {
      for (long step : new long[] {1, 70_001, 199_999, 200_100}) {
        while (straight.stepsDone() < step) {
          straight.step();
        }
        session.submit(new Command.GoTo(step));
        watch.until(state -> state.step() == step && state.timeline().goingTo().isEmpty());
        Frame frame = frame();
        Frame expected = straight.frame(frame.resolution());
        assertThat(frame.step()).isEqualTo(step);
        for (int l = 0; l < frame.layers().size(); l++) {
          assertThat(frame.layers().get(l).weights())
              .containsExactly(expected.layers().get(l).weights());
          assertThat(frame.layers().get(l).dead()).containsExactly(expected.layers().get(l).dead());
        }
      }
    }
  }

  @Test
  @Order(3)
  void aBranchFromWhatTheLogHasForgottenHasTheWholeLogOfItsOwn() throws Exception {
    Experiment slower = SPIRAL.withOptimizer(new Optimizer.Sgd(0.01));
    for (long from : new long[] {30_000, 140_123}) {
      session.submit(new Command.SwitchTo(1));
      watch.until(state -> state.step() == STEPS);
      session.submit(new Command.GoTo(from));
      session.submit(new Command.Change(slower));
      session.submit(new Command.Step(500));
      long end = from + 500;
      RunState branch = watch.until(state -> state.step() == end && state.timeline().current() > 1);
      List<StampedEdit> edits = List.of(new StampedEdit(from, slower));
      assertThat(branch.timeline().currentBranch().edits()).isEqualTo(edits);
      try (Replay straight = Replay.of(SPIRAL, edits, Trainer.Options.USUAL)) {
        while (straight.trainer().stepsDone() < end) {
          straight.step();
        }
        RunLog expected = straight.trainer().log();
        long exact = Math.max(branch.log().steps().exactFrom(), expected.steps().exactFrom());
        assertThat(end - exact).isGreaterThanOrEqualTo(Math.min(end, RunLog.EXACT_STEPS));
        LogPrint print = LogPrint.between(branch.log(), exact, end);
        LogPrint straightPrint = LogPrint.between(expected, exact, end);
        assertThat(print.steps()).isEqualTo(straightPrint.steps());
        assertThat(print.probes()).isEqualTo(straightPrint.probes());
        assertThat(print.events()).isEqualTo(straightPrint.events());
        // Histograms are as sparse as those of the longer run that it went off from.
        assertThat(straightPrint.histogramSteps()).containsAll(print.histogramSteps());
        assertThat(summary(branch.log(), end)).isEqualTo(summary(expected, end));
      }
    }
    session.submit(new Command.SwitchTo(1));
    assertThat(watch.until(state -> state.step() == STEPS).log().length()).isEqualTo(STEPS);
  }

  private static String summary(RunLog log, long end) {
    Envelope envelope = new Envelope(70);
    log.steps().envelope(log.column(Quantity.LOSS), 0, end, envelope);
    StringBuilder text = new StringBuilder();
    for (int b = 0; b < envelope.buckets(); b++) {
      text.append(envelope.min(b)).append(' ').append(envelope.max(b)).append('\n');
    }
    return text.toString();
  }

  private Frame frame() throws InterruptedException {
    resolution++;
    Frame[] made = new Frame[1];
    watch.until(
        _ -> {
          session
              .takeFrame(resolution)
              .filter(frame -> frame.resolution() == resolution)
              .ifPresent(frame -> made[0] = frame);
          return made[0] != null;
        });
    return made[0];
  }
}
