package lab.tinynet.spec;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Turns the `data` of an experiment into the value.
final class DataReader {
  private static final List<String> OTHERS = List.of("csv", "images", "idx", "inline");

  private DataReader() {}

  /// @param folder what the names of files are relative to
  static DataSpec read(Json value, String path, Path folder) {
    FieldReader in = FieldReader.of(value, path);
    List<String> shapes =
        Arrays.stream(DataSpec.Shape.values()).map(shape -> shape.json()).toList();
    List<String> kinds = Stream.concat(shapes.stream(), OTHERS.stream()).toList();
    String kind = ExperimentReader.word(in, "kind", kinds, Set.of());
    return switch (kind) {
      case "csv" -> FileSourceReader.csv(in, folder);
      case "images" -> FileSourceReader.images(in, folder);
      case "idx" -> FileSourceReader.idx(in, folder);
      case "inline" -> inline(in);
      default -> generated(in, DataSpec.Shape.named(kind).orElseThrow());
    };
  }

  private static DataSpec generated(FieldReader in, DataSpec.Shape shape) {
    in.only(List.of("kind", "examples", "noise", "test"));
    return new DataSpec.Generated(
        shape,
        (int) in.whole("examples", Limits.EXAMPLES, shape.usualExamples()),
        in.real("noise", Limits.NOISE, shape.usualNoise()),
        in.real("test", Limits.TEST, DataSpec.Generated.DEFAULT_TEST));
  }

  private static DataSpec inline(FieldReader in) {
    in.only(List.of("kind", "shape", "x", "y", "testX", "testY"));
    Optional<ImageShape> shape = in.optional("shape").map(value -> shape(value, in.path("shape")));
    Matrix x = Tables.matrix(in.required("x"), in.path("x"));
    Matrix y = Tables.matrix(in.required("y"), in.path("y"));
    if (in.optional("testX").isEmpty() && in.optional("testY").isEmpty()) {
      return new DataSpec.Inline(x, y, Matrix.empty(x.columns()), Matrix.empty(y.columns()), shape);
    }
    return new DataSpec.Inline(x, y, test(in, "testX", x), test(in, "testY", y), shape);
  }

  /// `[channels, height, width]`.
  static ImageShape shape(Json value, String path) {
    Matrix sizes = Tables.vector(value, path);
    if (sizes.columns() != 3) {
      throw Problems.imageShapeLength(path, sizes.columns()).refused();
    }
    int[] whole = new int[3];
    for (int i = 0; i < 3; i++) {
      Json.Num size = new Json.Num(sizes.get(0, i), JsonNumbers.text(sizes.get(0, i)));
      whole[i] = (int) Limits.IMAGE_SIDE.read(Paths.index(path, i), size);
    }
    return new ImageShape(whole[0], whole[1], whole[2]);
  }

  private static Matrix test(FieldReader in, String name, Matrix train) {
    Matrix test = Tables.matrix(in.required(name), in.path(name));
    return test.rows() == 0 ? Matrix.empty(train.columns()) : test;
  }
}
