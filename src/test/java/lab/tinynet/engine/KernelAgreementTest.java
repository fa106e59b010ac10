package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kernels of three processors give the same runs, but for those that one unit in the last
/// place of a parameter changes as well. `-Dproof.scale=1` compares 200 runs; both sets are
/// printed.
class KernelAgreementTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));
  private static final int RUNS = (int) Math.max(8, 200 * SCALE);
  private static final long STEPS = 1_000;
  private static final List<String> KERNELS = List.of("Nehalem", "Haswell", "SkylakeX");

  @TempDir Path folder;

  @Test
  void runsThatKernelsSeparateAreSensitive() throws IOException, InterruptedException {
    List<List<Sensitivity.State>> byKernel = new ArrayList<>();
    for (String kernel : KERNELS) {
      byKernel.add(runs(kernel));
    }
    var separated = new TreeMap<Integer, Double>();
    boolean anyBitDiffers = false;
    for (int run = 0; run < RUNS; run++) {
      double most = 0;
      for (int k = 1; k < KERNELS.size(); k++) {
        for (int other = 0; other < k; other++) {
          Sensitivity.State one = byKernel.get(k).get(run);
          most = Math.max(most, Sensitivity.distance(one, byKernel.get(other).get(run)));
        }
      }
      anyBitDiffers |= most > 0;
      if (!(most <= Sensitivity.SEPARATED)) {
        separated.put(run + 1, most);
      }
    }
    var sensitive = new TreeMap<Integer, Double>();
    for (int seed = 1; seed <= RUNS; seed++) {
      GeneratedRun run = GeneratedRun.of(seed);
      Sensitivity found = Sensitivity.of(run.experiment(), run.edits(), STEPS);
      if (found.sensitive()) {
        sensitive.put(seed, found.distance());
      }
    }
    var unexplained = new TreeSet<>(separated.keySet());
    unexplained.removeAll(sensitive.keySet());
    System.out.printf(
        "%d runs, %d steps: %d separated by kernels %s, %d sensitive to an ulp %s, unexplained"
            + " %s%n",
        RUNS, STEPS, separated.size(), separated, sensitive.size(), sensitive, unexplained);
    assertThat(anyBitDiffers).as("the kernels are different ones").isTrue();
    assertThat(sensitive.size()).as("most runs are robust").isLessThan(RUNS / 2);
    assertThat(unexplained).isEmpty();
  }

  private List<Sensitivity.State> runs(String kernel) throws IOException, InterruptedException {
    Path file = folder.resolve(kernel);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            KernelRuns.class.getName(),
            file.toString(),
            String.valueOf(RUNS),
            String.valueOf(STEPS));
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_CORETYPE", kernel);
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    List<Sensitivity.State> states = new ArrayList<>();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int run = 0; run < RUNS; run++) {
        long brokenAt = in.readLong();
        double[] parameters = new double[in.readInt()];
        for (int i = 0; i < parameters.length; i++) {
          parameters[i] = in.readDouble();
        }
        states.add(new Sensitivity.State(parameters, brokenAt));
      }
    }
    return states;
  }
}
