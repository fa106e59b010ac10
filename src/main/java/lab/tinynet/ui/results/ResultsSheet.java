package lab.tinynet.ui.results;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Preset;
import lab.tinynet.ui.action.Overlay;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import lab.tinynet.ui.view.Toast;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The table of results laid over the lab: filter it, sort it, take a run up again, delete, copy.
public final class ResultsSheet {
  private final ResultStore store;
  private final I18n i18n;
  private final Toast toast;
  private final ResultsTable table;
  private final TextField filter = new TextField();
  private final Button undo;
  private final Overlay overlay;
  private List<RunResult> deleted = List.of();

  /// @param open takes a run up again
  public ResultsSheet(
      ResultStore store, List<Preset> presets, I18n i18n, Toast toast, Consumer<RunResult> open) {
    this.store = store;
    this.i18n = i18n;
    this.toast = toast;
    table =
        new ResultsTable(
            i18n,
            new ResultWords(i18n, presets),
            result -> {
              leave();
              open.accept(result);
            },
            this::delete);
    VBox.setVgrow(table, Priority.ALWAYS);
    Label title = Actions.label(i18n.bound("ui.results.title"), "sheet-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label count = new Label();
    count.getStyleClass().add("caption");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count
        .textProperty()
        .bind(i18n.bound("ui.results.count", "count", Bindings.size(table.getItems())));
    filter.setId("results-filter");
    filter.promptTextProperty().bind(i18n.bound("ui.results.filter"));
    filter.accessibleTextProperty().bind(i18n.bound("ui.results.filter"));
    filter.textProperty().subscribe(table::filter);
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox head = new HBox(title, filter, count);
    undo = button(Material2MZ.UNDO, "undo", this::undo);
    undo.setDisable(true);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot =
        new HBox(
            chosen(button(Material2AL.FOLDER_OPEN, "open", table::openSelected)),
            chosen(button(Material2AL.DELETE, "delete", this::delete)),
            undo,
            gap,
            button(Material2AL.CONTENT_COPY, "csv", () -> copy(table.csv())),
            button(Material2AL.CONTENT_COPY, "tsv", () -> copy(table.tsv())));
    for (HBox row : List.of(head, foot)) {
      row.getStyleClass().add("results-row");
      row.setAlignment(Pos.CENTER_LEFT);
    }
    Label hint = Actions.wrapped(i18n.bound("ui.results.hint"), "caption");
    VBox sheet = new VBox(head, table, foot, hint);
    sheet.getStyleClass().add("results-sheet");
    overlay = new Overlay("results-layer", sheet);
  }

  private Button button(org.kordamp.ikonli.Ikon icon, String what, Runnable action) {
    Button button = Actions.button(icon, i18n.bound("ui.results.do." + what), action);
    button.setId("results-" + what);
    button.setMinWidth(Region.USE_PREF_SIZE);
    Tips.explain(button, i18n, "ui.results.tip." + what);
    return button;
  }

  private Button chosen(Button button) {
    button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    return button;
  }

  /// What is to be laid over the window.
  public Overlay overlay() {
    return overlay;
  }

  /// Shows the results that there are.
  public void show(List<RunResult> results) {
    table.show(results);
  }

  /// @param size of body text, in pixels
  public void open(double size) {
    table.scale(size);
    overlay.show(table);
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  /// @return whether it was open
  public boolean leave() {
    return overlay.leave();
  }

  private void delete() {
    List<RunResult> chosen = table.selected();
    if (!chosen.isEmpty()) {
      deleted = chosen;
      undo.setDisable(false);
      store.delete(chosen.stream().map(RunResult::course).collect(Collectors.toSet()));
    }
  }

  private void undo() {
    store.restore(deleted);
    deleted = List.of();
    undo.setDisable(true);
    table.requestFocus();
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    toast.say(i18n.bound("ui.results.copied"), false);
  }
}
