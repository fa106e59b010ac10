package lab.tinynet.ui.experiment;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.ui.health.HealthSection;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;

/// The experiment: data, network, training, health.
public final class ExperimentPanel extends VBox {
  private final DataSection data;

  public ExperimentPanel(
      LabModel model,
      I18n i18n,
      DataSection.Wishes wishes,
      HealthSection health,
      ThemeTokens tokens) {
    getStyleClass().addAll("panel", "experiment-panel");
    setId("experiment-panel");
    data = new DataSection(model, i18n, wishes, tokens);
    VBox sections =
        new VBox(data, new NetworkSection(model, i18n), new TrainingSection(model, i18n));
    sections.getStyleClass().add("sections");
    ScrollPane scroll = new ScrollPane(sections);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, health);
  }

  /// Puts the focus on its first field.
  public void focusFirst() {
    Optional.ofNullable(lookup("#data-kind")).ifPresent(Node::requestFocus);
  }

  /// Paints the data anew where they are others.
  public void beat() {
    data.beat();
  }
}
