package lab.tinynet.ui.action;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.view.Actions;

/// All keys on one sheet, under the headings of what they are for.
public final class KeySheet {
  /// Keys that belong to a place, not to an action of the window.
  private static final List<List<String>> IN_PLACE =
      List.of(
          List.of("← →", "ui.keys.line"),
          List.of("Ctrl Enter", "ui.keys.submit"),
          List.of("Tab", "ui.keys.tab"),
          List.of("Esc", "ui.keys.escape"));

  private final ScrollPane scroll;
  private final Overlay overlay;

  public KeySheet(I18n i18n, List<LabAction> actions) {
    FlowPane groups = new FlowPane();
    groups.getStyleClass().add("key-groups");
    for (LabAction.Group group : LabAction.Group.values()) {
      List<LabAction> own =
          actions.stream()
              .filter(action -> action.group() == group && action.key().isPresent())
              .sorted(Comparator.comparing(action -> KeyText.of(action.key().orElseThrow())))
              .toList();
      if (!own.isEmpty()) {
        GridPane grid = grid(i18n, group.key());
        for (int i = 0; i < own.size(); i++) {
          LabAction action = own.get(i);
          Label title =
              Actions.label(
                  i18n.languageProperty().map((Language now) -> action.title().apply(now)));
          row(grid, i + 1, KeyText.of(action.key().orElseThrow()), title);
        }
        groups.getChildren().add(grid);
      }
    }
    GridPane places = grid(i18n, "ui.keys.places");
    for (int i = 0; i < IN_PLACE.size(); i++) {
      row(
          places,
          i + 1,
          IN_PLACE.get(i).getFirst(),
          Actions.label(i18n.bound(IN_PLACE.get(i).getLast())));
    }
    groups.getChildren().add(places);
    Label title = Actions.label(i18n.bound("ui.keys.title"), "sheet-title");
    Label hint = Actions.label(i18n.bound("ui.keys.hint"), "caption");
    scroll = new ScrollPane(groups);
    scroll.setFitToWidth(true);
    VBox sheet = new VBox(title, hint, scroll);
    sheet.setId("key-list");
    sheet.getStyleClass().add("key-sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    overlay = new Overlay("key-sheet-layer", sheet);
  }

  private static GridPane grid(I18n i18n, String heading) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    grid.add(Actions.label(i18n.bound(heading), "card-title"), 0, 0, 2, 1);
    return grid;
  }

  private static void row(GridPane grid, int row, String keys, Label meaning) {
    Label key = new Label(keys);
    key.getStyleClass().add("key");
    key.setMinWidth(Region.USE_PREF_SIZE);
    grid.add(key, 0, row);
    grid.add(meaning, 1, row);
  }

  /// What is to be laid over the window.
  public Overlay overlay() {
    return overlay;
  }

  /// Shows the sheet, or hides it.
  public void toggle() {
    if (!overlay.leave()) {
      overlay.show(scroll);
    }
  }
}
