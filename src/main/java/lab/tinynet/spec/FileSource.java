package lab.tinynet.spec;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Which files hold the examples, and how they are to be read. Names are kept as they were written
/// and stand relative to a folder, usually that of the specification.
public sealed interface FileSource {
  int DEFAULT_EXAMPLES = 10_000;

  /// The name in JSON.
  String kind();

  /// What the names are relative to.
  Path folder();

  /// Whether the source has test examples of its own.
  default boolean hasTestFiles() {
    return this instanceof Idx idx && idx.test().isPresent();
  }

  /// A table of text: an example a line, a column of it the label.
  ///
  /// @param delimiter between two cells; found if empty
  /// @param header whether the first line names the columns; found if empty
  /// @param label which column the label is; found if empty
  /// @param task what the labels are; found if empty
  record Csv(
      Path folder,
      String file,
      Optional<Character> delimiter,
      Optional<Boolean> header,
      Optional<Column> label,
      Optional<LabelKind> task)
      implements FileSource {
    @Override
    public String kind() {
      return "csv";
    }
  }

  /// A column of a table, by its name or its place.
  ///
  /// @param name as in the header; empty where the place counts
  /// @param number from 1; empty where the name counts
  record Column(Optional<String> name, OptionalInt number) {
    public static Column named(String name) {
      return new Column(Optional.of(name), OptionalInt.empty());
    }

    public static Column at(int number) {
      return new Column(Optional.empty(), OptionalInt.of(number));
    }
  }

  /// What the labels of a table are.
  enum LabelKind {
    CLASSES("classes"),
    REGRESSION("regression");

    private final String json;

    LabelKind(String json) {
      this.json = json;
    }

    public String json() {
      return json;
    }
  }

  /// A folder with a folder of PNG or JPEG images per class.
  ///
  /// @param path the folder of the classes
  /// @param shape what every image is brought to
  /// @param examples at most so many images, taken evenly from all
  record Images(Path folder, String path, ImageShape shape, int examples) implements FileSource {
    public static final ImageShape DEFAULT_SHAPE = new ImageShape(1, 16, 16);

    @Override
    public String kind() {
      return "images";
    }
  }

  /// The files of MNIST and its relatives, plain or compressed by gzip.
  ///
  /// @param images idx3 file of unsigned bytes
  /// @param labels idx1 file of unsigned bytes
  /// @param test a second pair to test on
  /// @param examples at most so many of each pair, taken evenly
  record Idx(Path folder, String images, String labels, Optional<Pair> test, int examples)
      implements FileSource {
    /// An idx3 and an idx1 file that belong together.
    public record Pair(String images, String labels) {}

    @Override
    public String kind() {
      return "idx";
    }
  }
}
