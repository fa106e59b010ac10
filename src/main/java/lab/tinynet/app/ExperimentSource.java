package lab.tinynet.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import lab.tinynet.data.DataFiles;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecJson;

/// The experiment that a command is given: a file, or the name of a preset.
final class ExperimentSource {
  private ExperimentSource() {}

  /// Exactly one of the two.
  ///
  /// @param preset a name, or null
  /// @param file null if not given
  /// @param fileLabel what the file is called in the usage
  /// @throws Refusal if both or none are given, or the file cannot be read
  /// @throws InvalidInput if there is no such preset
  static Experiment required(Console console, String preset, Path file, String fileLabel) {
    return optional(console, preset, file, fileLabel)
        .orElseThrow(() -> new Refusal(console.text("app.error.noExperiment", "file", fileLabel)));
  }

  /// At most one of the two.
  ///
  /// @throws Refusal if both are given, or the file cannot be read
  /// @throws InvalidInput if there is no such preset
  static Optional<Experiment> optional(
      Console console, String preset, Path file, String fileLabel) {
    if (preset != null && file != null) {
      throw new Refusal(console.text("app.error.twoExperiments", "file", fileLabel));
    }
    if (preset != null) {
      return Optional.of(Presets.named(preset).experiment());
    }
    return Optional.ofNullable(file)
        .map(path -> read(console, path, from -> loaded(console, from)));
  }

  /// Reads an experiment and the data files that it names, and says what has become of these.
  private static Experiment loaded(Console console, Path file) {
    Experiment experiment = SpecJson.read(file);
    if (!(experiment.data() instanceof DataSpec.Files)) {
      return experiment;
    }
    try (Progress progress = new Progress(console, "app.data.progress")) {
      Experiment loaded = DataFiles.loaded(experiment, progress::tell);
      DataSpec data = loaded.data();
      int train = NetworkShape.trainCount(data);
      int test = NetworkShape.testCount(data);
      String key = data.imageShape().isPresent() ? "app.data.images" : "app.data.table";
      console.err().println(console.text(key, "train", train, "test", test));
      return loaded;
    }
  }

  /// Reads a file; what is wrong with it is told with the file's name in front.
  static <T> T read(Console console, Path file, Function<Path, T> reader) {
    try {
      return reader.apply(file);
    } catch (InvalidInput e) {
      throw new Refusal(file + ": " + console.messages().sentence(e.problem()), e);
    }
  }
}
