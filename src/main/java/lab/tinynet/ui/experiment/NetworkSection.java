package lab.tinynet.ui.experiment;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEdits;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.material2.Material2AL;

/// The layers, input side first, and a button for one more.
final class NetworkSection extends Section {
  private final LabModel model;
  private final VBox layers = new VBox();
  private List<String> shown = List.of();

  NetworkSection(LabModel model, I18n i18n) {
    super(i18n, "ui.section.network", "ui.effect.restart");
    this.model = model;
    layers.getStyleClass().add("layers");
    Button add =
        Actions.button(
            Material2AL.ADD,
            i18n.bound("ui.layer.add"),
            () -> model.edit(ExperimentEdits::addLayer));
    add.setId("add-layer");
    add.getStyleClass().add("add-layer");
    add.setMaxWidth(Double.MAX_VALUE);
    Tips.explain(add, i18n, "ui.layer.add.tip");
    getChildren().addAll(layers, add);
    model.experimentProperty().subscribe(this::show);
  }

  /// Rows follow the kinds of the layers; what stands in a row follows the experiment by itself.
  private void show(Experiment experiment) {
    List<String> kinds = experiment.network().stream().map(LayerSpec::kind).toList();
    if (kinds.equals(shown)) {
      return;
    }
    shown = kinds;
    layers.getChildren().clear();
    for (int i = 0; i < kinds.size(); i++) {
      boolean output = i == kinds.size() - 1;
      layers
          .getChildren()
          .add(
              ExperimentEdits.dense(experiment, i).isPresent()
                  ? new LayerRow(model, i18n, i, output)
                  : Actions.label(
                      new SimpleStringProperty(kinds.get(i) + " " + (i + 1)), "caption"));
    }
  }
}
