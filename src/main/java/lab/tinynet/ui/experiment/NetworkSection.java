package lab.tinynet.ui.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.model.LayerPath;
import lab.tinynet.ui.model.NetworkDraft;
import lab.tinynet.ui.model.NetworkEdits;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// The layers, input side first, and a menu for one more. A network that cannot be built is shown
/// as it was drafted, with what is wrong at the layer concerned.
final class NetworkSection extends Section {
  private static final double INDENT = 14;

  private final NetworkDraft draft;
  private final VBox layers = new VBox();
  private final Set<LayerPath> open = new HashSet<>();
  private List<Row> shown = List.of();

  /// What decides which rows there are.
  private record Row(LayerPath path, String kind, boolean output) {}

  NetworkSection(LabModel model, I18n i18n) {
    super(i18n, "ui.section.network", "ui.effect.restart");
    draft = new NetworkDraft(model);
    layers.getStyleClass().add("layers");
    MenuButton add = new MenuButton();
    add.setGraphic(new FontIcon(Material2AL.ADD));
    add.textProperty().bind(i18n.bound("ui.layer.add"));
    add.setId("add-layer");
    add.getStyleClass().add("add-layer");
    add.setMaxWidth(Double.MAX_VALUE);
    Tips.explain(add, i18n, "ui.layer.add.tip");
    for (String kind : NetworkEdits.KINDS) {
      MenuItem item = new MenuItem();
      item.setId("add-" + kind);
      item.textProperty().bind(i18n.bound("ui.layer.kind." + kind));
      item.setOnAction(_ -> draft.edit(experiment -> NetworkEdits.add(experiment, kind)));
      add.getItems().add(item);
    }
    getChildren().addAll(layers, add, notice());
    draft.experimentProperty().subscribe(this::show);
  }

  /// Rows follow the kinds of the layers; what stands in a row follows the experiment by itself.
  private void show(Experiment experiment) {
    List<LayerSpec> network = experiment.network();
    List<Row> rows = new ArrayList<>();
    for (LayerPath path : NetworkEdits.paths(network)) {
      boolean output = path.depth() == 0 && path.last() == network.size() - 1;
      rows.add(new Row(path, NetworkEdits.at(network, path).orElseThrow().kind(), output));
    }
    if (rows.equals(shown)) {
      return;
    }
    shown = rows;
    layers.getChildren().clear();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      LayerSpec layer = NetworkEdits.at(network, row.path()).orElseThrow();
      LayerRow view = new LayerRow(draft, i18n, row.path(), layer, i, row.output(), open);
      VBox.setMargin(view, new Insets(0, 0, 0, INDENT * row.path().depth()));
      layers.getChildren().add(view);
    }
  }

  /// Says that a draft is not what trains, and lets it go.
  private HBox notice() {
    Label words = new Label();
    words.getStyleClass().add("complaint");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    draft
                        .problemProperty()
                        .get()
                        .map(
                            problem ->
                                problem.path().startsWith("network[")
                                    ? i18n.text("ui.draft")
                                    : i18n.sentence(problem) + " " + i18n.text("ui.draft"))
                        .orElse(""),
                draft.problemProperty(),
                i18n.languageProperty()));
    HBox.setHgrow(words, Priority.ALWAYS);
    Button revert = Actions.plain(i18n.bound("ui.draft.revert"), draft::revert);
    revert.setId("draft-revert");
    revert.setMinWidth(USE_PREF_SIZE);
    HBox notice = new HBox(words, revert);
    notice.setId("draft-notice");
    notice.getStyleClass().add("draft-notice");
    notice.visibleProperty().bind(draft.problemProperty().map(Optional::isPresent));
    notice.managedProperty().bind(notice.visibleProperty());
    return notice;
  }
}
