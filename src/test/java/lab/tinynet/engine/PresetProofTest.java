package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Presets show what they promise: on their own seed under the kernels of three processors, and on
/// most other seeds: at most four of twenty fail. A short run tries the first six of them, of which
/// no more may fail than of all twenty; `-Dproof.scale=1` tries them all.
class PresetProofTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final int SEEDS = SCALE >= 1 ? PresetProof.OTHER_SEEDS : 6;
  private static final int MAY_FAIL = 4;

  static List<PresetProof.Case> promises() {
    return PresetProof.all();
  }

  @ParameterizedTest
  @MethodSource("promises")
  void aPromiseIsKeptOnThePresetsSeedAndOnMostOthers(PresetProof.Case one) {
    assertThat(PresetProof.kept(one.experiment(), one.promise()))
        .as(one + PresetProof.measured(one))
        .isTrue();
    assertThat(PresetProof.keptOnOthers(one, SEEDS))
        .as(one.whose())
        .isGreaterThanOrEqualTo(SEEDS - MAY_FAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nehalem", "Haswell", "Zen"})
  void promisesAreKeptUnderOtherProcessorsKernels(String kernels)
      throws IOException, InterruptedException {
    Process process = start(kernels);
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed.lines().filter(line -> line.startsWith("kept"))).hasSize(promises().size());
  }

  @Test
  void aPresetThatFailsOnPurposeHasARemedy() {
    assertThat(Presets.all().stream().filter(preset -> !preset.remedies().isEmpty()))
        .extracting(Preset::name)
        .contains("linear-xor", "deep-sigmoid", "saturated-tanh", "dying-relu", "exploding");
  }

  private static Process start(String kernels) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            PresetProof.class.getName());
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_CORETYPE", kernels);
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
