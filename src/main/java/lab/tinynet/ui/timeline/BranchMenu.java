package lab.tinynet.ui.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.session.Branch;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Timeline;
import lab.tinynet.spec.Experiment;
import lab.tinynet.ui.action.Overlay;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.EditWords;
import lab.tinynet.ui.model.Figures;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// The branches of the session in a table: what is different about each, how far it got, what it
/// came to. One can be gone to, renamed, or begun where the run stands.
final class BranchMenu {
  private static final int TENS = 12;

  private final LabModel model;
  private final I18n i18n;
  private final EditWords words;
  private final Button button = new Button();
  private final Button begin;
  private final Overlay overlay;
  private final GridPane table = new GridPane();
  private final Map<Integer, Reached> reached = new HashMap<>();
  private Timeline shown;

  /// What a branch had come to when it was last looked at.
  ///
  /// @param start the experiment at its step 0
  private record Reached(Experiment start, long step, Figures figures) {}

  BranchMenu(LabModel model, I18n i18n) {
    this.model = model;
    this.i18n = i18n;
    this.words = new EditWords(i18n);
    this.shown = model.state().timeline();
    button.setId("branches");
    button.setGraphic(new FontIcon(Material2AL.CALL_SPLIT));
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::currentName, model.branchesProperty(), i18n.languageProperty()));
    button.setOnAction(_ -> show());
    button.setMaxWidth(TENS * 10.0);
    Tips.explain(button, i18n, "ui.branches.tip");
    Label title = Actions.label(i18n.bound("ui.branches.title"), "card-title");
    begin =
        Actions.button(
            Material2AL.ADD,
            i18n.bound("ui.branches.begin", "step", model.stepProperty()),
            () -> model.submit(new Command.BeginBranch("")));
    begin.setId("begin-branch");
    Tips.explain(begin, i18n, "ui.branches.begin.tip");
    table.getStyleClass().add("branch-table");
    ScrollPane scroll = new ScrollPane(table);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("branch-scroll");
    Label hint = Actions.wrapped(i18n.bound("ui.branches.hint"), "caption");
    VBox content = new VBox(title, scroll, begin, hint);
    content.setId("branch-menu");
    content.getStyleClass().add("branch-menu");
    content.setMaxHeight(Region.USE_PREF_SIZE);
    overlay = new Overlay("branch-layer", content);
    model.branchesProperty().subscribe(_ -> follow());
    i18n.languageProperty().subscribe(_ -> fill());
  }

  Overlay overlay() {
    return overlay;
  }

  Button button() {
    return button;
  }

  private String currentName() {
    return BranchNames.of(i18n, model.state().timeline().currentBranch());
  }

  void show() {
    if (!overlay.leave()) {
      fill();
      overlay.show(begin);
    }
  }

  /// Takes note of what the current branch has come to.
  void remember(Figures figures) {
    RunState state = model.state();
    Branch now = state.timeline().currentBranch();
    boolean atEnd = state.timeline().goingTo().isEmpty() && state.step() >= now.end();
    Reached before = reached.get(now.number());
    boolean other = before == null || !before.start().equals(now.start());
    if (atEnd || other) {
      reached.put(now.number(), new Reached(now.start(), state.step(), figures));
    }
  }

  private void follow() {
    if (overlay.isVisible()) {
      fill();
    }
  }

  private void fill() {
    shown = model.state().timeline();
    table.getChildren().clear();
    int column = 1;
    for (String key :
        List.of("name", "from", "changes", "end", "loss", "accuracy", "test", "dead")) {
      Label head = Actions.label(i18n.bound("ui.branches." + key), "table-head");
      if (column > 3) {
        GridPane.setHalignment(head, HPos.RIGHT);
      }
      table.add(head, column++, 0);
    }
    int row = 1;
    for (Branch branch : shown.branches()) {
      add(branch, row++);
    }
  }

  private void add(Branch branch, int row) {
    boolean current = branch.number() == shown.current();
    Button go =
        Actions.icon(
            current ? Material2AL.CHECK : Material2AL.ARROW_FORWARD,
            i18n.bound(current ? "ui.branches.here" : "ui.branches.go"),
            () -> model.submit(new Command.SwitchTo(branch.number())));
    go.setId("go-branch-" + branch.number());
    go.setDisable(current);
    TextField name = new TextField(branch.name());
    name.setId("branch-name-" + branch.number());
    name.setPromptText(BranchNames.of(i18n, branch));
    name.setPrefColumnCount(TENS);
    name.setOnAction(_ -> rename(branch, name));
    name.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                rename(branch, name);
              }
            });
    table.add(go, 0, row);
    table.add(name, 1, row);
    table.add(plain(from(branch)), 2, row);
    Label changes = plain(changes(branch));
    changes.setWrapText(true);
    changes.setMaxWidth(TENS * 22.0);
    table.add(changes, 3, row);
    Reached known = reached.get(branch.number());
    boolean have =
        known != null && known.start().equals(branch.start()) && known.step() == branch.end();
    figure(row, 4, grouped(current ? Math.max(branch.end(), model.state().step()) : branch.end()));
    figure(row, 5, have ? number(known.figures().loss(), "%.4g") : "–");
    figure(row, 6, have ? percent(known.figures().accuracy()) : "–");
    figure(row, 7, have ? percent(known.figures().testAccuracy()) : "–");
    figure(
        row,
        8,
        have
            ? String.valueOf(known.figures().dead().stream().mapToInt(Figures.Dead::count).sum())
            : "–");
  }

  private void rename(Branch branch, TextField field) {
    String name = field.getText().strip();
    if (!name.equals(branch.name())) {
      model.submit(
          new Command.RenameBranch(
              branch.number(), name.substring(0, Math.min(Branch.MOST_NAME, name.length()))));
    }
  }

  private String from(Branch branch) {
    if (branch.parent().isEmpty()) {
      return i18n.text("ui.branches.start");
    }
    int parent = branch.parent().getAsInt();
    String name =
        shown.branches().stream()
            .filter(other -> other.number() == parent)
            .findFirst()
            .map(other -> BranchNames.of(i18n, other))
            .orElseGet(() -> i18n.text("ui.branch.number", "number", parent));
    return i18n.text("ui.branches.off", "name", name, "step", grouped(branch.from()));
  }

  /// What is otherwise than in the branch that it went off from, or than in the first.
  private String changes(Branch branch) {
    Branch first = shown.branches().getFirst();
    var base =
        branch.parent().isPresent()
            ? branch.experimentAt(Math.max(0, branch.from() - 1))
            : first.start();
    List<String> settings =
        words.between(base, branch.experimentAt(Long.MAX_VALUE)).stream().limit(4).toList();
    long weights =
        branch.edits().stream()
            .filter(edit -> edit.step() >= branch.from())
            .mapToLong(edit -> edit.weights().size())
            .sum();
    String byHand = weights == 0 ? "" : i18n.text("ui.branches.weights", "count", weights);
    String joined = settings.stream().collect(Collectors.joining("; "));
    if (joined.isEmpty() && byHand.isEmpty()) {
      return "–";
    }
    return joined.isEmpty() || byHand.isEmpty() ? joined + byHand : joined + "; " + byHand;
  }

  private void figure(int row, int column, String text) {
    Label label = plain(text);
    GridPane.setHalignment(label, HPos.RIGHT);
    table.add(label, column, row);
  }

  private static Label plain(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("figure");
    return label;
  }

  private static String number(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f%%", 100 * share.getAsDouble())
        : "–";
  }

  private static String grouped(long step) {
    return String.format(Locale.ROOT, "%,d", step);
  }
}
