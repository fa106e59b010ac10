package lab.tinynet.ui.experiment;

import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Problem;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LayerPath;
import lab.tinynet.ui.model.NetworkDraft;
import lab.tinynet.ui.model.NetworkEdits;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// One layer: its name in the hue it has on stage and charts, the shape of what it puts out, its
/// fields, and what can be done with it. Alt with an arrow moves it.
final class LayerRow extends VBox {
  private final NetworkDraft draft;
  private final I18n i18n;
  private final LayerPath path;
  private final LayerSpec layer;

  /// @param number its place among all layers of the log, which decides its hue
  /// @param output whether it is the last one, which stays
  /// @param open the rows that are open; this one adds or removes itself
  LayerRow(
      NetworkDraft draft,
      I18n i18n,
      LayerPath path,
      LayerSpec layer,
      int number,
      boolean output,
      Set<LayerPath> open) {
    this.draft = draft;
    this.i18n = i18n;
    this.path = path;
    this.layer = layer;
    getStyleClass().addAll("layer-row", "layer-" + (number % 6));
    setId("layer-row-" + path.number().replace('/', '-'));
    LayerFields fields = new LayerFields(draft, i18n, path, output);
    Label problem = problem();
    VBox details = new VBox();
    details.getStyleClass().add("layer-details");
    details.getChildren().setAll(fields.details(layer));
    details.setVisible(open.contains(path));
    details.managedProperty().bind(details.visibleProperty());
    details
        .visibleProperty()
        .subscribe(
            shown -> {
              if (shown) {
                open.add(path);
              } else {
                open.remove(path);
              }
            });
    getChildren().add(head(fields, output, details));
    getChildren().addAll(fields.main(layer));
    getChildren().addAll(details, problem);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> keyed(event, output));
  }

  private HBox head(LayerFields fields, boolean output, VBox details) {
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    String key = "ui.layer." + layer.kind();
    Label name = Actions.label(i18n.bound(key, "number", path.number()), "layer-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label shape = new Label();
    shape.setId("shape-" + path.number().replace('/', '-'));
    shape.getStyleClass().add("caption");
    shape.setMinWidth(USE_PREF_SIZE);
    shape
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> draft.shapes().getOrDefault(path, "–"),
                draft.experimentProperty(),
                draft.problemProperty()));
    Tips.explain(shape, i18n, "ui.layer.shape.tip");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(swatch, name, gap);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("layer-head");
    boolean dense = layer instanceof LayerSpec.Dense;
    if (!dense) {
      head.getChildren().add(shape);
    }
    fields
        .headNumber(layer)
        .ifPresent(
            number -> {
              number.getStyleClass().add("units");
              String unit =
                  switch (layer) {
                    case LayerSpec.Dropout _ -> "ui.layer.rate";
                    default -> "ui.layer.units";
                  };
              Tips.explain(number.field(), i18n, unit + ".tip");
              number.setDisable(output);
              head.getChildren().add(number);
            });
    if (output) {
      Label word = Actions.label(i18n.bound("ui.layer.output"), "caption");
      word.setMinWidth(USE_PREF_SIZE);
      head.getChildren().add(head.getChildren().indexOf(gap), word);
      Tips.explain(head, i18n, "ui.layer.output.tip");
    }
    head.getChildren().addAll(more(output, details));
    return head;
  }

  private List<Node> more(boolean output, VBox details) {
    MenuButton menu = new MenuButton();
    menu.setId("layer-menu-" + path.number().replace('/', '-'));
    menu.setGraphic(new FontIcon(Material2MZ.MORE_VERT));
    menu.getStyleClass().add("layer-menu");
    menu.accessibleTextProperty().bind(i18n.bound("ui.layer.more", "number", path.number()));
    Tips.explain(menu, i18n, "ui.layer.more", "number", path.number());
    if (!details.getChildren().isEmpty()) {
      MenuItem show = item("ui.layer.details", () -> details.setVisible(!details.isVisible()));
      show.setId("details-" + path.number().replace('/', '-'));
      menu.getItems().add(show);
    }
    if (layer instanceof LayerSpec.Residual) {
      for (String kind : NetworkEdits.KINDS) {
        if (!kind.equals("residual")) {
          menu.getItems()
              .add(
                  item(
                      "ui.layer.inside." + kind,
                      () -> draft.edit(e -> NetworkEdits.addInside(e, path, kind))));
        }
      }
    }
    if (!output) {
      menu.getItems()
          .addAll(
              item("ui.layer.up", () -> draft.edit(e -> NetworkEdits.move(e, path, -1))),
              item("ui.layer.down", () -> draft.edit(e -> NetworkEdits.move(e, path, 1))),
              item("ui.layer.duplicate", () -> draft.edit(e -> NetworkEdits.duplicate(e, path))));
    }
    if (output) {
      return List.of(menu);
    }
    Button remove =
        Actions.icon(
            Material2AL.CLOSE,
            i18n.bound("ui.layer.remove", "number", path.number()),
            () -> draft.edit(experiment -> NetworkEdits.remove(experiment, path)));
    remove.setId("remove-layer-" + path.number().replace('/', '-'));
    remove.getStyleClass().add("remove");
    return List.of(menu, remove);
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(i18n.bound(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void keyed(KeyEvent event, boolean output) {
    int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
    if (event.isAltDown() && by != 0 && !output) {
      draft.edit((Experiment e) -> NetworkEdits.move(e, path, by));
      event.consume();
    }
  }

  /// What is wrong with this layer, said at it.
  private Label problem() {
    Label label = new Label();
    label.getStyleClass().add("complaint");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    draft
                        .problemProperty()
                        .get()
                        .filter(this::mine)
                        .map(i18n::complaint)
                        .orElse(""),
                draft.problemProperty(),
                i18n.languageProperty()));
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private boolean mine(Problem problem) {
    String rest =
        problem.path().startsWith(path.json())
            ? problem.path().substring(path.json().length())
            : "x";
    return (rest.isEmpty() || rest.startsWith(".")) && !rest.startsWith(".layers[");
  }
}
