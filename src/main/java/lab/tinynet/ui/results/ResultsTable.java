package lab.tinynet.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;

/// The rows, sorted by any column and filtered by words.
final class ResultsTable extends TableView<RunResult> {
  private static final double EM = 12;

  private final I18n i18n;
  private final List<ResultColumn> columns;
  private final ObservableList<RunResult> all = FXCollections.observableArrayList();
  private final FilteredList<RunResult> filtered = new FilteredList<>(all);
  private final Consumer<RunResult> open;

  /// @param open takes a run up again
  ResultsTable(I18n i18n, ResultWords words, Consumer<RunResult> open, Runnable delete) {
    this.i18n = i18n;
    this.columns = ResultColumn.all(words);
    this.open = open;
    setId("results-table");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    for (ResultColumn column : columns) {
      getColumns().add(made(column));
    }
    SortedList<RunResult> sorted = new SortedList<>(filtered);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    TableColumn<RunResult, ?> when = getColumns().getFirst();
    when.setSortType(TableColumn.SortType.DESCENDING);
    getSortOrder().add(when);
    setPlaceholder(Actions.label(i18n.bound("ui.results.empty"), "caption"));
    setRowFactory(_ -> row());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
          } else if (event.getCode() == KeyCode.DELETE) {
            delete.run();
          }
        });
    i18n.languageProperty().subscribe(_ -> refresh());
  }

  private TableRow<RunResult> row() {
    TableRow<RunResult> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2
              && !row.isEmpty()) {
            open.accept(row.getItem());
          }
        });
    return row;
  }

  private TableColumn<RunResult, RunResult> made(ResultColumn column) {
    TableColumn<RunResult, RunResult> made = new TableColumn<>();
    made.setId("results-" + column.key());
    made.textProperty().bind(i18n.bound("ui.results." + column.key()));
    made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    made.setComparator(column.order());
    made.setPrefWidth(column.width() * EM);
    made.setCellFactory(_ -> new Cell(column));
    if (column.figure()) {
      made.getStyleClass().add("figure-column");
    }
    return made;
  }

  /// Makes the columns as wide as their words are at a size of body text.
  void scale(double size) {
    for (int i = 0; i < columns.size(); i++) {
      getColumns().get(i).setPrefWidth(Math.rint(columns.get(i).width() * size * 0.9));
    }
  }

  void show(List<RunResult> results) {
    Set<String> selected = selectedCourses();
    all.setAll(results);
    getSelectionModel().clearSelection();
    getItems().stream()
        .filter(row -> selected.contains(row.course()))
        .forEach(row -> getSelectionModel().select(row));
  }

  /// Shows the rows in which every word is found.
  void filter(String text) {
    List<String> wanted = List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    filtered.setPredicate(row -> wanted.stream().allMatch(words(row)::contains));
  }

  private String words(RunResult row) {
    return columns.stream()
        .map(column -> column.words().apply(row))
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }

  void openSelected() {
    RunResult chosen = getSelectionModel().getSelectedItem();
    if (chosen != null) {
      open.accept(chosen);
    }
  }

  List<RunResult> selected() {
    return List.copyOf(getSelectionModel().getSelectedItems());
  }

  private Set<String> selectedCourses() {
    return selected().stream().map(RunResult::course).collect(Collectors.toSet());
  }

  /// What is to be copied: the selected rows where there are several, else all that are shown.
  private List<RunResult> copied() {
    return selected().size() > 1 ? selected() : List.copyOf(getItems());
  }

  String csv() {
    return ResultsText.csv(columns, heads(), copied());
  }

  String tsv() {
    return ResultsText.tsv(columns, heads(), copied());
  }

  private List<String> heads() {
    List<String> heads = new ArrayList<>();
    columns.forEach(column -> heads.add(i18n.text("ui.results." + column.key())));
    return heads;
  }

  /// A value in its words.
  private static final class Cell extends TableCell<RunResult, RunResult> {
    private final ResultColumn column;

    Cell(ResultColumn column) {
      this.column = column;
      setAlignment(column.figure() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(RunResult result, boolean empty) {
      super.updateItem(result, empty);
      setText(empty || result == null ? null : column.words().apply(result));
      boolean alarm =
          !empty
              && result != null
              && column.key().equals("outcome")
              && result.diverged().isPresent();
      getStyleClass().removeAll("alarm");
      if (alarm) {
        getStyleClass().add("alarm");
      }
    }
  }
}
