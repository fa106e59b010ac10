package lab.tinynet.ui.health;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.tinynet.telemetry.Finding;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Tips;

/// One finding: its sentence, below it the rule with its source, and the link to its evidence. It
/// stays the same node while its numbers change, so that a link can be clicked while it trains.
final class HealthRow extends VBox {
  private final I18n i18n;
  private final Label sentence = new Label();
  private final ReadOnlyStringWrapper rule = new ReadOnlyStringWrapper("");
  private final Hyperlink link = new Hyperlink();

  /// @param toggle lights the evidence up, or puts it out
  HealthRow(I18n i18n, Finding finding, Runnable toggle) {
    this.i18n = i18n;
    wrapped(sentence);
    sentence.getStyleClass().add(FindingWords.grave(finding) ? "health-dead" : "health-note");
    Tips.explain(sentence, rule);
    Label rules = new Label();
    rules.textProperty().bind(rule);
    rules.getStyleClass().add("caption");
    wrapped(rules);
    HBox.setHgrow(rules, Priority.ALWAYS);
    link.setId("evidence-" + finding.rule().name());
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(
        _ -> {
          link.setVisited(false);
          toggle.run();
        });
    HBox below = new HBox(rules, link);
    below.getStyleClass().add("health-source");
    getChildren().addAll(sentence, below);
  }

  private static void wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
  }

  /// @param lit whether its evidence is lit up
  void write(Finding finding, List<LayerInfo> layers, boolean lit) {
    sentence.setText(FindingWords.sentence(i18n, finding, layers));
    rule.set(FindingWords.rule(i18n, finding));
    link.setText(i18n.text(lit ? "ui.health.hide" : "ui.health.show"));
    link.setAccessibleText(link.getText() + ": " + sentence.getText());
  }
}
