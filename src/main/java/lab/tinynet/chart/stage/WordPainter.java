package lab.tinynet.chart.stage;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lab.tinynet.chart.Palette;

/// Writes the labels of the stage onto a canvas.
final class WordPainter {
  private WordPainter() {}

  static void paint(GraphicsContext g, List<Label> labels, Palette palette, FontWidth fonts) {
    g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
    g.setTextBaseline(VPos.BASELINE);
    for (Label label : labels) {
      g.setFont(fonts.font(label.size(), label.bold()));
      g.setTextAlign(
          switch (label.align()) {
            case LEFT -> TextAlignment.LEFT;
            case CENTER -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
          });
      boolean alarm = label.role() == Label.Role.ALARM && label.bold();
      if (alarm || label.role() == Label.Role.VALUE) {
        halo(g, label, palette, fonts);
      }
      g.setFill(color(label.role(), palette));
      if (label.upwards()) {
        g.save();
        g.translate(label.x(), label.baseline());
        g.rotate(-90);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(label.text(), 0, 0);
        g.restore();
      } else {
        g.fillText(label.text(), label.x(), label.baseline());
      }
    }
  }

  /// Clears what is behind a word.
  private static void halo(GraphicsContext g, Label label, Palette palette, FontWidth fonts) {
    Box box = label.box(fonts).grown(0.15 * label.size());
    g.setFill(palette.ground());
    g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 4, 4);
  }

  private static Color color(Label.Role role, Palette palette) {
    return switch (role) {
      case INK, VALUE -> palette.ink();
      case MUTED -> palette.muted();
      case ALARM -> palette.alarm();
      case NEGATIVE -> palette.negative();
      case POSITIVE -> palette.positive();
    };
  }
}
