package lab.tinynet.ui.tutoring;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Preset;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.text.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.TopBar;

/// The tutor beside the charts.
public final class TutorPane extends VBox {
  private final ReadOnlyObjectWrapper<Optional<String>> anchor =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public TutorPane(LabModel model, I18n i18n, List<Preset> presets, TopBar.Wishes wishes) {
    getStyleClass().addAll("panel", "tutor");
    setId("tutor");
    getChildren().add(Actions.label(i18n.bound("ui.tutor.title"), "section-title"));
    getChildren().add(new Waiting(i18n, presets, wishes));
  }

  /// What the tutor speaks of: `stage`, or the name of a chart.
  public ReadOnlyObjectProperty<Optional<String>> anchorProperty() {
    return anchor.getReadOnlyProperty();
  }

  public void beat() {}
}
