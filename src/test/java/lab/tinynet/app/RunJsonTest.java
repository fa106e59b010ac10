package lab.tinynet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.Test;

class RunJsonTest {
  private static final Experiment SPIRAL = Presets.named("spiral").experiment();
  private static final List<LayerInfo> LAYERS =
      List.of(
          new LayerInfo("dense 1", "dense", "relu", 2, 8, true, true),
          new LayerInfo("flatten 2", "flatten", "identity", 8, 8, false, false),
          new LayerInfo("dense 3", "dense", "tanh", 8, 1, true, false));

  private final RunLog log = new RunLog(LAYERS, 10_000, 100);

  /// One row: loss, rate, then raw norm, applied norm, update ratio, silent units of every layer.
  private void step(double loss) {
    log.steps().append(new double[] {loss, 0.03, 1, 2, 3, 4, -1, -1, -1, -1, 5, 6, 7, 0});
  }

  /// One row: step, losses and accuracies of both sets, dead units of every layer, and zeros.
  private void probe(long updates, double testLoss) {
    double[] row = new double[log.probes().columns()];
    System.arraycopy(new double[] {updates, 0.5, 0.75, testLoss, 0.625, 3}, 0, row, 0, 6);
    log.probes().append(row);
  }

  private static FinishedRun finished(RunLog log, boolean classifies, boolean tested) {
    return new FinishedRun(
        SPIRAL,
        List.of(),
        log,
        FinishedRun.Outcome.FINISHED,
        Optional.empty(),
        new Weights(List.of()),
        classifies,
        tested);
  }

  private static JsonNode written(FinishedRun run) throws IOException {
    var bytes = new ByteArrayOutputStream();
    RunJson.write(bytes, run);
    return new ObjectMapper().readTree(bytes.toByteArray());
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  @Test
  void aRunIsWrittenWithEverySeriesInItsPlace() throws IOException {
    step(0.25);
    step(0.125);
    probe(0, 0.5);
    probe(2, 0.25);
    JsonNode run = written(finished(log, true, true));
    assertThat(run.get("format").asInt()).isEqualTo(1);
    assertThat(SpecJson.read(run.get("spec").toString())).isEqualTo(SPIRAL);
    assertThat(run.get("steps").asInt()).isEqualTo(2);
    assertThat(run.get("outcome").asText()).isEqualTo("finished");
    assertThat(run.get("divergedAt").isNull()).isTrue();
    assertThat(run.get("cause").isNull()).isTrue();
    assertThat(run.has("edits")).isFalse();
    assertThat(run.get("layers")).isEqualTo(tree("[\"dense 1\", \"flatten 2\", \"dense 3\"]"));
    assertThat(run.get("series"))
        .isEqualTo(
            tree(
                """
                {"loss": [0.25, 0.125],
                 "gradientNorm": {"raw": [[1, 1], null, [5, 5]], "applied": [[2, 2], null, [6, 6]]},
                 "updateRatio": [[3, 3], null, [7, 7]],
                 "silentUnits": [[4, 4], null, null],
                 "deadUnits": {"step": [0, 2], "count": [[3, 3], null, null]},
                 "train": {"step": [0, 2], "loss": [0.5, 0.5], "accuracy": [0.75, 0.75]},
                 "test": {"step": [0, 2], "loss": [0.5, 0.25], "accuracy": [0.625, 0.625]}}
                """));
    assertThat(run.get("weights").get("layers")).isEmpty();
  }

  @Test
  void whatDoesNotApplyIsNull() throws IOException {
    step(1);
    probe(0, Double.NaN);
    JsonNode series = written(finished(log, false, false)).get("series");
    assertThat(series.get("train").get("accuracy").isNull()).isTrue();
    assertThat(series.get("test"))
        .isEqualTo(tree("{\"step\": [], \"loss\": null, \"accuracy\": null}"));
  }

  @Test
  void aDivergedRunTellsItsCauseAndItsLastStepIsNotANumber() throws IOException {
    step(1);
    step(Double.POSITIVE_INFINITY);
    step(Double.NaN);
    step(Double.NEGATIVE_INFINITY);
    FinishedRun run =
        new FinishedRun(
            SPIRAL,
            List.of(new Edit(1, "clip", "{\"kind\":\"norm\",\"limit\":1}", SPIRAL)),
            log,
            FinishedRun.Outcome.DIVERGED,
            Optional.of(new Divergence(4, "dense 1", Divergence.Quantity.GRADIENT)),
            new Weights(List.of()),
            true,
            true);
    JsonNode json = written(run);
    assertThat(json.get("outcome").asText()).isEqualTo("diverged");
    assertThat(json.get("divergedAt").asInt()).isEqualTo(4);
    assertThat(json.get("cause"))
        .isEqualTo(tree("{\"step\": 4, \"layer\": \"dense 1\", \"quantity\": \"gradient\"}"));
    assertThat(json.get("series").get("loss"))
        .isEqualTo(tree("[1, \"Infinity\", \"NaN\", \"-Infinity\"]"));
    assertThat(json.get("edits"))
        .isEqualTo(
            tree(
                "[{\"step\": 1, \"path\": \"clip\", \"value\": {\"kind\": \"norm\", \"limit\":"
                    + " 1}}]"));
  }

  @Test
  void aLongRunIsWrittenWhole() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      step(i);
    }
    JsonNode loss = written(finished(log, true, true)).get("series").get("loss");
    assertThat(loss).hasSize(10_000);
    assertThat(loss.get(4096).asInt()).isEqualTo(4096);
    assertThat(loss.get(9_999).asInt()).isEqualTo(9_999);
  }

  @Test
  void aLogThatHasForgottenStepsIsNotWrittenInPart() {
    RunLog small = new RunLog(LAYERS, 10, 10);
    double[] row = new double[small.steps().columns()];
    for (int i = 0; i < 20_000; i++) {
      small.steps().append(row);
    }
    assertThatThrownBy(
            () -> RunJson.write(new ByteArrayOutputStream(), finished(small, true, true)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
