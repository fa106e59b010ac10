package lab.tinynet.ui.experiment;

import java.util.List;
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

  /// Rows follow the number of layers; what stands in a row follows the experiment by itself.
  private void show(Experiment experiment) {
    List<LayerSpec> network = experiment.network();
    boolean sameShape = layers.getChildren().size() == network.size();
    if (sameShape) {
      return;
    }
    layers.getChildren().clear();
    for (int i = 0; i < network.size(); i++) {
      layers.getChildren().add(new LayerRow(model, i18n, i, i == network.size() - 1));
    }
  }
}
