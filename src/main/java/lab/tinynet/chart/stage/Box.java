package lab.tinynet.chart.stage;

/// A rectangle of the stage, in logical pixels; y grows downwards.
public record Box(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /// Whether the whole of this box lies in the other.
  public boolean within(Box other) {
    return x >= other.x && y >= other.y && right() <= other.right() && bottom() <= other.bottom();
  }

  /// Whether the two boxes share more than a border.
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /// The box made larger by `by` on every side.
  public Box grown(double by) {
    return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
  }
}
