package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.WeightEdit;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A unit opened into its card: what it sums up, why it died, and its weights set by hand.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class UnitCardJourneyTest {
  private static final UnitPlace UNIT = new UnitPlace(1, 0);

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

  private static String words(FxRobot robot) {
    return robot.lookup("#unit-card .label").queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .collect(Collectors.joining("\n"));
  }

  private List<WeightEdit> setByHand() {
    return lab.state().timeline().currentBranch().edits().stream()
        .flatMap(edit -> edit.weights().stream())
        .toList();
  }

  private static TextField bias(FxRobot robot) {
    until(() -> robot.lookup("#unit-parameters .parameter-field").tryQuery().isPresent());
    return robot.lookup("#unit-parameters .parameter-field").queryAs(TextField.class);
  }

  @Test
  void aDeadUnitSaysWhichUpdateKilledIt(FxRobot robot) {
    lab.session().submit(new Command.Step(400));
    until(() -> lab.state().step() == 400);
    new StageWalk(robot).open(UNIT);
    until(() -> words(robot).contains("dense 2, unit 1"));
    until(() -> words(robot).contains("killed it again: the largest z on the probe set went from"));
    assertThat(words(robot)).containsPattern("Dead from step 0, revived at the probe of step \\d+");
    until(() -> words(robot).contains("100% below 0"));
    assertThat(words(robot)).contains("dead");
    robot.push(KeyCode.ESCAPE);
    until(() -> !robot.lookup("#unit-card").query().isVisible());
  }

  @Test
  void aBiasTypedOverIsInTheRunAndCanBeTakenBack(FxRobot robot) {
    lab.session().submit(new Command.Step(20));
    until(() -> lab.state().step() == 20);
    new StageWalk(robot).open(UNIT);
    TextField field = bias(robot);
    String before = field.getText();
    robot.clickOn(field);
    robot.interact(field::selectAll);
    robot.write("1.5").push(KeyCode.ENTER);
    until(() -> setByHand().equals(List.of(WeightEdit.bias(1, 0, 1.5))));
    until(() -> bias(robot).getText().equals("1.5"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> setByHand().isEmpty());
    until(() -> bias(robot).getText().equals(before));
  }

  @Test
  void whatIsNotANumberIsSaidAndLeftOut(FxRobot robot) {
    new StageWalk(robot).open(UNIT);
    TextField field = bias(robot);
    String before = field.getText();
    robot.clickOn(field);
    robot.interact(field::selectAll);
    robot.write("much").push(KeyCode.ENTER);
    until(() -> words(robot).contains("number"));
    robot.push(KeyCode.ESCAPE);
    until(() -> bias(robot).getText().equals(before));
    assertThat(setByHand()).isEmpty();
  }

  @Test
  void aPointOnTheSurfaceIsFollowedThroughTheNetwork(FxRobot robot) {
    lab.session().submit(new Command.Step(20));
    until(() -> lab.state().step() == 20);
    new StageWalk(robot).open(UNIT);
    String first = words(robot);
    new StageWalk(robot).clickSurface(0.9, 0.9);
    until(() -> !words(robot).equals(first) && words(robot).contains("For "));
    assertThat(words(robot)).contains("z =", "ReLU");
    robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
    until(() -> !robot.lookup("#unit-card").query().isVisible());
  }
}
