package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Going back and forth, undoing, branching; commands by name, keys, files.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class TimelineJourneyTest {
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

  private void trainTo(long step) {
    lab.session().submit(new Command.Step(step - lab.state().step()));
    until(() -> lab.state().step() == step);
  }

  private static Point2D on(FxRobot robot, double share) {
    Node line = robot.lookup("#time-line").query();
    Bounds bounds = line.localToScreen(line.getBoundsInLocal());
    return new Point2D(bounds.getMinX() + bounds.getWidth() * share, bounds.getMinY() + 8);
  }

  @Test
  void draggingGoesThroughTheKnownSteps(FxRobot robot) {
    trainTo(400);
    robot.drag(on(robot, 0.9), MouseButton.PRIMARY).moveTo(on(robot, 0.5));
    until(() -> Math.abs(lab.state().step() - 200) < 12);
    assertThat(lab.state().phase()).isEqualTo(RunState.Phase.PAUSED);
    robot.drop();
    assertThat(lab.state().log().length()).isEqualTo(400);

    long here = lab.state().step();
    robot.clickOn("#step-back");
    until(() -> lab.state().step() == here - 1);
    robot.clickOn("#mark-after");
    until(() -> lab.state().step() == 400);
    robot.clickOn("#play");
    until(() -> lab.state().step() > 0 && lab.state().step() < 200);
    robot.push(KeyCode.CONTROL, KeyCode.P);
    robot.push(KeyCode.CONTROL, KeyCode.END);
    until(() -> lab.state().step() == 400);
  }

  @Test
  void whatWasDoneIsNamedTakenBackAndDoneAgain(FxRobot robot) {
    trainTo(100);
    robot.interact(() -> robot.lookup("#rate").queryAs(TextField.class).setText("0.5"));
    robot.interact(() -> robot.lookup("#rate").query().requestFocus());
    robot.push(KeyCode.ENTER);
    until(() -> lab.state().experiment().optimizer().rate() == 0.5);
    Node undo = robot.lookup("#undo").query();
    until(() -> undo.getAccessibleText().contains("learning rate 0.1 → 0.5"));
    robot.clickOn("#step");
    robot.interact(() -> lab.stage().getScene().getRoot().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> lab.state().experiment().optimizer().rate() == 0.1);
    until(() -> robot.lookup("#rate").queryAs(TextField.class).getText().equals("0.1"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> lab.state().step() == 0);
    assertThat(lab.state().deeds().done()).isEmpty();
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    until(() -> lab.state().experiment().optimizer().rate() == 0.5);
    assertThat(lab.state().step()).isEqualTo(100);
  }

  @Test
  void aChangeInThePastIsABranchThatCanBeNamedAndLeft(FxRobot robot) {
    trainTo(300);
    lab.session().submit(new Command.GoTo(150));
    until(() -> lab.state().step() == 150);
    robot.interact(() -> robot.lookup("#rate").query().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A).write("0.02").push(KeyCode.ENTER);
    until(() -> lab.state().timeline().current() == 2);
    until(() -> robot.lookup("#branches").queryAs(Labeled.class).getText().equals("Branch 2"));
    trainTo(200);
    robot.push(KeyCode.CONTROL, KeyCode.B);
    until(() -> robot.lookup("#branch-name-2").tryQuery().isPresent());
    robot.clickOn("#branch-name-2").write("gentler").push(KeyCode.ENTER);
    until(() -> lab.state().timeline().currentBranch().name().equals("gentler"));
    robot.clickOn("#go-branch-1");
    until(() -> lab.state().step() == 300 && lab.state().timeline().current() == 1);
    robot.push(KeyCode.ESCAPE);
    robot.clickOn("#branch-line-2");
    until(() -> lab.state().timeline().current() == 2);
  }

  @Test
  void everythingIsFoundByItsNameInEitherLanguage(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("sszt").push(KeyCode.ENTER);
    until(() -> lab.settings().theme() == Theme.DARK);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("chinese").push(KeyCode.ENTER);
    until(() -> lab.settings().language().equals(java.util.Optional.of(Language.ZH)));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("undo").push(KeyCode.ENTER);
    assertThat(robot.lookup("#palette").query().isVisible()).isTrue();
    robot.push(KeyCode.ESCAPE).push(KeyCode.F1);
    until(() -> robot.lookup("#key-list").query().getParent().isVisible());
    robot.push(KeyCode.ESCAPE);
    until(() -> !robot.lookup("#key-list").query().getParent().isVisible());
  }

  @Test
  void anExperimentIsSavedOpenedAndUndone(FxRobot robot) throws Exception {
    var wave = Presets.named("xor").experiment();
    Files.writeString(folder.resolve("open.json"), SpecJson.write(wave));
    robot.push(KeyCode.CONTROL, KeyCode.O);
    until(() -> lab.state().experiment().equals(wave));
    until(() -> lab.settings().recent().size() == 1);
    robot.interact(() -> lab.stage().getScene().getRoot().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.S);
    until(() -> lab.settings().recent().size() == 2);
    Path saved = Path.of(lab.settings().recent().getFirst());
    assertThat(SpecJson.read(saved)).isEqualTo(wave);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> lab.state().experiment().equals(Presets.named("dying-relu").experiment()));

    Files.writeString(folder.resolve("open.json"), "{\"format\": 1, \"nonsense\": 3}");
    robot.push(KeyCode.CONTROL, KeyCode.O);
    until(() -> robot.lookup("#toast").queryAs(Labeled.class).getText().contains("nonsense"));
    assertThat(lab.state().experiment()).isEqualTo(Presets.named("dying-relu").experiment());
  }

  @Test
  void theTourHasSixStepsAndIsLeftAtAnyTime(FxRobot robot) {
    robot.interact(lab.window()::beginTour);
    for (int i = 0; i < 5; i++) {
      robot.clickOn("#tour-next");
    }
    robot.clickOn("#tour-next");
    until(() -> !robot.lookup("#tour").query().isVisible());
    until(() -> lab.settings().toured());
    robot.interact(lab.window()::beginTour);
    robot.push(KeyCode.ESCAPE);
    until(() -> !robot.lookup("#tour").query().isVisible());
  }

  @Test
  void aTextFieldKeepsItsOwnUndo(FxRobot robot) {
    trainTo(10);
    robot.clickOn("#seed").push(KeyCode.CONTROL, KeyCode.A).write("77");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(lab.state().step()).isEqualTo(10);
    assertThat(robot.lookup("#seed").queryAs(TextInputControl.class).isFocused()).isTrue();
  }
}
