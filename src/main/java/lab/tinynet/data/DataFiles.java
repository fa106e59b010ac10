package lab.tinynet.data;

import java.util.List;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.FileContents;
import lab.tinynet.spec.FileSource;
import lab.tinynet.spec.InvalidInput;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.Validation;

/// Reads the data files that an experiment names. Everything is bounded by `spec.Limits`, before it
/// takes memory; only ordinary files are opened, so that no pipe or device keeps its reader
/// waiting.
public final class DataFiles {
  private DataFiles() {}

  /// The experiment with the contents of its files, and so with everything known; itself where
  /// there is nothing to read or it has been read.
  ///
  /// @throws InvalidInput if a file cannot be read, or the experiment does not fit its contents
  public static Experiment loaded(Experiment experiment) {
    return loaded(experiment, ReadProgress.SILENT);
  }

  /// The same, telling how it goes.
  public static Experiment loaded(Experiment experiment, ReadProgress progress) {
    if (!(experiment.data() instanceof DataSpec.Files files) || experiment.data().known()) {
      return experiment;
    }
    Experiment loaded = experiment.withData(files.withContents(contents(files.source(), progress)));
    List<Problem> problems = Validation.check(loaded);
    if (!problems.isEmpty()) {
      throw problems.getFirst().refused();
    }
    return loaded;
  }

  /// What the files hold.
  ///
  /// @throws InvalidInput if one cannot be read
  public static FileContents contents(FileSource source, ReadProgress progress) {
    return switch (source) {
      case FileSource.Csv csv -> new CsvFile(csv, progress).read();
      case FileSource.Images images -> new ImageFolder(images, progress).read();
      case FileSource.Idx idx -> new IdxFiles(idx, progress).read();
    };
  }
}
