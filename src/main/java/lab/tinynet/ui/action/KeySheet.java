package lab.tinynet.ui.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;
import lab.tinynet.ui.view.Actions;

/// All keys on one sheet, under the headings of what they are for; a word or a key picks out what
/// it concerns.
public final class KeySheet {
  private static final double SCROLLED = 0.25;

  /// Keys that belong to a place, not to an action of the window.
  private static final List<List<String>> IN_PLACE =
      List.of(
          List.of("← →", "ui.keys.line"),
          List.of("Ctrl Enter", "ui.keys.submit"),
          List.of("Tab", "ui.keys.tab"),
          List.of("Esc", "ui.keys.escape"));

  private final I18n i18n;
  private final TextField field = new TextField();
  private final FlowPane groups = new FlowPane();
  private final Label nothing;
  private final ScrollPane scroll = new ScrollPane();
  private final Overlay overlay;

  /// The lines of each heading, by its key.
  private final Map<String, List<Line>> lines = new LinkedHashMap<>();

  private final Map<String, Label> headings = new LinkedHashMap<>();

  /// @param words the keys as they are written, in small letters
  private record Line(String words, Written title, Label key, Label meaning) {
    boolean fits(String typed) {
      return typed.isEmpty()
          || title.rank(typed).isPresent()
          || words.contains(typed)
          || words.replace(" ", "").contains(typed.replace("+", "").replace(" ", ""));
    }
  }

  /// @param tour begins the walk around the window
  public KeySheet(I18n i18n, List<LabAction> actions, Runnable tour) {
    this.i18n = i18n;
    for (LabAction.Group group : LabAction.Group.values()) {
      actions.stream()
          .filter(action -> action.group() == group && !action.keys().isEmpty())
          .sorted(Comparator.comparing(KeySheet::keys))
          .forEach(action -> add(group.key(), keys(action), action.title()));
    }
    for (List<String> each : IN_PLACE) {
      Function<Language, String> meaning = language -> Messages.of(language).text(each.getLast());
      add("ui.keys.places", each.getFirst(), meaning);
    }
    groups.getStyleClass().add("key-groups");
    nothing = Actions.label(i18n.bound("ui.keys.nothing"), "caption");
    field.setId("key-search");
    field.promptTextProperty().bind(i18n.bound("ui.keys.search"));
    field.accessibleTextProperty().bind(i18n.bound("ui.keys.search"));
    field.textProperty().subscribe(_ -> fill());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyed);
    scroll.setContent(groups);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    Button walk = Actions.plain(i18n.bound("ui.action.tour"), () -> leaveFor(tour));
    walk.setId("keys-tour");
    walk.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label title = Actions.label(i18n.bound("ui.keys.title"), "sheet-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(title, gap, field, walk);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("key-head");
    Label hint = Actions.label(i18n.bound("ui.keys.hint"), "caption");
    VBox sheet = new VBox(head, hint, scroll);
    sheet.setId("key-list");
    sheet.getStyleClass().add("key-sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    overlay = new Overlay("key-sheet-layer", sheet);
  }

  private void add(String heading, String keys, Function<Language, String> meaning) {
    Label key = new Label(keys);
    key.getStyleClass().add("key");
    key.setMinWidth(Region.USE_PREF_SIZE);
    Label words = Actions.label(i18n.languageProperty().map(meaning));
    headings.computeIfAbsent(heading, of -> Actions.label(i18n.bound(of), "card-title"));
    lines
        .computeIfAbsent(heading, _ -> new ArrayList<>())
        .add(new Line(Written.plain(keys), Written.of(meaning), key, words));
  }

  private static String keys(LabAction action) {
    return action.keys().stream().map(KeyText::of).collect(Collectors.joining(" / "));
  }

  /// Shows what fits the words that are typed.
  private void fill() {
    String typed = Written.plain(field.getText());
    groups.getChildren().clear();
    lines.forEach(
        (heading, all) -> {
          List<Line> fitting = all.stream().filter(line -> line.fits(typed)).toList();
          if (!fitting.isEmpty()) {
            GridPane grid = new GridPane();
            grid.getStyleClass().add("keys");
            grid.add(headings.get(heading), 0, 0, 2, 1);
            for (int i = 0; i < fitting.size(); i++) {
              grid.addRow(i + 1, fitting.get(i).key(), fitting.get(i).meaning());
            }
            groups.getChildren().add(grid);
          }
        });
    if (groups.getChildren().isEmpty()) {
      groups.getChildren().add(nothing);
    }
    scroll.setVvalue(0);
  }

  /// The arrows scroll while one types.
  private void keyed(KeyEvent event) {
    double by =
        switch (event.getCode()) {
          case DOWN, PAGE_DOWN -> SCROLLED;
          case UP, PAGE_UP -> -SCROLLED;
          default -> 0;
        };
    if (by != 0) {
      scroll.setVvalue(Math.clamp(scroll.getVvalue() + by, 0, 1));
      event.consume();
    }
  }

  private void leaveFor(Runnable other) {
    overlay.leave();
    other.run();
  }

  /// What is to be laid over the window.
  public Overlay overlay() {
    return overlay;
  }

  /// Shows the sheet whole, or hides it.
  public void toggle() {
    if (!overlay.leave()) {
      field.clear();
      overlay.show(field);
    }
  }
}
