package lab.tinynet.ui.health;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.tinynet.telemetry.Detectors;
import lab.tinynet.telemetry.Finding;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.LayerWords;
import lab.tinynet.ui.view.Tips;

/// What the detectors see, one sentence each with its number; the rule and its source on hover, and
/// a link that lights up the evidence.
public final class HealthSection extends VBox {
  private static final double PERCENT = 100;

  private final I18n i18n;
  private final VBox sentences = new VBox();
  private final Consumer<Optional<HealthReport.Evidence>> light;
  private HealthReport shown = HealthReport.NOTHING;
  private boolean first = true;
  private Optional<HealthReport.Evidence> lit = Optional.empty();

  /// @param light lights up evidence, or puts it out
  public HealthSection(I18n i18n, Consumer<Optional<HealthReport.Evidence>> light) {
    this.i18n = i18n;
    this.light = light;
    getStyleClass().add("section");
    setId("health");
    Tips.explain(this, i18n, "ui.section.health.tip");
    sentences.getStyleClass().add("health");
    getChildren()
        .addAll(Actions.label(i18n.bound("ui.section.health"), "section-title"), sentences);
  }

  /// Shows a report; does nothing when it says the same as the one before.
  public void show(HealthReport report) {
    if (!first && report.equals(shown)) {
      return;
    }
    first = false;
    shown = report;
    sentences.getChildren().clear();
    for (Finding finding : report.findings()) {
      sentences.getChildren().add(row(finding));
    }
    if (report.findings().isEmpty()) {
      sentences
          .getChildren()
          .addAll(
              Actions.wrapped(i18n.bound("ui.health.well"), "health-alive"),
              Actions.wrapped(i18n.bound("ui.health.watched"), "caption"));
    }
  }

  private VBox row(Finding finding) {
    String rule = finding.rule().name();
    boolean grave =
        finding.rule().equals(Detectors.DEAD_LAYER)
            || finding.rule().equals(Detectors.DYING_LAYER)
            || finding.rule().equals(Detectors.DIVERGED)
            || finding.rule().equals(Detectors.EXPLODING);
    Label sentence =
        Actions.wrapped(
            i18n.bound(
                "ui.health." + rule,
                "layer",
                layer(finding),
                "value",
                value(finding),
                "count",
                count(finding),
                "units",
                units(finding),
                "since",
                String.format(Locale.ROOT, "%,d", finding.since())),
            grave ? "health-dead" : "health-note");
    ObservableValue<String> source = i18n.bound("ui.health.rule." + rule);
    Tips.explain(sentence, source);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Hyperlink show = new Hyperlink();
    show.setId("evidence-" + rule);
    show.textProperty().bind(i18n.bound("ui.health.show"));
    show.setMinWidth(USE_PREF_SIZE);
    show.setOnAction(
        _ -> {
          show.setVisited(false);
          toggle(HealthReport.Evidence.of(finding));
        });
    Label rules = Actions.wrapped(source, "caption");
    HBox below = new HBox(rules, show);
    HBox.setHgrow(rules, Priority.ALWAYS);
    below.getStyleClass().add("health-source");
    return new VBox(sentence, below);
  }

  private void toggle(HealthReport.Evidence evidence) {
    lit = lit.equals(Optional.of(evidence)) ? Optional.empty() : Optional.of(evidence);
    light.accept(lit);
  }

  private ObservableValue<String> layer(Finding finding) {
    return i18n.languageProperty()
        .map(
            _ ->
                finding.layer().isPresent()
                    ? LayerWords.of(i18n, shown.layers().get(finding.layer().getAsInt()).name())
                    : "");
  }

  private int units(Finding finding) {
    return finding.layer().isPresent() ? shown.layers().get(finding.layer().getAsInt()).units() : 0;
  }

  /// How many units a share, or a count, of the rule is.
  private long count(Finding finding) {
    return finding.rule().equals(Detectors.DEAD_UNITS)
        ? Math.round(finding.value())
        : Math.round(finding.value() * units(finding));
  }

  private static String value(Finding finding) {
    double value = finding.value();
    return switch (finding.rule().denominator()) {
      case UNITS -> String.format(Locale.ROOT, "%.0f %%", PERCENT * value);
      case BEST ->
          finding.rule().equals(Detectors.PLATEAU)
              ? String.format(Locale.ROOT, "%.2f %%", PERCENT * Math.max(0, 1 - value))
              : String.format(Locale.ROOT, "%.1f %%", PERCENT * value);
      case FIRST_LAYER, LAST_LAYER -> String.format(Locale.ROOT, "%,.3g", value);
      case ONE -> String.format(Locale.ROOT, "%.0f", value);
    };
  }
}
