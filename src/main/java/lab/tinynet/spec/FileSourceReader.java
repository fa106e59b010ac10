package lab.tinynet.spec;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns the `data` of an experiment that stand in files into the value. The files are not opened.
final class FileSourceReader {
  private FileSourceReader() {}

  static DataSpec csv(FieldReader in, Path folder) {
    in.only(List.of("kind", "file", "delimiter", "header", "label", "task", "test"));
    return new DataSpec.Files(
        new FileSource.Csv(
            folder,
            file(in, "file", folder),
            given(in, "delimiter").map(value -> delimiter(value, in.path("delimiter"))),
            given(in, "header").map(_ -> in.bool("header", false)),
            given(in, "label").map(value -> label(in, value)),
            given(in, "task").map(value -> task(value, in.path("task")))),
        in.real("test", Limits.TEST, DataSpec.Generated.DEFAULT_TEST));
  }

  static DataSpec images(FieldReader in, Path folder) {
    in.only(List.of("kind", "folder", "shape", "examples", "test"));
    return new DataSpec.Files(
        new FileSource.Images(
            folder,
            file(in, "folder", folder),
            in.optional("shape")
                .map(value -> DataReader.shape(value, in.path("shape")))
                .orElse(FileSource.Images.DEFAULT_SHAPE),
            examples(in)),
        in.real("test", Limits.TEST, DataSpec.Generated.DEFAULT_TEST));
  }

  static DataSpec idx(FieldReader in, Path folder) {
    in.only(List.of("kind", "images", "labels", "testImages", "testLabels", "examples", "test"));
    boolean pair = given(in, "testImages").isPresent() || given(in, "testLabels").isPresent();
    if (pair && in.optional("test").isPresent()) {
      throw Problems.testGivenTwice(in.path("test")).refused();
    }
    Optional<FileSource.Idx.Pair> test =
        pair
            ? Optional.of(
                new FileSource.Idx.Pair(
                    file(in, "testImages", folder), file(in, "testLabels", folder)))
            : Optional.empty();
    return new DataSpec.Files(
        new FileSource.Idx(
            folder, file(in, "images", folder), file(in, "labels", folder), test, examples(in)),
        pair ? 0 : in.real("test", Limits.TEST, DataSpec.Generated.DEFAULT_TEST));
  }

  private static int examples(FieldReader in) {
    return (int) in.whole("examples", Limits.EXAMPLES, FileSource.DEFAULT_EXAMPLES);
  }

  /// A field that is there and not `null`, which stands for being left out.
  private static Optional<Json> given(FieldReader in, String name) {
    return in.optional(name).filter(value -> !(value instanceof Json.Null));
  }

  /// The name of a file, as it is written.
  private static String file(FieldReader in, String name, Path folder) {
    String file = in.text(name);
    if (file.isBlank() || file.length() > Limits.FILE_NAME_LENGTH) {
      throw Problems.fileName(in.path(name), Limits.FILE_NAME_LENGTH).refused();
    }
    try {
      Path _ = folder.resolve(file);
    } catch (InvalidPathException e) {
      throw Problems.fileName(in.path(name), Limits.FILE_NAME_LENGTH).refused();
    }
    return file;
  }

  private static char delimiter(Json value, String path) {
    String text = FieldReader.textOf(value, path);
    boolean good =
        text.length() == 1 && text.charAt(0) != '"' && (text.charAt(0) >= ' ' || text.equals("\t"));
    if (!good || Character.isLetterOrDigit(text.charAt(0)) || "+-._".contains(text)) {
      throw Problems.delimiter(path, value).refused();
    }
    return text.charAt(0);
  }

  private static FileSource.Column label(FieldReader in, Json value) {
    return switch (value) {
      case Json.Text(String name) -> FileSource.Column.named(name);
      case Json.Num _ -> FileSource.Column.at((int) in.whole("label", Limits.CSV_COLUMN));
      case Json.Fields _, Json.Items _, Json.Numbers _, Json.Table _, Json.Bool _, Json.Null _ ->
          throw Problems.label(in.path("label"), value).refused();
    };
  }

  private static FileSource.LabelKind task(Json value, String path) {
    List<FileSource.LabelKind> kinds = List.of(FileSource.LabelKind.values());
    List<String> words = kinds.stream().map(FileSource.LabelKind::json).toList();
    String word = ExperimentReader.word(value, path, words, Set.of());
    return Arrays.stream(FileSource.LabelKind.values())
        .filter(kind -> kind.json().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
