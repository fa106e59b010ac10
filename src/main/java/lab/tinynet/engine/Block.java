package lab.tinynet.engine;

/// What stands between two layers in one pass: activations, (rows × columns), column-major,
/// followed by a column of ones that multiplies the next layer's bias row; in training also the
/// gradient of the loss with respect to them.
final class Block implements AutoCloseable {
  private final int capacity;
  private final int columns;
  private final FlatBuffer values;
  private final FlatBuffer gradient;
  private int rows;
  private boolean watched;
  private double signal = Double.NaN;

  /// @param capacity the most rows it can hold
  /// @param withGradient whether a backward pass comes through here
  Block(int capacity, int columns, boolean withGradient) {
    this.capacity = capacity;
    this.columns = columns;
    this.values = new FlatBuffer((long) capacity * (columns + 1));
    this.gradient = new FlatBuffer(withGradient ? (long) capacity * columns : 0);
  }

  int columns() {
    return columns;
  }

  FlatBuffer values() {
    return values;
  }

  /// Same shape as the values without the ones; empty without a backward pass.
  FlatBuffer gradient() {
    return gradient;
  }

  /// Whether the next backward passes note the size of the gradient.
  void watch(boolean on) {
    watched = on;
    signal = Double.NaN;
  }

  /// Called when the gradient is complete and the layer that put out the values has not used it
  /// yet.
  void noteSignal() {
    if (watched) {
      signal = Norms.l2(gradient.memory(), 0, rows * columns);
    }
  }

  /// L2 norm of the gradient in the last backward pass that was watched; NaN before one.
  double signal() {
    return signal;
  }

  boolean hasGradient() {
    return gradient.length() > 0;
  }

  /// Sets the number of rows, and with it where a column begins. The values are lost when it
  /// changes.
  void prepare(int newRows) {
    if (newRows == rows) {
      return;
    }
    if (newRows > capacity) {
      throw new IllegalArgumentException(newRows + " rows in a block of " + capacity);
    }
    rows = newRows;
    values.fill((long) rows * columns, rows, 1);
  }

  @Override
  public void close() {
    values.close();
    gradient.close();
  }
}
