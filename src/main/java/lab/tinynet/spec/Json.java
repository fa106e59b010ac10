package lab.tinynet.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A parsed JSON text. Arrays of numbers, and arrays of such arrays, are held flat, so that data
/// written into a specification cost little more than their numbers.
sealed interface Json {

  /// @param fields in the order of the text
  record Fields(Map<String, Json> fields) implements Json {}

  /// An array of anything but only numbers or only arrays of numbers.
  record Items(List<Json> items) implements Json {}

  /// An array of nothing but numbers; an empty array too.
  record Numbers(double[] values) implements Json {
    Num get(int index) {
      return new Num(values[index], JsonNumbers.text(values[index]));
    }
  }

  /// An array of nothing but arrays of numbers, one after the other.
  ///
  /// @param values the numbers of all rows; there may be unused room at the end
  /// @param rowEnds where in `values` each row ends; there may be unused room at the end
  /// @param rows how many rows there are, ≥ 1
  record Table(double[] values, int[] rowEnds, int rows) implements Json {
    int length(int row) {
      return rowEnds[row] - start(row);
    }

    Numbers row(int row) {
      return new Numbers(Arrays.copyOfRange(values, start(row), rowEnds[row]));
    }

    private int start(int row) {
      return row == 0 ? 0 : rowEnds[row - 1];
    }
  }

  /// @param value the nearest double; infinite beyond its range
  /// @param text as it was written
  record Num(double value, String text) implements Json {}

  record Text(String value) implements Json {}

  record Bool(boolean value) implements Json {}

  record Null() implements Json {}

  /// What to show of a value that is not what it should be.
  default String excerpt() {
    return switch (this) {
      case Fields _ -> "{…}";
      case Numbers numbers -> numbers.values().length == 0 ? "[]" : "[…]";
      case Items _, Table _ -> "[…]";
      case Num num -> shortened(num.text());
      case Text text -> '"' + shortened(text.value()) + '"';
      case Bool bool -> String.valueOf(bool.value());
      case Null() -> "null";
    };
  }

  private static String shortened(String text) {
    int limit = 40;
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    if (line.codePointCount(0, line.length()) <= limit) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, limit - 1)) + "…";
  }
}
