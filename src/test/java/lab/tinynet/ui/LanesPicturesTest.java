package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.ui.model.LayerPath;
import lab.tinynet.ui.model.NetworkEdits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Shows two, three and four lanes and finds no word cut; see [Shots] for pictures.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class LanesPicturesTest {
  private OpenLab lab;
  private Shots shots;

  @TempDir Path folder;

  @Start
  void open(Stage stage) {
    lab = new OpenLab(stage, Presets.named("spiral").experiment(), folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void noWordIsCutBesideEachOther(FxRobot robot) throws Exception {
    shots = new Shots(lab, robot);
    shots.inEveryVariant(
        () -> {
          lanes(robot, Presets.named("spiral").experiment(), "clipping", 2);
          lanes(robot, Presets.named("diverging").experiment(), "rates", 3);
          lanes(robot, leaky(), "activations", 4);
        });
    assertThat(shots.cut()).isEmpty();
  }

  private void lanes(FxRobot robot, Experiment wanted, String set, int count) throws Exception {
    robot.interact(() -> lab.session().submit(new Command.Open(wanted, false)));
    until(() -> lab.state().experiment().equals(wanted));
    WaitForAsyncUtils.waitForFxEvents(8);
    robot.interact(() -> robot.lookup("#compare").queryAs(Button.class).fire());
    shots.look("lanes-editor-" + count);
    robot.interact(() -> robot.lookup("#lanes-set-" + set).queryAs(Button.class).fire());
    until(() -> robot.lookup(".lane-heading").queryAll().size() == count);
    TextField field = robot.lookup("#lanes-goto").queryAs(TextField.class);
    robot.interact(
        () -> {
          field.setText("300");
          field.fireEvent(new ActionEvent());
        });
    until(
        () ->
            robot
                .lookup("#lanes-at")
                .queryAs(Labeled.class)
                .getText()
                .replaceAll("\\D", "")
                .equals("300"));
    shots.look("lanes-" + count);
    robot.interact(() -> robot.lookup("#lanes-back").queryAs(Button.class).fire());
  }

  private static Experiment leaky() {
    Experiment spiral = Presets.named("spiral").experiment();
    Activation leaky = Activation.of(Activation.Kind.LEAKY_RELU);
    Experiment one =
        NetworkEdits.change(
            spiral, LayerPath.of(0), layer -> NetworkEdits.withActivation(layer, leaky));
    return NetworkEdits.change(
        one, LayerPath.of(1), layer -> NetworkEdits.withActivation(layer, leaky));
  }
}
