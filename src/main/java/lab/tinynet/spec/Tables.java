package lab.tinynet.spec;

import java.util.Arrays;

/// Reads matrices and vectors out of JSON arrays.
final class Tables {
  private Tables() {}

  /// An array of rows of equal length, at least 1; an empty array is a matrix of no rows and no
  /// columns.
  static Matrix matrix(Json value, String path) {
    return switch (value) {
      case Json.Table table -> matrix(table, path);
      case Json.Numbers numbers -> {
        if (numbers.values().length == 0) {
          yield Matrix.empty(0);
        }
        throw Problems.expectedArray(Paths.index(path, 0), numbers.get(0)).refused();
      }
      case Json.Items items -> throw firstWrongRow(items, path).refused();
      case Json.Fields _, Json.Num _, Json.Text _, Json.Bool _, Json.Null _ ->
          throw Problems.expectedArray(path, value).refused();
    };
  }

  /// An array of numbers, as a matrix of one row.
  static Matrix vector(Json value, String path) {
    return switch (value) {
      case Json.Numbers numbers -> Matrix.owning(1, numbers.values().length, numbers.values());
      case Json.Items items -> throw firstWrongNumber(items, path).refused();
      case Json.Table table ->
          throw Problems.expectedNumber(Paths.index(path, 0), table.row(0)).refused();
      case Json.Fields _, Json.Num _, Json.Text _, Json.Bool _, Json.Null _ ->
          throw Problems.expectedArray(path, value).refused();
    };
  }

  private static Matrix matrix(Json.Table table, String path) {
    int columns = table.length(0);
    for (int row = 0; row < table.rows(); row++) {
      if (table.length(row) == 0) {
        throw Problems.emptyRow(Paths.index(path, row)).refused();
      }
      if (table.length(row) != columns) {
        throw Problems.raggedRow(Paths.index(path, row), columns, table.length(row)).refused();
      }
    }
    int count = table.rows() * columns;
    double[] values = table.values();
    return Matrix.owning(
        table.rows(), columns, values.length == count ? values : Arrays.copyOf(values, count));
  }

  private static Problem firstWrongRow(Json.Items rows, String path) {
    for (int row = 0; row < rows.items().size(); row++) {
      String rowPath = Paths.index(path, row);
      switch (rows.items().get(row)) {
        case Json.Numbers _ -> {
          // A good row; the fault is in another.
        }
        case Json.Items items -> {
          return firstWrongNumber(items, rowPath);
        }
        case Json.Table table -> {
          return Problems.expectedNumber(Paths.index(rowPath, 0), table.row(0));
        }
        case Json.Fields _, Json.Num _, Json.Text _, Json.Bool _, Json.Null _ -> {
          return Problems.expectedArray(rowPath, rows.items().get(row));
        }
      }
    }
    throw new IllegalStateException("rows of numbers only are a table");
  }

  private static Problem firstWrongNumber(Json.Items items, String path) {
    for (int i = 0; i < items.items().size(); i++) {
      if (!(items.items().get(i) instanceof Json.Num)) {
        try {
          FieldReader.num(items.items().get(i), Paths.index(path, i));
        } catch (InvalidInput e) {
          return e.problem();
        }
      }
    }
    throw new IllegalStateException("numbers only are no items");
  }
}
