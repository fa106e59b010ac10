package lab.tinynet.chart.stage;

/// A line of text on the stage.
///
/// @param x where it starts, is centred, or ends, by `align`
/// @param baseline its baseline
/// @param size size of the type in pixels
public record Label(
    String text, double x, double baseline, double size, boolean bold, Role role, Align align) {

  /// What the line is, which decides its colour.
  public enum Role {
    INK,
    MUTED,
    ALARM
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
    double left =
        switch (align) {
          case LEFT -> x;
          case CENTER -> x - width / 2;
          case RIGHT -> x - width;
        };
    return new Box(left, baseline - 0.8 * size, width, size);
  }
}
