package lab.tinynet.ui.action;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;

/// The palette of commands: type a few letters in English, in Chinese or in pinyin, choose with the
/// arrows, Enter does it. What can't be done at the moment says why, and what was done lately
/// stands first.
public final class Palette {
  private static final int MOST_RECENT = 20;
  private static final int PAGE = 8;

  private final I18n i18n;
  private final Overlay overlay;
  private final TextField field = new TextField();
  private final ListView<LabAction> list = new ListView<>();
  private final Composition composition = new Composition(field);
  private final List<String> recent = new ArrayList<>();
  private ActionSearch search = new ActionSearch(List.of());

  public Palette(I18n i18n) {
    this.i18n = i18n;
    field.setId("palette");
    field.promptTextProperty().bind(i18n.bound("ui.palette.prompt"));
    field.accessibleTextProperty().bind(i18n.bound("ui.palette.prompt"));
    list.setId("palette-list");
    list.setCellFactory(_ -> new Row());
    list.setPlaceholder(Actions.label(i18n.bound("ui.palette.nothing"), "caption"));
    list.setFocusTraversable(false);
    Label hint = Actions.label(i18n.bound("ui.palette.hint"), "caption");
    VBox sheet = new VBox(field, list, hint);
    sheet.getStyleClass().add("palette");
    overlay = new Overlay("palette-layer", sheet);
    field.textProperty().subscribe(_ -> fill());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyed);
    i18n.languageProperty().subscribe(_ -> list.refresh());
    Thread.ofPlatform().daemon().name("pinyin").start(Pinyin::load);
  }

  /// What is to be laid over the window.
  public Overlay overlay() {
    return overlay;
  }

  /// Opens it with these, or leaves it.
  ///
  /// @param actions everything that can be asked for at the moment
  public void toggle(List<LabAction> actions) {
    if (overlay.leave()) {
      return;
    }
    search = new ActionSearch(actions);
    field.clear();
    fill();
    overlay.show(field);
  }

  private void fill() {
    list.getItems().setAll(search.find(field.getText(), recent));
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void keyed(KeyEvent event) {
    if (composition.going()) {
      return;
    }
    int by =
        switch (event.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          case PAGE_DOWN -> PAGE;
          case PAGE_UP -> -PAGE;
          default -> 0;
        };
    if (by != 0) {
      int last = list.getItems().size() - 1;
      int to =
          Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, Math.max(0, last));
      list.getSelectionModel().select(to);
      list.scrollTo(Math.max(0, to - PAGE / 2));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      fireChosen();
      event.consume();
    }
  }

  private void fireChosen() {
    LabAction chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.refusal().get().isEmpty()) {
      overlay.leave();
      recent.remove(chosen.id());
      recent.addFirst(chosen.id());
      if (recent.size() > MOST_RECENT) {
        recent.removeLast();
      }
      chosen.fire();
    }
  }

  /// Heading, title, why not, and the key.
  private final class Row extends ListCell<LabAction> {
    Row() {
      setOnMouseClicked(
          event -> {
            if (!isEmpty()) {
              fireChosen();
            }
            event.consume();
          });
    }

    @Override
    protected void updateItem(LabAction action, boolean empty) {
      super.updateItem(action, empty);
      setText(null);
      if (empty || action == null) {
        setGraphic(null);
        return;
      }
      Label title = new Label(action.title().apply(i18n.language()));
      title.setMinWidth(Region.USE_PREF_SIZE);
      Label reason = new Label(action.refusal().get().map(key -> i18n.text(key)).orElse(""));
      reason.getStyleClass().add("caption");
      title.setDisable(!reason.getText().isEmpty());
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Label heading = new Label(i18n.text(action.group().key()));
      heading.getStyleClass().addAll("caption", "palette-heading");
      heading.setMinWidth(Region.USE_PREF_SIZE);
      HBox row = new HBox(title, reason, gap);
      if (!action.keys().isEmpty()) {
        Label key = new Label(KeyText.of(action.keys().getFirst()));
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().add(key);
      }
      row.getChildren().add(heading);
      row.getStyleClass().add("palette-row");
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
    }
  }
}
