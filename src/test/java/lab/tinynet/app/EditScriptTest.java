package lab.tinynet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.WeightEdit;
import lab.tinynet.ui.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditScriptTest {
  private static final Experiment SPIRAL = Presets.named("spiral").experiment();

  @TempDir private Path folder;

  private List<Edit> read(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("edits.json"), json);
    return EditScript.read(Console.silent(Language.EN), file, SPIRAL);
  }

  @Test
  void everyEditLeadsToTheExperimentFromThenOn() throws IOException {
    List<Edit> edits =
        read(
            """
            [{"step": 200, "path": "penalty.l2", "value": 0.5},
             {"step": 100, "path": "optimizer.rate", "value": 0.125}]
            """);
    assertThat(edits).extracting(Edit::step).containsExactly(100L, 200L);
    assertThat(edits.get(0).experiment())
        .isEqualTo(SPIRAL.withOptimizer(SPIRAL.optimizer().withRate(0.125)));
    assertThat(edits.get(1).experiment().optimizer().rate()).isEqualTo(0.125);
    assertThat(edits.get(1).experiment().penalty().l2()).isEqualTo(0.5);
    assertThat(edits.get(1).value()).isEqualTo("0.5");
  }

  @Test
  void aParameterCanBeSetByHand() throws IOException {
    List<Edit> edits =
        read("[{\"step\": 3, \"path\": \"weights.layers[0].W[1][2]\", \"value\": 0.25}]");
    assertThat(edits.getFirst().stamped().weights())
        .containsExactly(WeightEdit.weight(0, 1, 2, 0.25));
    assertThat(edits.getFirst().experiment()).isEqualTo(SPIRAL);
  }

  @Test
  void noEditsAreNone() throws IOException {
    assertThat(read("[]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | edits.json: must be a list",
        "[3] | edits.json: [0]: must have exactly the fields",
        "[{\"step\": 1, \"path\": \"weights.layers[0].b[0]\", \"value\": \"x\"}] | edits.json:"
            + " [0].value: must be a number",
        "[{\"step\": 1, \"path\": \"clip\"}] | edits.json: [0]: must have exactly the fields",
        "[{\"step\": -1, \"path\": \"optimizer.rate\", \"value\": 1}] | [0].step: must be a whole",
        "[{\"step\": 1.5, \"path\": \"optimizer.rate\", \"value\": 1}] | [0].step: must be a whole",
        "[{\"step\": 1, \"path\": \"seed\", \"value\": 1}] | [0].path: while it runs",
        "[{\"step\": 1, \"path\": \"optimizer.rate\", \"value\": \"x\"}] | [0]: optimizer.rate: ",
        "[{\"step\": 1, \"path\": \"optimizer.rat\", \"value\": 1}] | [0]: optimizer.rat: ",
        "[{\"step\": 1, \"path\": \"optimizer.rate.x\", \"value\": 1}] | [0].path: the experiment",
        "[{\"step\": 1, | edits.json: "
      })
  void aBadEditIsRefusedWithItsPlace(String json, String part) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(Refusal.class).hasMessageContaining(part);
  }
}
