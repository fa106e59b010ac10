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

/// The palette of commands: type a few letters in English, in Chinese or as pinyin initials, choose
/// with the arrows, Enter does it. What can't be done at the moment says why.
public final class Palette {
  private static final int MOST_RECENT = 20;

  private final I18n i18n;
  private final Overlay overlay;
  private final ActionSearch search;
  private final TextField field = new TextField();
  private final ListView<LabAction> list = new ListView<>();
  private final List<String> recent = new ArrayList<>();

  public Palette(I18n i18n, List<LabAction> actions) {
    this.i18n = i18n;
    this.search = new ActionSearch(actions);
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
    list.setOnMouseClicked(event -> fireChosen());
    i18n.languageProperty().subscribe(_ -> list.refresh());
  }

  /// What is to be laid over the window.
  public Overlay overlay() {
    return overlay;
  }

  /// Opens it with everything that there is.
  public void open() {
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
    int by =
        switch (event.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          case PAGE_DOWN -> 8;
          case PAGE_UP -> -8;
          default -> 0;
        };
    if (by != 0) {
      int last = list.getItems().size() - 1;
      int to =
          Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, Math.max(0, last));
      list.getSelectionModel().select(to);
      list.scrollTo(Math.max(0, to - 4));
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

  /// Title, why not, and the key.
  private final class Row extends ListCell<LabAction> {
    @Override
    protected void updateItem(LabAction action, boolean empty) {
      super.updateItem(action, empty);
      if (empty || action == null) {
        setGraphic(null);
        return;
      }
      Label title = new Label(action.title().apply(i18n.language()));
      Label reason = new Label(action.refusal().get().map(key -> i18n.text(key)).orElse(""));
      reason.getStyleClass().add("caption");
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox row = new HBox(title, reason, gap);
      row.getStyleClass().add("palette-row");
      row.setAlignment(Pos.CENTER_LEFT);
      title.setDisable(!reason.getText().isEmpty());
      action
          .key()
          .ifPresent(
              key -> {
                Label word = new Label(KeyText.of(key));
                word.getStyleClass().add("key");
                row.getChildren().add(word);
              });
      setText(null);
      setGraphic(row);
    }
  }
}
