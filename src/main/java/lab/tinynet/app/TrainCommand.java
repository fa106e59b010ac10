package lab.tinynet.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Weights;
import lab.tinynet.spec.WeightsJson;
import lab.tinynet.telemetry.ProbeSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Trains without a window and writes the run down.
@Command(name = "train")
final class TrainCommand extends Subcommand {
  static final long MOST_STEPS = 10_000_000;

  @Parameters(arity = "0..1", paramLabel = "SPEC.json")
  private Path spec;

  @Option(names = "--preset", paramLabel = "NAME")
  private String preset;

  @Option(names = "--steps", paramLabel = "N", required = true)
  private long steps;

  @Option(names = "--out", paramLabel = "RUN.json")
  private Path out;

  @Option(names = "--weights-in", paramLabel = "W.json")
  private Path weightsIn;

  @Option(names = "--probe-every", paramLabel = "K")
  private Integer probeEvery;

  @Option(names = "--edits", paramLabel = "FILE")
  private Path editsFile;

  @Override
  int run(Console console, Tasks tasks) throws IOException {
    requireRange(console, "--steps", steps, 0, MOST_STEPS);
    ProbeSchedule probes = ProbeSchedule.USUAL;
    if (probeEvery != null) {
      requireRange(console, "--probe-every", probeEvery, 1, Integer.MAX_VALUE);
      probes = new ProbeSchedule(probeEvery);
    }
    Experiment experiment = ExperimentSource.required(console, preset, spec, "SPEC.json");
    Optional<Weights> start =
        Optional.ofNullable(weightsIn)
            .map(
                file ->
                    ExperimentSource.read(
                        console, file, path -> WeightsJson.read(path, experiment)));
    List<Edit> edits =
        Optional.ofNullable(editsFile)
            .map(file -> EditScript.read(console, file, experiment))
            .orElse(List.of());
    FinishedRun run;
    try (Progress progress = new Progress(console, "app.train.progress")) {
      run =
          tasks.train(
              new Tasks.Training(experiment, start, edits, steps, probes),
              done -> progress.tell(done, steps));
    }
    Results.write(console, Optional.ofNullable(out), stream -> RunJson.write(stream, run));
    return CommandLineInterface.DONE;
  }

  @Override
  String helpKey() {
    return "app.help.train";
  }
}
