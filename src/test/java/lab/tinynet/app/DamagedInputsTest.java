package lab.tinynet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Every damaged specification or data file runs, or is refused in plain words with exit code 2: in
/// a program of its own, so that a hang, a crash or a hunger for memory would be seen.
/// `-Dproof.scale=1` tries 10,000.
class DamagedInputsTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final int ROUNDS = (int) Math.max(200, 10_000 * SCALE);
  private static final double LONGEST_SECONDS = 20;
  private static final double MOST_MEBIBYTES = 1_024;

  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void everyDamagedInputRunsOrIsRefused() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                DamagedInputs.class.getName(),
                folder.toString(),
                String.valueOf(ROUNDS)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    System.out.print(printed);
    assertThat(figure(printed, "runs") + figure(printed, "refused")).isEqualTo(ROUNDS);
    assertThat(figure(printed, "runs")).isGreaterThan(ROUNDS / 100.0);
    assertThat(figure(printed, "refused")).isGreaterThan(ROUNDS / 4.0);
    assertThat(figure(printed, "slowest")).isLessThan(LONGEST_SECONDS);
    assertThat(figure(printed, "peak")).isBetween(1.0, MOST_MEBIBYTES);
  }

  private static double figure(String printed, String name) {
    Matcher matcher = Pattern.compile(name + "=([\\d.]+)").matcher(printed);
    assertThat(matcher.find()).as(name + " in " + printed).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
