package lab.tinynet.spec;

import java.util.Arrays;

/// An immutable table of numbers, stored row by row.
public final class Matrix {
  private final int rows;
  private final int columns;
  private final double[] values;

  private Matrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /// @param values row by row, `rows × columns` of them; copied
  public static Matrix of(int rows, int columns, double[] values) {
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(
          values.length + " values for " + rows + " × " + columns + " cells");
    }
    return new Matrix(rows, columns, values.clone());
  }

  /// @param values row by row; not copied: the caller gives them away
  public static Matrix owning(int rows, int columns, double[] values) {
    return new Matrix(rows, columns, values);
  }

  public static Matrix empty(int columns) {
    return new Matrix(0, columns, new double[0]);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public double get(int row, int column) {
    return values[row * columns + column];
  }

  /// A copy of all values, row by row.
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Matrix " + rows + " × " + columns;
  }
}
