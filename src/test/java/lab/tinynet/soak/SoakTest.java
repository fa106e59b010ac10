package lab.tinynet.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The window under load, in a process of its own. `-Dproof.scale=1` lasts five minutes, an hour
/// with `-Dproof.scale=12`.
class SoakTest {
  private static final double FULL_SECONDS = 300;
  private static final double LEAST_SECONDS = 10;
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));

  /// The network that the proofs of the window train.
  static final String SPEC =
      """
      {"format": 1, "name": "soak", "seed": 7,
       "data": {"kind": "spiral", "examples": 400, "noise": 0.05, "test": 0.3},
       "network": [
         {"layer": "dense", "units": 32, "activation": "relu"},
         {"layer": "dense", "units": 32, "activation": "relu"},
         {"layer": "dense", "units": 32, "activation": "relu"},
         {"layer": "dense", "units": 32, "activation": "relu"},
         {"layer": "dense", "units": 1, "activation": "tanh"}],
       "loss": "mse", "optimizer": {"kind": "sgd", "rate": 0.01}, "batch": 64}
      """;

  @TempDir Path folder;

  @Test
  @Timeout(value = 75, unit = TimeUnit.MINUTES)
  void theWindowAnswersWhileItTrainsAtFullSpeedAndLeavesNoThread()
      throws IOException, InterruptedException {
    double seconds = Math.max(LEAST_SECONDS, FULL_SECONDS * SCALE);
    Path spec = Files.writeString(folder.resolve("soak.json"), SPEC);
    Path output = folder.resolve("soak.out");
    Process process = WindowProcess.start(SoakMain.class, spec, seconds, output);
    boolean ended = process.waitFor((long) seconds + 90, TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    System.out.println(printed);
    assertThat(ended).as("the process ends by itself: " + printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    // A short run has a handful of clicks, and on a busy machine any of them may be held up: it
    // shows that answers come. The full proof holds 95 of a hundred to 100 ms.
    assertThat(WindowProcess.figure(printed, SCALE >= 1 ? "clickP95" : "clickMedian"))
        .isLessThan(SCALE >= 1 ? 100 : 1_000);
    if (SCALE >= 1) {
      assertThat(WindowProcess.figure(printed, "ratio"))
          .isLessThanOrEqualTo(SCALE >= 12 ? 1.1 : 1.05);
    }
  }
}
