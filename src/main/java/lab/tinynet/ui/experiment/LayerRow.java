package lab.tinynet.ui.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEdits;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.material2.Material2AL;

/// One fully connected layer: its name in the hue it has on stage and charts, units, activation,
/// initialisation.
final class LayerRow extends VBox {
  private final int layer;

  LayerRow(LabModel model, I18n i18n, int layer, boolean output) {
    this.layer = layer;
    getStyleClass().addAll("layer-row", "layer-" + (layer % 6));
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    Label name =
        Actions.label(
            i18n.bound(output ? "ui.layer.output" : "ui.layer.dense", "number", layer + 1),
            "layer-name");
    name.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    NumberField units =
        new NumberField(
            model,
            i18n,
            "units-" + (layer + 1),
            true,
            experiment -> dense(experiment).map(LayerSpec.Dense::units).orElse(1),
            (experiment, value) -> ExperimentEdits.units(experiment, layer, value.intValue()));
    units.getStyleClass().add("units");
    Label unitsWord = Actions.label(i18n.bound("ui.layer.units"), "caption");
    Tips.explain(unitsWord, i18n, "ui.layer.units.tip");
    HBox head = new HBox(swatch, name, gap, unitsWord, units);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("layer-head");
    if (output) {
      units.setDisable(true);
      Tips.explain(head, i18n, "ui.layer.output.tip");
    } else {
      Button remove =
          Actions.icon(
              Material2AL.CLOSE,
              i18n.bound("ui.layer.remove", "number", layer + 1),
              () -> model.edit(experiment -> ExperimentEdits.removeLayer(experiment, layer)));
      remove.setId("remove-layer-" + (layer + 1));
      remove.getStyleClass().add("remove");
      head.getChildren().add(remove);
    }
    ChoiceField<Activation.Kind> activation =
        new ChoiceField<>(
            model,
            i18n,
            "activation-" + (layer + 1),
            activations(output),
            kind -> "ui.activation." + kind.json(),
            experiment ->
                dense(experiment)
                    .map(dense -> dense.activation().kind())
                    .orElse(Activation.Kind.RELU),
            (experiment, kind) -> ExperimentEdits.activation(experiment, layer, kind));
    Tips.explain(
        activation, i18n, output ? "ui.layer.activation.output.tip" : "ui.layer.activation.tip");
    ChoiceField<Initializer.Kind> init =
        new ChoiceField<>(
            model,
            i18n,
            "init-" + (layer + 1),
            List.of(Initializer.Kind.values()),
            kind -> "ui.init." + kind.json(),
            experiment ->
                dense(experiment)
                    .map(dense -> dense.init().kind())
                    .orElse(Initializer.Kind.HE_NORMAL),
            (experiment, kind) -> ExperimentEdits.init(experiment, layer, kind));
    Tips.explain(init, i18n, "ui.layer.init.tip");
    HBox.setHgrow(activation, Priority.ALWAYS);
    HBox.setHgrow(init, Priority.ALWAYS);
    activation.setPrefWidth(88);
    init.setPrefWidth(112);
    HBox choices = new HBox(activation, init);
    choices.getStyleClass().add("field-pair");
    getChildren().addAll(head, choices);
  }

  /// The row may be told of an experiment with fewer or other layers just before it goes.
  private Optional<LayerSpec.Dense> dense(Experiment experiment) {
    return ExperimentEdits.dense(experiment, layer);
  }

  private static List<Activation.Kind> activations(boolean output) {
    return Arrays.stream(Activation.Kind.values())
        .filter(kind -> output || kind != Activation.Kind.SOFTMAX)
        .toList();
  }
}
