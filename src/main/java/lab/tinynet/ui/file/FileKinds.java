package lab.tinynet.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import lab.tinynet.spec.FileSource;

/// Tells by its name what a file or folder is for the lab.
final class FileKinds {
  private FileKinds() {}

  /// What can be opened.
  sealed interface Opened {
    /// A specification.
    record Spec(Path file) implements Opened {}

    /// Data for the present experiment.
    record Data(FileSource source) implements Opened {}
  }

  /// @return empty if the lab can do nothing with it
  static Optional<Opened> of(Path path) {
    Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    String name = Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    String lower = name.toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path)) {
      return Optional.of(
          new Opened.Data(
              new FileSource.Images(
                  folder, name, FileSource.Images.DEFAULT_SHAPE, FileSource.DEFAULT_EXAMPLES)));
    }
    if (lower.endsWith(".json")) {
      return Optional.of(new Opened.Spec(path));
    }
    if (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt")) {
      return Optional.of(
          new Opened.Data(
              new FileSource.Csv(
                  folder,
                  name,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())));
    }
    return idx(folder, name).map(Opened.Data::new);
  }

  /// MNIST's files come in pairs that differ in two words of their names; either of them will do.
  private static Optional<FileSource> idx(Path folder, String name) {
    String images = name.replace("labels", "images").replace("idx1", "idx3");
    String labels = name.replace("images", "labels").replace("idx3", "idx1");
    boolean pair =
        !images.equals(labels)
            && Files.isRegularFile(folder.resolve(images))
            && Files.isRegularFile(folder.resolve(labels));
    return pair
        ? Optional.of(
            new FileSource.Idx(
                folder, images, labels, Optional.empty(), FileSource.DEFAULT_EXAMPLES))
        : Optional.empty();
  }

  /// Whether a path is worth trying: for the pointer's shape while something is dragged.
  static boolean wanted(Path path) {
    return of(path).isPresent();
  }

  /// How many of something are done, in percent.
  static OptionalInt percent(long done, long total) {
    return total > 0
        ? OptionalInt.of((int) Math.min(100, 100 * done / total))
        : OptionalInt.empty();
  }
}
