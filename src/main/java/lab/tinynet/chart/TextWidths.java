package lab.tinynet.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text is, from the widths of its characters: measuring each text anew would cost more
/// than drawing the chart. JavaFX application thread.
final class TextWidths {
  private static final Map<Font, TextWidths> OF = new HashMap<>();
  private static final int MOST_FONTS = 64;

  private final Text measure = new Text();
  private final Map<Character, Double> widths = new HashMap<>();

  private TextWidths(Font font) {
    measure.setFont(font);
  }

  static TextWidths of(Font font) {
    if (OF.size() > MOST_FONTS) {
      OF.clear();
    }
    return OF.computeIfAbsent(font, TextWidths::new);
  }

  double of(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += widths.computeIfAbsent(text.charAt(i), this::measured);
    }
    return width;
  }

  private double measured(char character) {
    // Between two others, as a blank alone would measure nothing.
    measure.setText("x" + character + "x");
    double all = measure.getLayoutBounds().getWidth();
    measure.setText("xx");
    return all - measure.getLayoutBounds().getWidth();
  }
}
