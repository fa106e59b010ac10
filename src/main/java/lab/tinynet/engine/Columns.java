package lab.tinynet.engine;

/// Copies row-by-row tables into column-major buffers.
final class Columns {
  private Columns() {}

  /// @param table (rows × columns), row by row
  static void fill(FlatBuffer into, double[] table, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        into.set((long) c * rows + r, table[r * columns + c]);
      }
    }
  }

  /// Copies chosen rows.
  ///
  /// @param order the rows to take, from place `from` on
  static void gather(
      FlatBuffer into, double[] table, int[] order, int from, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      int source = order[from + r] * columns;
      for (int c = 0; c < columns; c++) {
        into.set((long) c * rows + r, table[source + c]);
      }
    }
  }
}
