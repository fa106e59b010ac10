package lab.tinynet.chart.stage;

/// A line of text on the stage.
///
/// @param x where it starts, is centred, or ends, by `align`
/// @param baseline its baseline
/// @param size size of the type in pixels
/// @param upwards whether it is written from the foot upwards; then `x` is its baseline and
///     `baseline` the middle of its length
public record Label(
    String text,
    double x,
    double baseline,
    double size,
    boolean bold,
    Role role,
    Align align,
    boolean upwards) {

  /// A line that is written from left to right.
  public Label(
      String text, double x, double baseline, double size, boolean bold, Role role, Align align) {
    this(text, x, baseline, size, bold, role, align, false);
  }

  /// What the line is, which decides its colour.
  public enum Role {
    INK,
    MUTED,
    ALARM,
    /// In the colour of the lower of two classes.
    NEGATIVE,
    /// In the colour of the upper of two classes.
    POSITIVE,
    /// A number on a tile: in ink, on a spot of the ground's colour.
    VALUE
  }

  /// Which part of the line stands at `x`.
  public enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /// The rectangle that the line takes, roughly: ascent .8, descent .2 of the size.
  Box box(TextWidth widths) {
    double width = widths.of(text, size, bold);
    if (upwards) {
      return new Box(x - 0.8 * size, baseline - width / 2, size, width);
    }
    double left =
        switch (align) {
          case LEFT -> x;
          case CENTER -> x - width / 2;
          case RIGHT -> x - width;
        };
    return new Box(left, baseline - 0.8 * size, width, size);
  }
}
