package lab.tinynet.ui.health;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.tinynet.telemetry.Finding;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;

/// What the detectors see, one sentence each with its number; the rule and its source below, and a
/// link that lights up the evidence. While nothing is found, it says what is watched.
public final class HealthSection extends VBox {
  private final I18n i18n;
  private final Consumer<Optional<HealthReport.Evidence>> light;
  private final VBox sentences = new VBox();
  private final Label well;
  private final Label watched;
  private final Map<Matter, HealthRow> rows = new HashMap<>();
  private HealthReport shown = HealthReport.NOTHING;
  private Optional<HealthReport.Evidence> lit = Optional.empty();

  /// What a finding is about, whatever its numbers.
  private record Matter(String rule, OptionalInt layer) {
    static Matter of(Finding finding) {
      return new Matter(finding.rule().name(), finding.layer());
    }
  }

  /// @param light lights up evidence, or puts it out
  public HealthSection(I18n i18n, Consumer<Optional<HealthReport.Evidence>> light) {
    this.i18n = i18n;
    this.light = light;
    getStyleClass().add("section");
    setId("health");
    Tips.explain(this, i18n, "ui.section.health.tip");
    well = Actions.wrapped(i18n.bound("ui.health.well"), "health-alive");
    watched = Actions.wrapped(i18n.bound("ui.health.watched"), "caption");
    sentences.getStyleClass().add("health");
    getChildren()
        .addAll(Actions.label(i18n.bound("ui.section.health"), "section-title"), sentences);
    i18n.languageProperty().subscribe(_ -> write());
  }

  /// Shows a report; does nothing when it says the same as the one before.
  public void show(HealthReport report) {
    if (!report.equals(shown)) {
      shown = report;
      boolean gone =
          lit.isPresent()
              && report.findings().stream()
                  .map(HealthReport.Evidence::of)
                  .noneMatch(lit.get()::equals);
      if (gone) {
        toggle(lit.get());
      }
      write();
    }
  }

  /// Another run is shown: nothing of the one before is lit up.
  public void forget() {
    lit = Optional.empty();
    write();
  }

  private void write() {
    List<Finding> findings = shown.findings();
    rows.keySet().retainAll(findings.stream().map(Matter::of).toList());
    List<HealthRow> found = findings.stream().map(this::row).toList();
    List<Node> all =
        Stream.<Node>concat(
                found.stream(), found.isEmpty() ? Stream.of(well, watched) : Stream.empty())
            .toList();
    if (!sentences.getChildren().equals(all)) {
      sentences.getChildren().setAll(all);
    }
  }

  private HealthRow row(Finding finding) {
    HealthReport.Evidence evidence = HealthReport.Evidence.of(finding);
    HealthRow row =
        rows.computeIfAbsent(
            Matter.of(finding), _ -> new HealthRow(i18n, finding, () -> toggle(evidence)));
    row.write(finding, shown.layers(), lit.equals(Optional.of(evidence)));
    return row;
  }

  private void toggle(HealthReport.Evidence evidence) {
    lit = lit.equals(Optional.of(evidence)) ? Optional.empty() : Optional.of(evidence);
    light.accept(lit);
    write();
  }
}
