package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.tinynet.chart.ChartView;
import lab.tinynet.session.Command;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Brings the window into every state of a run and finds no word cut; see [Shots] for pictures.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class StatePicturesTest {
  private OpenLab lab;
  private Shots shots;

  @TempDir Path folder;

  @Start
  void open(Stage stage) {
    lab = new OpenLab(stage, Presets.named("dying-relu").experiment(), folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void noWordIsCutInAnyState(FxRobot robot) throws Exception {
    lab.session().submit(new Command.Step(400));
    until(() -> lab.state().step() == 400);
    shots = new Shots(lab, robot);
    shots.inEveryVariant(() -> states(robot));
    assertThat(shots.cut()).isEmpty();
  }

  private void states(FxRobot robot) throws Exception {
    shots.look("lab");
    new StageWalk(robot).open(new UnitPlace(1, 0));
    shots.look("unit");
    new StageWalk(robot).clickSurface(0.7, 0.4);
    shots.look("followed");
    key(robot, KeyCode.ESCAPE);
    shots.look("point");
    key(robot, KeyCode.ESCAPE);
    lab.session().submit(new Command.GoTo(150));
    until(() -> lab.state().step() == 150);
    shots.look("went-back");
    key(robot, KeyCode.B);
    shots.look("branches");
    key(robot, KeyCode.ESCAPE);
    key(robot, KeyCode.K);
    shots.look("palette");
    key(robot, KeyCode.ESCAPE);
    robot.push(KeyCode.F1);
    shots.look("keys");
    key(robot, KeyCode.ESCAPE);
    robot.interact(lab.window()::beginTour);
    for (int i = 1; i <= 6; i++) {
      shots.look("tour-" + i);
      if (i < 6) {
        robot.interact(() -> robot.lookup("#tour-next").queryButton().fire());
      }
    }
    key(robot, KeyCode.ESCAPE);
    robot.interact(
        () -> {
          chart(robot, "#chart-gradient-norms").show("chart.ratio");
          chart(robot, "#chart-loss").show("chart.rate");
          chart(robot, "#chart-dead-units").show("chart.saturated");
          chart(robot, "#chart-activations").show("chart.histogram");
        });
    shots.look("other-charts");
    robot.interact(
        () -> {
          chart(robot, "#chart-gradient-norms").show("chart.signal");
          chart(robot, "#chart-dead-units").show("chart.stacked");
          chart(robot, "#chart-activations").show("chart.spread");
        });
    shots.look("more-charts");
    robot.interact(
        () -> {
          chart(robot, "#chart-gradient-norms").show("chart.gradients");
          chart(robot, "#chart-loss").show("chart.loss");
          chart(robot, "#chart-dead-units").show("chart.dead");
          chart(robot, "#chart-activations").show("chart.activations");
        });
    robot.interact(() -> robot.lookup("#draw-points").queryButton().fire());
    shots.look("draw");
    key(robot, KeyCode.ESCAPE);
    robot.interact(() -> robot.lookup("#compare").queryButton().fire());
    shots.look("lanes-begin");
    robot.interact(() -> robot.lookup("#lanes-set-activations").queryButton().fire());
    until(() -> robot.lookup(".lane-heading").queryAll().size() == 3);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    shots.look("lanes");
    key(robot, KeyCode.ESCAPE);
    lab.session().submit(new Command.Open(Presets.named("conv-relu").experiment(), false));
    lab.session().submit(new Command.Step(60));
    until(() -> lab.state().step() == 60);
    shots.look("convolution");
    new StageWalk(robot).open(new UnitPlace(0, 1));
    shots.look("channel");
    key(robot, KeyCode.ESCAPE);
    lab.session().submit(new Command.Open(Presets.named("dying-relu").experiment(), false));
    lab.session().submit(new Command.Step(400));
    until(() -> lab.state().step() == 400);
  }

  private static ChartView chart(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ChartView.class);
  }

  private static void key(FxRobot robot, KeyCode code) {
    if (code == KeyCode.ESCAPE) {
      robot.push(code);
    } else {
      robot.push(KeyCode.CONTROL, code);
    }
  }
}
