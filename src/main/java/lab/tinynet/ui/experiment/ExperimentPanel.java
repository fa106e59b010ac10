package lab.tinynet.ui.experiment;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.Figures;
import lab.tinynet.ui.model.LabModel;

/// The experiment: data, network, training, health.
public final class ExperimentPanel extends VBox {
  private final DataSection data;
  private final HealthSection health;

  public ExperimentPanel(LabModel model, I18n i18n, DataSection.Wishes wishes) {
    getStyleClass().addAll("panel", "experiment-panel");
    setId("experiment-panel");
    health = new HealthSection(i18n);
    data = new DataSection(model, i18n, wishes);
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

  /// Tells the health section the newest figures.
  ///
  /// @param diverged whether the run has stopped because a number was not finite
  public void show(Figures figures, boolean diverged) {
    health.show(figures, diverged);
    data.beat();
  }
}
