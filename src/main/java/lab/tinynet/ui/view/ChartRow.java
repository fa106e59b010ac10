package lab.tinynet.ui.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.ui.text.I18n;

/// The four charts on their shared step axis.
final class ChartRow {
  private final Map<String, Card> cards = new LinkedHashMap<>();

  ChartRow(I18n i18n, ThemeTokens tokens) {
    for (String name : List.of("activations", "gradients", "dead", "loss")) {
      cards.put(name, new Card(new Region()));
    }
  }

  List<Card> cards() {
    return List.copyOf(cards.values());
  }

  Optional<Card> card(String name) {
    return Optional.ofNullable(cards.get(name.replaceFirst("^chart:", "")));
  }

  void follow(RunLog log) {}

  void beat(long step) {}

  void paint(long step) {}

  /// Rings the chart of that name, and no other.
  void ring(Optional<String> anchor) {
    cards.forEach((name, card) -> card.ring(anchor.equals(Optional.of(name))));
  }
}
