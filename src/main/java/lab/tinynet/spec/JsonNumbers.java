package lab.tinynet.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// How numbers stand in every file of the lab: the shortest text that reads back as the same
/// double, whole numbers without a fraction, and what is not finite as the strings `"NaN"`,
/// `"Infinity"` and `"-Infinity"`.
public final class JsonNumbers {
  private static final double WHOLE_LIMIT = 1e15;

  private JsonNumbers() {}

  /// Writes one number.
  ///
  /// @throws IOException if the generator's target fails
  public static void write(JsonGenerator out, double value) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(text(value));
    } else {
      out.writeString(text(value));
    }
  }

  /// Writes an array of numbers.
  ///
  /// @throws IOException if the generator's target fails
  public static void write(JsonGenerator out, double[] values) throws IOException {
    out.writeStartArray();
    for (double value : values) {
      write(out, value);
    }
    out.writeEndArray();
  }

  /// Writes a matrix as an array of its rows.
  ///
  /// @throws IOException if the generator's target fails
  public static void write(JsonGenerator out, Matrix matrix) throws IOException {
    out.writeStartArray();
    for (int row = 0; row < matrix.rows(); row++) {
      out.writeStartArray();
      for (int column = 0; column < matrix.columns(); column++) {
        write(out, matrix.get(row, column));
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  /// The text of a number, without the quotes of what is not finite.
  public static String text(double value) {
    boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
    if (value == Math.rint(value) && Math.abs(value) < WHOLE_LIMIT && !negativeZero) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }
}
