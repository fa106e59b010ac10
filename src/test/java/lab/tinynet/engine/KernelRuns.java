package lab.tinynet.engine;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A program that writes where generated runs stand after so many steps, to be started under the
/// kernels of several processors.
final class KernelRuns {
  private KernelRuns() {}

  /// @param arguments file, number of runs, steps of each
  public static void main(String[] arguments) throws IOException {
    int runs = Integer.parseInt(arguments[1]);
    long steps = Long.parseLong(arguments[2]);
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
      for (int seed = 1; seed <= runs; seed++) {
        GeneratedRun run = GeneratedRun.of(seed);
        Sensitivity.State state = Sensitivity.State.after(run.experiment(), run.edits(), steps);
        out.writeLong(state.brokenAt());
        out.writeInt(state.parameters().length);
        for (double parameter : state.parameters()) {
          out.writeDouble(parameter);
        }
      }
    }
    System.exit(0);
  }
}
