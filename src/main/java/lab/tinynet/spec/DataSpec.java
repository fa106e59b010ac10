package lab.tinynet.spec;

import java.util.Arrays;
import java.util.Optional;

/// Where the examples come from.
public sealed interface DataSpec {

  /// Two-dimensional two-class data, drawn from the experiment's seed.
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
  }

  /// The generated data sets.
  enum Shape {
    CIRCLE("circle"),
    XOR("xor"),
    GAUSS("gauss"),
    SPIRAL("spiral"),
    MOONS("moons");

    private final String json;

    Shape(String json) {
      this.json = json;
    }

    public String json() {
      return json;
    }

    public static Optional<Shape> named(String json) {
      return Arrays.stream(values()).filter(shape -> shape.json.equals(json)).findFirst();
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

  /// The shape of every example's input, where it is an image.
  default Optional<ImageShape> imageShape() {
    return switch (this) {
      case Generated _ -> Optional.empty();
      case Inline inline -> inline.shape();
    };
  }
}
