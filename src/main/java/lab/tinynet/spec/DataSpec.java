package lab.tinynet.spec;

import java.util.Arrays;
import java.util.Optional;

/// Where the examples come from.
public sealed interface DataSpec {

  /// Data drawn from the experiment's seed.
  ///
  /// @param shape which picture
  /// @param examples how many in all, 2 … 100,000
  /// @param noise standard deviation of the jitter, relative to the data's radius, 0 … 10
  /// @param test the fraction held back for testing, 0 … 0.9
  record Generated(Shape shape, int examples, double noise, double test) implements DataSpec {
    public static final int MAX_EXAMPLES = 100_000;
    public static final double MAX_NOISE = 10;
    public static final double MAX_TEST = 0.9;
    public static final int DEFAULT_EXAMPLES = 400;
    public static final double DEFAULT_NOISE = 0.1;
    public static final double DEFAULT_TEST = 0.3;

    /// With as many examples and as much noise as the shape usually has.
    public static Generated usual(Shape shape) {
      return new Generated(shape, shape.usualExamples(), shape.usualNoise(), DEFAULT_TEST);
    }
  }

  /// The generated data sets: points of the plane in two classes, two regressions, and small images
  /// in ten classes.
  enum Shape {
    CIRCLE("circle", 2, 2),
    XOR("xor", 2, 2),
    GAUSS("gauss", 2, 2),
    SPIRAL("spiral", 2, 2),
    MOONS("moons", 2, 2),
    RINGS("rings", 2, 2),
    WAVE("wave", 1, 0),
    PLANE("plane", 2, 0),
    STROKES("strokes", 144, 10);

    /// The side of an image of [#STROKES], in pixels.
    public static final int STROKES_SIDE = 12;

    private static final int USUAL_IMAGES = 2_000;
    private static final double RINGS_NOISE = 0.03;

    private final String json;
    private final int inputs;
    private final int classes;

    Shape(String json, int inputs, int classes) {
      this.json = json;
      this.inputs = inputs;
      this.classes = classes;
    }

    public String json() {
      return json;
    }

    /// Columns of an example's input.
    public int inputs() {
      return inputs;
    }

    /// How many classes there are; 0 for a regression.
    public int classes() {
      return classes;
    }

    /// The rings are narrow.
    public double usualNoise() {
      return this == RINGS ? RINGS_NOISE : Generated.DEFAULT_NOISE;
    }

    public int usualExamples() {
      return image().isPresent() ? USUAL_IMAGES : Generated.DEFAULT_EXAMPLES;
    }

    /// The shape of an example that is an image.
    public Optional<ImageShape> image() {
      return this == STROKES
          ? Optional.of(new ImageShape(1, STROKES_SIDE, STROKES_SIDE))
          : Optional.empty();
    }

    public static Optional<Shape> named(String json) {
      return Arrays.stream(values()).filter(shape -> shape.json.equals(json)).findFirst();
    }
  }

  /// Examples that stand in files beside the specification.
  ///
  /// @param source which files, and how to read them
  /// @param test the fraction held back for testing, 0 … 0.9; of no meaning where the source has
  ///     test files of its own
  /// @param contents what the files hold, once they have been read. Not compared: two experiments
  ///     on the same files are the same experiment.
  record Files(FileSource source, double test, Optional<FileContents> contents)
      implements DataSpec {
    /// Files that have not been read yet.
    public Files(FileSource source, double test) {
      this(source, test, Optional.empty());
    }

    public Files withContents(FileContents read) {
      return new Files(source, test, Optional.of(read));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Files that
          && source.equals(that.source)
          && Double.compare(test, that.test) == 0;
    }

    @Override
    public int hashCode() {
      return 31 * source.hashCode() + Double.hashCode(test);
    }
  }

  /// Examples written in the specification itself; targets are taken as they are.
  ///
  /// @param x training inputs, (examples × inputs)
  /// @param y training targets, (examples × outputs)
  /// @param testX test inputs, may have no rows
  /// @param testY test targets, as many rows as `testX`
  /// @param shape of each row of inputs, where it is an image
  record Inline(Matrix x, Matrix y, Matrix testX, Matrix testY, Optional<ImageShape> shape)
      implements DataSpec {
    /// Examples that are no images.
    public Inline(Matrix x, Matrix y, Matrix testX, Matrix testY) {
      this(x, y, testX, testY, Optional.empty());
    }
  }

  /// Whether the sizes of the data are known: always, but for files that have not been read yet.
  default boolean known() {
    return !(this instanceof Files files) || files.contents().isPresent();
  }

  /// The shape of every example's input, where it is an image.
  default Optional<ImageShape> imageShape() {
    return switch (this) {
      case Generated generated -> generated.shape().image();
      case Inline inline -> inline.shape();
      case Files files -> files.contents().flatMap(FileContents::shape);
    };
  }
}
