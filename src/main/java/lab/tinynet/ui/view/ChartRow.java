package lab.tinynet.ui.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import lab.tinynet.chart.ChartBoard;
import lab.tinynet.chart.ChartServices;
import lab.tinynet.chart.ChartView;
import lab.tinynet.chart.StepMarker;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.ui.i18n.I18n;

/// The four charts on their shared step axis.
final class ChartRow {
  private final ChartBoard board;
  private final ThemeTokens tokens;
  private final Map<String, ChartView> views = new LinkedHashMap<>();

  private OptionalLong here = OptionalLong.empty();

  /// The charts that share a card with another, by the names under which they are drawn alone.
  private static final Map<String, String> FACES =
      Map.of(
          "activations", "chart.activations",
          "gradient-norms", "chart.gradients",
          "gradient-signal", "chart.signal",
          "update-ratio", "chart.ratio",
          "dead-units", "chart.dead",
          "saturated-units", "chart.saturated",
          "loss", "chart.loss",
          "learning-rate", "chart.rate");

  ChartRow(I18n i18n, ThemeTokens tokens, ChartServices services) {
    this.tokens = tokens;
    board = new ChartBoard(i18n, services);
    views.put("activations", board.activations());
    views.put("gradient-norms", board.gradientNorms());
    views.put("dead-units", board.deadUnits());
    views.put("loss", board.loss());
    views.forEach((name, view) -> view.setId("chart-" + name));
    i18n.languageProperty().subscribe(language -> board.languageChanged());
  }

  List<ChartView> views() {
    return List.copyOf(views.values());
  }

  /// The charts, by name, with the keys of their texts.
  Map<String, String> names() {
    return new TreeMap<>(FACES);
  }

  /// The card of a chart, with that chart in it.
  ///
  /// @param name such as `gradient-norms`, see [#FACES]
  Optional<ChartView> view(String name) {
    return Optional.ofNullable(FACES.get(name)).flatMap(board::shown);
  }

  /// Paints what has changed.
  void beat(RunLog log) {
    beat(log, 0, 1);
  }

  /// Paints what has changed in a part of the charts.
  void beat(RunLog log, int part, int parts) {
    board.pulse(log, tokens.palette(), part, parts);
  }

  /// Draws a line where the run stands; none while it stands at the end.
  void here(OptionalLong step) {
    if (!step.equals(here)) {
      here = step;
      board.setMarkers(
          step.stream().mapToObj(at -> new StepMarker(at, StepMarker.Kind.HERE)).toList());
    }
  }

  /// Rings the card that the chart of that name has a place in, and no other.
  void ring(Optional<String> anchor) {
    Optional<ChartView> card = anchor.map(FACES::get).flatMap(board::card);
    views.values().forEach(view -> view.setRinged(card.equals(Optional.of(view))));
  }
}
