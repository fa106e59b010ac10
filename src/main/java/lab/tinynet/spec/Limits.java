package lab.tinynet.spec;

import java.math.BigDecimal;
import java.util.Optional;

/// The ranges of all numbers of an experiment, in one place for the reader, the window's checks and
/// the documentation.
public final class Limits {
  public static final int NAME_LENGTH = 200;
  public static final int LAYERS = 64;

  /// Weights, biases and slopes of a whole network.
  public static final long PARAMETERS = 4_000_000;

  /// Outputs of one layer for one example.
  public static final long LAYER_OUTPUTS = 4_000_000;

  /// Numbers that the passes of a network keep at the same time, of 8 bytes each: what training
  /// needs for a batch and what measuring needs for the probe and the test set.
  public static final long NUMBERS = 100_000_000;

  /// Multiplications of all convolutions for the examples of a batch or of the probe set: some
  /// seconds.
  public static final long MULTIPLICATIONS = 30_000_000_000L;

  /// The probe set and what is measured of the test set have so many examples at most.
  public static final int PROBE_EXAMPLES = 512;

  static final long MILLION = 1_000_000;

  /// Inputs of all examples together.
  public static final long DATA_NUMBERS = 10_000_000;

  public static final int FILE_NAME_LENGTH = 1_000;

  /// Of a CSV file.
  public static final long CSV_BYTES = 64L << 20;

  public static final int CSV_ROWS = DataSpec.Generated.MAX_EXAMPLES;
  public static final int CSV_COLUMNS = 1_000;
  public static final int CSV_CELL = 1_000;

  /// Different labels of data from files.
  public static final int CLASSES = 256;

  /// Of an image file, and of all that are read of a folder.
  public static final long IMAGE_BYTES = 16L << 20;

  public static final long IMAGES_BYTES = 512L << 20;

  /// Pixels of an image file, and of all that are read of a folder.
  public static final long IMAGE_PIXELS = 16_000_000;

  public static final long IMAGES_PIXELS = 1_000_000_000;

  /// Entries of a folder of images.
  public static final int FOLDER_ENTRIES = 100_000;

  /// Of an IDX file, as it stands and inflated.
  public static final long IDX_BYTES = 256L << 20;

  public static final Whole SEED = new Whole(-(1L << 53), 1L << 53, "whole-range");
  public static final Whole EXAMPLES = new Whole(2, DataSpec.Generated.MAX_EXAMPLES, "whole-range");
  public static final Whole IMAGE_SIDE = new Whole(1, 4096, "whole-range");
  public static final Whole FILTERS = new Whole(1, 4096, "whole-range");
  public static final Whole WINDOW = new Whole(1, 64, "whole-range");
  public static final Whole CSV_COLUMN = new Whole(1, CSV_COLUMNS, "whole-range");
  public static final Whole UNITS = new Whole(1, LayerSpec.Dense.MAX_UNITS, "units-range");
  public static final Whole BATCH = new Whole(1, 1_000_000, "whole-range");

  public static final Whole SCHEDULE_STEPS = new Whole(1, 1L << 53, "whole-range");

  public static final Real NOISE = Real.closed(0, DataSpec.Generated.MAX_NOISE);
  public static final Real TEST = Real.closed(0, DataSpec.Generated.MAX_TEST);
  public static final Real RATE = Real.atLeast(0);
  public static final Real MOMENTUM = Real.below(0, 1);
  public static final Real BETA = Real.below(0, 1);
  public static final Real ACCUMULATOR = Real.atLeast(0);
  public static final Real WEIGHT_DECAY = Real.closed(0, 10);
  public static final Real SCHEDULE_FACTOR = Real.aboveUpTo(0, 1);
  public static final Real SCHEDULE_END = Real.closed(0, 1);
  public static final Real EPSILON = Real.above(0);
  public static final Real DROPOUT = Real.below(0, 1);
  public static final Real SLOPE = Real.closed(0, 10);
  public static final Real ALPHA = Real.closed(0, 10);
  public static final Real DELTA = Real.above(0);
  public static final Real STD = Real.atLeast(0);
  public static final Real UNIFORM_LIMIT = Real.above(0);
  public static final Real ANY = Real.atLeast(Double.NEGATIVE_INFINITY);
  public static final Real CLIP_LIMIT = Real.above(0);
  public static final Real PENALTY = Real.atLeast(0);

  private Limits() {}

  /// Whole numbers from `min` to `max`, both included.
  ///
  /// @param code of the problem that a number outside is
  public record Whole(long min, long max, String code) {
    public Optional<Problem> check(String path, long value) {
      return value >= min && value <= max
          ? Optional.empty()
          : Optional.of(problem(path, String.valueOf(value)));
    }

    /// The whole number that a JSON number stands for; `8.0` and `8e0` are 8.
    long read(String path, Json.Num num) {
      try {
        long value = new BigDecimal(num.text()).longValueExact();
        if (value >= min && value <= max) {
          return value;
        }
      } catch (ArithmeticException | NumberFormatException e) {
        // Not whole, or beyond a long or even an exponent: refused like anything out of range.
      }
      throw problem(path, num.excerpt()).refused();
    }

    private Problem problem(String path, String value) {
      return Problems.wholeRange(path, code, min, max, value);
    }
  }

  /// Finite numbers between two bounds.
  ///
  /// @param code of the problem that a number outside is; it tells which bounds belong to the range
  public record Real(double min, double max, String code) {
    static Real closed(double min, double max) {
      return new Real(min, max, "range-closed");
    }

    static Real below(double min, double max) {
      return new Real(min, max, "range-below");
    }

    static Real aboveUpTo(double min, double max) {
      return new Real(min, max, "range-above-up-to");
    }

    static Real atLeast(double min) {
      return new Real(min, Double.POSITIVE_INFINITY, "range-at-least");
    }

    static Real above(double min) {
      return new Real(min, Double.POSITIVE_INFINITY, "range-above");
    }

    public boolean contains(double value) {
      boolean aboveMin = code.startsWith("range-above") ? value > min : value >= min;
      boolean belowMax = code.equals("range-below") ? value < max : value <= max;
      return Double.isFinite(value) && aboveMin && belowMax;
    }

    public Optional<Problem> check(String path, double value) {
      if (!Double.isFinite(value)) {
        return Optional.of(Problems.notFinite(path, JsonNumbers.text(value)));
      }
      return contains(value)
          ? Optional.empty()
          : Optional.of(Problems.range(path, code, min, max, value));
    }
  }
}
