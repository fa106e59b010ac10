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

/// Frames, steering and rest of the window in a process of its own. `-Dproof.scale=1` measures a
/// minute of each and holds the figures to their bars; a short run shows that there are frames.
class FramesTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final boolean FULL = SCALE >= 1;

  @TempDir Path folder;

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  void theWindowDrawsSteersAndRests() throws IOException, InterruptedException {
    double seconds = Math.max(3, 60 * SCALE);
    Path spec = Files.writeString(folder.resolve("soak.json"), SoakTest.SPEC);
    Path output = folder.resolve("frames.out");
    Process process = WindowProcess.start(FramesMain.class, spec, seconds, output);
    boolean ended = process.waitFor((long) (2 * seconds) + 120, TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    System.out.println(printed);
    assertThat(ended).as("the process ends by itself: " + printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(WindowProcess.figure(printed, "iconified")).isEqualTo(1);
    assertThat(WindowProcess.figure(printed, "steps")).isGreaterThan(0);
    assertThat(WindowProcess.figure(printed, "paintings")).isZero();
    assertThat(WindowProcess.figure(printed, "oneFpsMedian")).isGreaterThan(FULL ? 30 : 2);
    assertThat(WindowProcess.figure(printed, "oneFpsP5")).isGreaterThan(FULL ? 20 : 0.5);
    assertThat(WindowProcess.figure(printed, "twoFpsMedian")).isGreaterThan(FULL ? 20 : 1);
    assertThat(WindowProcess.figure(printed, "steerP95")).isLessThan(FULL ? 100 : 3_000);
    if (FULL) {
      assertThat(WindowProcess.figure(printed, "oneFxP95")).isLessThanOrEqualTo(8);
    }
  }
}
