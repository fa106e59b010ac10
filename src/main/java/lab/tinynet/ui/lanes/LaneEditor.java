package lab.tinynet.ui.lanes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.tinynet.session.Lanes;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.SpecDifference;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.TextCell;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What the lanes are to be: quick sets, or a small table in place, a row a thing that differs and
/// a column a lane.
final class LaneEditor extends VBox {
  private final I18n i18n;
  private final LaneWords words;
  private final Consumer<LaneDraft> begin;
  private final FlowPane quick = new FlowPane();
  private final GridPane table = new GridPane();
  private final Label preview = new Label();
  private final Label complaint = new Label();
  private final Button more;
  private final Button start;
  private Optional<LaneDraft> draft = Optional.empty();

  /// @param begin opens the lanes
  /// @param back leaves the editor
  LaneEditor(I18n i18n, Consumer<LaneDraft> begin, Runnable back) {
    this.i18n = i18n;
    this.words = new LaneWords(i18n);
    this.begin = begin;
    setId("lane-editor");
    getStyleClass().addAll("panel", "lane-editor");
    Label title = Actions.label(i18n.bound("ui.lanes.title"), "sheet-title");
    Label what = Actions.wrapped(i18n.bound("ui.lanes.what"), "body-text");
    Label sets = Actions.label(i18n.bound("ui.lanes.sets"), "section-title");
    Label own = Actions.label(i18n.bound("ui.lanes.own"), "section-title");
    quick.getStyleClass().add("chips");
    table.getStyleClass().add("lane-table");
    preview.getStyleClass().add("lanes-preview");
    preview.setWrapText(true);
    preview.setId("lanes-preview");
    complaint.getStyleClass().add("complaint");
    complaint.setId("lanes-complaint");
    complaint.setWrapText(true);
    complaint.visibleProperty().bind(complaint.textProperty().isNotEmpty());
    complaint.managedProperty().bind(complaint.visibleProperty());
    more =
        Actions.button(
            Material2AL.ADD,
            i18n.bound("ui.lanes.more"),
            () -> draft.map(LaneDraft::withAnother).ifPresent(this::show));
    more.setId("lanes-more");
    start =
        Actions.button(
            Material2MZ.VIEW_COLUMN, i18n.bound("ui.lanes.start"), () -> draft.ifPresent(begin));
    start.setId("lanes-start");
    start.getStyleClass().add("accent");
    Button leave = Actions.plain(i18n.bound("ui.lanes.cancel"), back);
    leave.setId("lanes-cancel");
    HBox actions = new HBox(start, leave);
    actions.getStyleClass().add("lanes-row");
    actions.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, what, sets, quick, own, table, more, preview, complaint, actions);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    i18n.languageProperty().subscribe(_ -> draft.ifPresent(this::show));
  }

  /// Shows a draft, to be changed.
  void show(LaneDraft shown) {
    draft = Optional.of(shown);
    quick.getChildren().setAll(QuickSetChips.of(i18n, shown.base(), begin));
    fill(shown);
    check(shown);
  }

  /// Says why the lanes could not be opened.
  void refuse(String why) {
    complaint.setText(why);
  }

  /// What gets the focus.
  Node first() {
    return start;
  }

  private void fill(LaneDraft shown) {
    table.getChildren().clear();
    for (int lane = 0; lane < shown.lanes(); lane++) {
      Label name =
          Actions.label(
              i18n.bound(lane == 0 ? "ui.lanes.first.lane" : "ui.lanes.lane", "number", lane + 1),
              "table-head");
      table.add(name, lane + 1, 0);
    }
    HBox count = laneCount(shown);
    table.add(count, shown.lanes() + 1, 0);
    for (int i = 0; i < shown.rows().size(); i++) {
      addRow(shown, i);
    }
    more.setDisable(shown.unused().isEmpty());
  }

  private HBox laneCount(LaneDraft shown) {
    Button fewer =
        Actions.icon(
            Material2MZ.REMOVE,
            i18n.bound("ui.lanes.fewer"),
            () -> show(shown.withLanes(shown.lanes() - 1)));
    fewer.setId("lanes-fewer");
    fewer.setDisable(shown.lanes() == 2);
    Button another =
        Actions.icon(
            Material2AL.ADD,
            i18n.bound("ui.lanes.another"),
            () -> show(shown.withLanes(shown.lanes() + 1)));
    another.setId("lanes-another");
    another.setDisable(shown.lanes() == Lanes.MOST);
    Label name = Actions.label(i18n.bound("ui.lanes.count"), "table-head");
    name.setMinWidth(USE_PREF_SIZE);
    HBox count = new HBox(name, fewer, another);
    count.getStyleClass().add("lanes-row");
    count.setAlignment(Pos.CENTER_LEFT);
    return count;
  }

  private void addRow(LaneDraft shown, int index) {
    LaneDraft.Row row = shown.rows().get(index);
    ComboBox<Aspect> aspect = new ComboBox<>();
    aspect.setId("lane-aspect-" + (index + 1));
    aspect.getItems().add(row.aspect());
    aspect.getItems().addAll(shown.unused());
    aspect.setCellFactory(_ -> new TextCell<>(this::name));
    aspect.setButtonCell(new TextCell<>(this::name));
    aspect.setValue(row.aspect());
    aspect
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && chosen != row.aspect()) {
                show(
                    shown.withRow(
                        index, new LaneDraft.Row(chosen, chosen.proposals(shown.base()))));
              }
            });
    table.add(aspect, 0, index + 1);
    Label present =
        new Label(
            row.aspect()
                .present(shown.base())
                .map(value -> words.value(row.aspect(), value))
                .orElse(i18n.text("ui.lanes.mixed")));
    table.add(present, 1, index + 1);
    for (int lane = 1; lane < shown.lanes(); lane++) {
      table.add(value(index, row, lane), lane + 1, index + 1);
    }
    if (shown.rows().size() > 1) {
      Button remove =
          Actions.icon(
              Material2AL.CLOSE, i18n.bound("ui.lanes.less"), () -> show(shown.withoutRow(index)));
      remove.setId("lanes-less-" + (index + 1));
      remove.getStyleClass().add("remove");
      table.add(remove, shown.lanes() + 1, index + 1);
    }
  }

  private javafx.beans.value.ObservableValue<String> name(Aspect aspect) {
    return i18n.bound("ui.lanes.aspect." + aspect.code());
  }

  private Node value(int index, LaneDraft.Row row, int lane) {
    String id = "lane-value-" + (index + 1) + "-" + (lane + 1);
    String now = row.values().get(lane - 1);
    List<String> choices = row.aspect().choices();
    if (choices.isEmpty()) {
      TextField field = new TextField(now);
      field.setId(id);
      field.setPrefColumnCount(6);
      field.textProperty().subscribe(text -> change(index, lane, text.strip()));
      return field;
    }
    ComboBox<String> choice = new ComboBox<>();
    choice.setId(id);
    choice.getItems().setAll(choices);
    choice.setCellFactory(_ -> new TextCell<>(each -> named(row.aspect(), each)));
    choice.setButtonCell(new TextCell<>(each -> named(row.aspect(), each)));
    choice.setValue(now.isEmpty() ? null : now);
    choice.valueProperty().subscribe(chosen -> change(index, lane, chosen == null ? "" : chosen));
    return choice;
  }

  private javafx.beans.value.ObservableValue<String> named(Aspect aspect, String value) {
    return i18n.languageProperty().map(_ -> words.value(aspect, value));
  }

  /// A value alone is changed without building the table anew, or typing would lose the focus.
  private void change(int index, int lane, String value) {
    LaneDraft changed =
        draft
            .map(now -> now.withRow(index, now.rows().get(index).with(lane - 1, value)))
            .orElseThrow();
    draft = Optional.of(changed);
    check(changed);
  }

  private void check(LaneDraft shown) {
    Optional<List<Experiment>> experiments = shown.experiments();
    String wrong = "";
    for (int lane = 0; lane < shown.lanes(); lane++) {
      Optional<Problem> problem = shown.problem(lane);
      if (wrong.isEmpty() && problem.isPresent()) {
        wrong =
            i18n.text("ui.lanes.wrong", "number", lane + 1, "why", i18n.sentence(problem.get()));
      }
    }
    if (experiments.isEmpty()) {
      wrong = i18n.text("ui.complaint.number");
    }
    complaint.setText(wrong);
    preview.setText(
        experiments
            .map(all -> words.sentence(LaneDifference.of(all, SpecDifference.between(all))))
            .orElse(""));
    start.setDisable(!wrong.isEmpty());
    Tips.explain(start, i18n.bound("ui.lanes.start.tip"));
  }
}
