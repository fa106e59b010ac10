package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.showing;
import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.ui.action.LabAction;
import lab.tinynet.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What stands in front of the lab: the palette of commands, the sheet of keys, the tour.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class PaletteJourneyTest {
  @TempDir Path folder;

  private OpenLab lab;

  @Start
  void open(Stage stage) {
    lab = new OpenLab(stage, Presets.named("dying-relu").experiment(), folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @SuppressWarnings("unchecked")
  private static ListView<LabAction> list(FxRobot robot) {
    return robot.lookup("#palette-list").queryAs(ListView.class);
  }

  private static List<String> ids(FxRobot robot) {
    return list(robot).getItems().stream().map(LabAction::id).toList();
  }

  private static boolean shows(FxRobot robot, String layer) {
    return showing(robot.lookup(layer).query());
  }

  private static String words(FxRobot robot, String within) {
    return robot.lookup(within + " .label").queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .collect(Collectors.joining("\n"));
  }

  /// Keys that come before it is open would go elsewhere.
  private static void openPalette(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    until(() -> shows(robot, "#palette-layer"));
    until(() -> robot.lookup("#palette").query().isFocused());
  }

  private static void type(FxRobot robot, String words) {
    robot.write(words);
    until(() -> robot.lookup("#palette").queryTextInputControl().getText().equals(words));
  }

  private Node focused() {
    return lab.stage().getScene().getFocusOwner();
  }

  @Test
  void pinyinInitialsFindAndRunACommand(FxRobot robot) {
    openPalette(robot);
    type(robot, "xl");
    robot.push(KeyCode.ENTER);
    until(() -> lab.state().phase() == RunState.Phase.TRAINING);
    assertThat(shows(robot, "#palette-layer")).isFalse();
    openPalette(robot);
    type(robot, "xunlian");
    robot.push(KeyCode.ENTER);
    until(() -> lab.state().phase() == RunState.Phase.PAUSED);
  }

  @Test
  void presetsAndFilesOpenedLatelyAreFoundByName(FxRobot robot) throws Exception {
    openPalette(robot);
    type(robot, Presets.named("moons").title().en());
    robot.push(KeyCode.ENTER);
    until(() -> lab.state().experiment().equals(Presets.named("moons").experiment()));

    var own = Presets.named("moons").experiment().withSeed(4242);
    Files.writeString(folder.resolve("open.json"), SpecJson.write(own));
    robot.push(KeyCode.CONTROL, KeyCode.O);
    until(() -> lab.state().experiment().equals(own));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> !lab.state().experiment().equals(own));
    openPalette(robot);
    type(robot, "open.js");
    robot.push(KeyCode.ENTER);
    until(() -> lab.state().experiment().equals(own));
  }

  @Test
  void whatWasDoneLatelyStandsFirstTheNextTime(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertThat(ids(robot)).startsWith("train").doesNotHaveDuplicates();
    type(robot, "dark");
    robot.push(KeyCode.ENTER);
    until(() -> lab.settings().theme() == Theme.DARK);
    openPalette(robot);
    type(robot, "light");
    robot.push(KeyCode.ENTER);
    until(() -> lab.settings().theme() == Theme.LIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertThat(ids(robot)).startsWith("light", "dark", "train");
  }

  @Test
  void whatCantBeDoneSaysWhyAndIsNotDone(FxRobot robot) {
    openPalette(robot);
    type(robot, "undo");
    until(() -> words(robot, "#palette-list").contains("Nothing to undo yet"));
    robot.push(KeyCode.ENTER);
    assertThat(shows(robot, "#palette-layer")).isTrue();
  }

  @Test
  void onlyARowRunsWhenItIsClicked(FxRobot robot) {
    openPalette(robot);
    type(robot, "dark theme");
    until(() -> ids(robot).equals(List.of("dark")));
    Bounds place = list(robot).localToScreen(list(robot).getBoundsInLocal());
    robot.clickOn(place.getCenterX(), place.getMaxY() - 6);
    assertThat(shows(robot, "#palette-layer")).isTrue();
    assertThat(lab.settings().theme()).isEqualTo(Theme.LIGHT);
    robot.clickOn(place.getCenterX(), place.getMinY() + 12);
    until(() -> lab.settings().theme() == Theme.DARK);
  }

  @Test
  void keysStayInWhatStandsInFront(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(focused().getId()).isEqualTo("palette");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertThat(shows(robot, "#palette-layer")).isFalse();

    robot.push(KeyCode.F1);
    for (int i = 0; i < 6; i++) {
      robot.push(KeyCode.TAB);
      assertThat(within(focused(), "key-sheet-layer")).isTrue();
    }
    robot.push(KeyCode.F1);
    assertThat(shows(robot, "#key-sheet-layer")).isFalse();

    robot.interact(lab.window()::beginTour);
    for (int i = 0; i < 6; i++) {
      robot.push(KeyCode.TAB);
      assertThat(within(focused(), "tour")).isTrue();
    }
    assertThat(lab.state().phase()).isEqualTo(RunState.Phase.PAUSED);
  }

  @Test
  void aKeyThatIsHeldDownOpensOnceButMovesOnAndOn(FxRobot robot) {
    lab.session().submit(new Command.Step(20));
    until(() -> lab.state().step() == 20);
    hold(robot, KeyCode.F1, false);
    hold(robot, KeyCode.F1, false);
    assertThat(shows(robot, "#key-sheet-layer")).isTrue();
    letGo(robot, KeyCode.F1);
    robot.push(KeyCode.F1);
    assertThat(shows(robot, "#key-sheet-layer")).isFalse();
    for (long step = 19; step >= 17; step--) {
      long goal = step;
      hold(robot, KeyCode.LEFT, true);
      until(() -> lab.state().step() == goal);
      robot.interact(() -> {});
    }
    letGo(robot, KeyCode.LEFT);
  }

  /// A press of a key, such as comes again and again while it is held down.
  private void hold(FxRobot robot, KeyCode code, boolean control) {
    fire(robot, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
  }

  private void letGo(FxRobot robot, KeyCode code) {
    fire(robot, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
  }

  private void fire(FxRobot robot, KeyEvent event) {
    robot.interact(() -> Event.fireEvent(lab.stage().getScene().getRoot(), event));
  }

  private static boolean within(Node node, String id) {
    return node != null && (id.equals(node.getId()) || within(node.getParent(), id));
  }

  @Test
  void noCommandFiresWhileAnInputMethodComposes(FxRobot robot) {
    compose(robot, lab.stage().getScene().getRoot(), "xu");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertThat(shows(robot, "#palette-layer")).isFalse();
    compose(robot, lab.stage().getScene().getRoot(), "");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertThat(shows(robot, "#palette-layer")).isTrue();
    robot.write("dark");
    compose(robot, robot.lookup("#palette").query(), "xu");
    robot.push(KeyCode.ENTER);
    assertThat(shows(robot, "#palette-layer")).isTrue();
  }

  private static void compose(FxRobot robot, Node node, String letters) {
    List<InputMethodTextRun> runs =
        letters.isEmpty()
            ? List.of()
            : List.of(new InputMethodTextRun(letters, InputMethodHighlight.UNSELECTED_RAW));
    robot.interact(
        () ->
            node.fireEvent(
                new InputMethodEvent(
                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, "", letters.length())));
  }

  @Test
  void partsOfTheWindowAreReachedByName(FxRobot robot) {
    openPalette(robot);
    type(robot, "type a seed");
    robot.push(KeyCode.ENTER);
    until(() -> "seed".equals(focused().getId()));
    openPalette(robot);
    type(robot, "enlarge learning");
    robot.push(KeyCode.ENTER);
    until(() -> !shows(robot, "#stage"));
    robot.push(KeyCode.ESCAPE);
    until(() -> shows(robot, "#stage"));
    openPalette(robot);
    type(robot, "speed 30");
    robot.push(KeyCode.ENTER);
    until(() -> lab.state().pace().stepsPerSecond() == 30);
  }

  @Test
  void theSheetOfKeysIsSearchedAndLeadsToTheTour(FxRobot robot) {
    robot.push(KeyCode.F1);
    assertThat(words(robot, "#key-list")).contains("Train / pause", "Undo", "Ctrl Y");
    robot.write("undo");
    until(() -> !words(robot, "#key-list").contains("Train / pause"));
    assertThat(words(robot, "#key-list")).contains("Undo", "Ctrl Z");
    robot.interact(() -> robot.lookup("#key-search").queryAs(TextField.class).setText("ctrl+z"));
    assertThat(words(robot, "#key-list")).contains("Undo").doesNotContain("Redo\n");
    robot.interact(() -> robot.lookup("#key-search").queryAs(TextField.class).setText("qqq"));
    assertThat(words(robot, "#key-list")).contains("No key is called that");
    robot.clickOn("#keys-tour");
    until(() -> shows(robot, "#tour") && !shows(robot, "#key-sheet-layer"));
  }

  @Test
  void theTourFollowsTheSizeOfTheWindow(FxRobot robot) {
    robot.interact(lab.window()::beginTour);
    for (int i = 0; i < 5; i++) {
      robot.interact(() -> robot.lookup("#tour-next").queryButton().fire());
    }
    until(() -> around(robot, "#tutor"));
    robot.interact(
        () -> {
          lab.stage().setWidth(1300);
          lab.stage().setHeight(760);
        });
    until(() -> lab.stage().getScene().getWidth() <= 1300);
    until(() -> around(robot, "#tutor"));
  }

  /// Whether the ring of the tour lies around a part, and its card within the window.
  private static boolean around(FxRobot robot, String id) {
    Rectangle ring = robot.lookup(".tour-ring").queryAs(Rectangle.class);
    Bounds ringed = ring.localToScene(ring.getLayoutBounds());
    Node part = robot.lookup(id).query();
    Bounds place = part.localToScene(part.getBoundsInLocal());
    Node card = robot.lookup(".tour-card").query();
    Bounds whole = card.localToScene(card.getLayoutBounds());
    return ringed.contains(place)
        && ringed.getWidth() < place.getWidth() + 40
        && whole.getMinX() >= 0
        && whole.getMaxX() <= card.getScene().getWidth()
        && whole.getMaxY() <= card.getScene().getHeight();
  }
}
