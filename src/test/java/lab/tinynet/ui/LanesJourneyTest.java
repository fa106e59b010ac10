package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.showing;
import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Presets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Compares runs side by side in the real window.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class LanesJourneyTest {
  private OpenLab lab;

  @TempDir Path folder;

  @Start
  void open(Stage stage) {
    lab = new OpenLab(stage, Presets.named("moons").experiment(), folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void aQuickSetTrainsInLockstepSaysWhatDiffersAndALaneCanBeTaken(FxRobot robot) {
    lab.session().submit(new Command.Step(30));
    until(() -> lab.state().step() == 30);

    robot.clickOn("#compare");
    robot.clickOn("#lanes-set-activations");
    until(() -> shown(robot, "#lanes-sentence"));
    assertThat(words(robot, "#lanes-sentence"))
        .isEqualTo("Exactly one difference: layer 1 activation (ReLU · sigmoid · tanh)");
    assertThat(robot.lookup(".lane-heading").queryAll()).hasSize(3);
    assertThat(words(robot, "#lane-heading-2")).isEqualTo("sigmoid");

    robot.clickOn("#lanes-goto").write("200").push(KeyCode.ENTER);
    until(() -> words(robot, "#lanes-at").equals("step 200"));
    assertThat(lab.state().step()).as("the single run").isEqualTo(30);

    robot.clickOn("#take-lane-2");
    until(
        () ->
            lab.state().experiment().network().getFirst().activation().kind()
                == Activation.Kind.SIGMOID);
    assertThat(shown(robot, "#lanes")).isFalse();
    assertThat(lab.state().step()).isZero();
  }

  @Test
  void escapeFindsTheRunAsItWasLeft(FxRobot robot) {
    lab.session().submit(new Command.Step(30));
    until(() -> lab.state().step() == 30);
    RunState before = lab.state();

    robot.push(KeyCode.CONTROL, KeyCode.M);
    robot.clickOn("#lanes-set-rates");
    until(() -> shown(robot, "#lanes-sentence"));
    robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
    until(() -> words(robot, "#lanes-at").equals("step 1"));
    robot.push(KeyCode.ESCAPE);

    assertThat(shown(robot, "#lanes")).isFalse();
    assertThat(lab.state().step()).isEqualTo(30);
    assertThat(lab.state().log()).isSameAs(before.log());
    assertThat(lab.state().experiment()).isEqualTo(before.experiment());
    assertThat(lab.state().phase()).isEqualTo(RunState.Phase.PAUSED);
  }

  @Test
  void whatIsTypedMakesTheLanesAndMoreThanOneDifferenceIsSaid(FxRobot robot) {
    robot.clickOn("#compare");
    ComboBox<Object> first = combo(robot, "#lane-aspect-1");
    robot.interact(() -> first.setValue(first.getItems().get(3)));
    TextField rate = robot.lookup("#lane-value-1-2").queryAs(TextField.class);
    robot.interact(() -> rate.setText("-1"));
    assertThat(robot.lookup("#lanes-start").queryButton().isDisabled()).isTrue();
    assertThat(words(robot, "#lanes-complaint")).startsWith("Lane 2: ");
    robot.interact(() -> rate.setText("0.5"));
    assertThat(words(robot, "#lanes-preview")).startsWith("Exactly one difference: learning rate");

    robot.clickOn("#lanes-more");
    assertThat(words(robot, "#lanes-preview")).startsWith("2 differences: ");
    robot.clickOn("#lanes-another").clickOn("#lanes-start");
    until(() -> robot.lookup(".lane-heading").queryAll().size() == 3);
    assertThat(words(robot, "#lanes-sentence")).startsWith("2 differences: ");
    assertThat(words(robot, "#lane-heading-2")).contains("0.5");
  }

  @Test
  void aLaneThatDivergesSaysSoAndTheOthersGoOn(FxRobot robot) {
    lab.session().submit(new Command.Open(Presets.named("diverging").experiment(), false));
    until(() -> lab.state().experiment().equals(Presets.named("diverging").experiment()));
    until(() -> robot.lookup("#seed").queryAs(TextField.class).isVisible());
    robot.interact(() -> {});
    robot.clickOn("#compare").clickOn("#lanes-set-rates");
    until(() -> shown(robot, "#lanes-sentence"));
    robot.clickOn("#lanes-train");
    until(() -> shown(robot, "#lane-alarm-1"));
    assertThat(words(robot, "#lane-alarm-1")).startsWith("Diverged at step ");
    long then = step(robot);
    until(() -> step(robot) > then);
    assertThat(shown(robot, "#lane-alarm-2")).isFalse();
  }

  private static long step(FxRobot robot) {
    return Long.parseLong(words(robot, "#lanes-at").replaceAll("\\D", ""));
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Object> combo(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ComboBox.class);
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup(id).queryAll().stream()
        .anyMatch(node -> node.getScene() != null && showing(node));
  }

  private static boolean showing(javafx.scene.Node node) {
    return node.isVisible() && (node.getParent() == null || showing(node.getParent()));
  }

  private static String words(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }
}
