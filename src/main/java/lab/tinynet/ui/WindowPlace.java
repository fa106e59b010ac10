package lab.tinynet.ui;

import javafx.geometry.Rectangle2D;
import lab.tinynet.ui.settings.Settings.Bounds;

/// Where the window stands: as it was left, or in the middle, and always whole on the screen, which
/// may be a smaller one than last time.
final class WindowPlace {
  private WindowPlace() {}

  /// The place of a window that was never closed before: it leaves a rim on a large screen and
  /// fills a small one.
  ///
  /// @param screen what of it windows may cover, in pixels
  static Bounds first(double width, double height, Rectangle2D screen) {
    if (width > screen.getWidth() || height > screen.getHeight()) {
      return filling(screen);
    }
    return new Bounds(
        screen.getMinX() + (screen.getWidth() - width) / 2,
        screen.getMinY() + (screen.getHeight() - height) / 2,
        width,
        height,
        false);
  }

  /// The nearest place at which the window is whole on the screen; one that was larger fills it.
  static Bounds fitted(Bounds wanted, Rectangle2D screen) {
    if (wanted.width() > screen.getWidth() || wanted.height() > screen.getHeight()) {
      return filling(screen);
    }
    return new Bounds(
        Math.clamp(wanted.x(), screen.getMinX(), screen.getMaxX() - wanted.width()),
        Math.clamp(wanted.y(), screen.getMinY(), screen.getMaxY() - wanted.height()),
        wanted.width(),
        wanted.height(),
        wanted.maximized());
  }

  private static Bounds filling(Rectangle2D screen) {
    return new Bounds(
        screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight(), true);
  }
}
