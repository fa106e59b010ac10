package lab.tinynet.chart.stage;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Measures text in a font family, and remembers. JavaFX thread only.
final class FontWidth implements TextWidth {
  private static final int MOST = 2_000;

  private final String family;
  private final Text probe = new Text();
  private final Map<Key, Double> known = new HashMap<>();

  private record Key(String text, double size, boolean bold) {}

  FontWidth(String family) {
    this.family = family;
  }

  @Override
  public double of(String text, double size, boolean bold) {
    if (known.size() > MOST) {
      known.clear();
    }
    return known.computeIfAbsent(new Key(text, size, bold), this::measure);
  }

  Font font(double size, boolean bold) {
    return Font.font(family, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
  }

  private double measure(Key key) {
    probe.setFont(font(key.size, key.bold));
    probe.setText(key.text);
    return probe.getLayoutBounds().getWidth();
  }
}
