package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A run that goes on from a saved state is the run that never stopped.
class SnapshotTest {
  private static final double SCALE = Double.parseDouble(System.getProperty("proof.scale", "0.02"));

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, (long) Math.max(12, 200 * SCALE));
  }

  /// At any step, before the edits stamped with it: saved, loaded and run on, all that is logged
  /// from there on has the same bits, and so have the parameters at the end.
  @ParameterizedTest
  @MethodSource("seeds")
  void aRunThatIsSavedLoadedAndRunOnEqualsTheStraightRun(long seed) throws IOException {
    GeneratedRun run = GeneratedRun.of(seed);
    var draws = new Draws(seed);
    List<Long> stops = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      stops.add((long) draws.between(0, (int) run.steps()));
    }
    // The hardest moments: right after a step that broke, and right before an edit.
    run.edits().forEach(edit -> stops.add(edit.step()));
    Path file = folder.resolve("snapshot");
    try (Replay straight = Replay.of(run.experiment(), run.edits(), Trainer.Options.USUAL)) {
      List<Stop> saved = new ArrayList<>();
      while (straight.trainer().stepsDone() <= run.steps()) {
        if (stops.contains(straight.trainer().stepsDone())) {
          Path place = file.resolveSibling("snapshot-" + straight.trainer().stepsDone());
          Experiment now = straight.trainer().experiment();
          SnapshotFile.save(place, now, straight.trainer().snapshot());
          saved.add(new Stop(place, now, straight.trainer().stepsDone()));
        }
        straight.step();
      }
      long end = straight.trainer().stepsDone();
      for (Stop stop : saved) {
        Snapshot snapshot = SnapshotFile.load(stop.file(), stop.experiment());
        try (Replay resumed =
            Replay.resumed(run.experiment(), run.edits(), snapshot, Trainer.Options.USUAL)) {
          while (resumed.trainer().stepsDone() < end) {
            resumed.step();
          }
          assertThat(LogPrint.between(resumed.trainer().log(), stop.step(), end))
              .as("seed %d from step %d", seed, stop.step())
              .isEqualTo(LogPrint.between(straight.trainer().log(), stop.step(), end));
          assertThat(saved(resumed, "resumed")).hasSameBinaryContentAs(saved(straight, "straight"));
        }
      }
    }
  }

  private Path saved(Replay run, String name) throws IOException {
    Path place = folder.resolve(name);
    SnapshotFile.save(place, run.trainer().experiment(), run.trainer().snapshot());
    return place;
  }

  private record Stop(Path file, Experiment experiment, long step) {}

  @Test
  void aSnapshotThatIsCutOrChangedInAnyPlaceIsRefused() throws IOException {
    GeneratedRun run = GeneratedRun.of(3);
    Path file = folder.resolve("s");
    try (Trainer trainer = Trainer.of(run.experiment())) {
      trainer.step();
      SnapshotFile.save(file, run.experiment(), trainer.snapshot());
    }
    byte[] whole = Files.readAllBytes(file);
    var draws = new Draws(1);
    for (int i = 0; i < 200; i++) {
      byte[] wrong = whole.clone();
      int at = i < 90 ? i : draws.between(0, whole.length - 1);
      wrong[at] ^= (byte) (1 << draws.between(0, 7));
      Files.write(file, wrong);
      assertThat(refusal(file, run.experiment())).startsWith("file-");
      Files.write(file, java.util.Arrays.copyOf(whole, draws.between(0, whole.length - 1)));
      assertThat(refusal(file, run.experiment())).isEqualTo("file-damaged");
    }
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
    assertThat(refusal(file, run.experiment())).isEqualTo("file-damaged");
    Files.delete(file);
    assertThat(refusal(file, run.experiment())).isEqualTo("file-not-found");
  }

  @Test
  void aSnapshotOfAnotherExperimentIsRefused() throws IOException {
    Experiment experiment = GeneratedRun.of(3).experiment();
    Path file = folder.resolve("s");
    try (Trainer trainer = Trainer.of(experiment)) {
      SnapshotFile.save(file, experiment, trainer.snapshot());
    }
    assertThat(SnapshotFile.load(file, experiment.withName("called otherwise"))).isNotNull();
    assertThat(refusal(file, experiment.withSeed(77))).isEqualTo("snapshot-of-another-run");
  }

  private static String refusal(Path file, Experiment experiment) {
    return catchThrowableOfType(InvalidInput.class, () -> SnapshotFile.load(file, experiment))
        .problem()
        .code();
  }
}
