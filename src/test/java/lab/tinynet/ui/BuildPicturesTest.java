package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.SpecJson;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Builds networks of every layer, breaks runs and opens charts up, and finds no word cut; see
/// [Shots] for pictures.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class BuildPicturesTest {
  /// Every kind of layer that takes a row of numbers, with what the training panel can say.
  private static final Experiment EVERYTHING =
      SpecJson.read(
          """
          {"format": 1, "name": "layers of all kinds", "seed": 11,
           "data": {"kind": "moons", "examples": 300, "noise": 0.1, "test": 0.3},
           "network": [
             {"layer": "dense", "units": 8, "activation": {"kind": "leaky-relu", "slope": 0.05}},
             {"layer": "batch-norm"},
             {"layer": "residual", "layers": [
               {"layer": "dense", "units": 8, "activation": "gelu", "init": "orthogonal"},
               {"layer": "layer-norm"}]},
             {"layer": "dropout", "rate": 0.2},
             {"layer": "activation", "activation": "tanh"},
             {"layer": "dense", "units": 1, "activation": "tanh"}],
           "loss": "mse",
           "optimizer": {"kind": "momentum", "rate": 0.05, "momentum": 0.9,
             "schedule": {"kind": "cosine", "steps": 400, "to": 0.01}},
           "batch": 16, "clip": {"kind": "norm", "limit": 0.5}, "penalty": {"l1": 0, "l2": 0.001}}
          """);

  @TempDir Path folder;

  private OpenLab lab;
  private Shots shots;

  @Start
  void open(Stage stage) {
    lab = new OpenLab(stage, Presets.named("dying-relu").experiment(), folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void noWordIsCutWhileBuildingAndBreaking(FxRobot robot) throws Exception {
    shots = new Shots(lab, robot);
    shots.inEveryVariant(() -> states(robot));
    assertThat(shots.cut()).isEmpty();
  }

  private void states(FxRobot robot) throws Exception {
    run(EVERYTHING, 300);
    shots.look("all-layers");
    new StageWalk(robot).open(new UnitPlace(1, 2));
    shots.look("batch-norm-unit");
    robot.push(KeyCode.ESCAPE);
    lab.session().submit(new Command.GoTo(120));
    until(() -> lab.state().step() == 120);
    showPanel(robot);
    for (String[] part :
        new String[][] {
          {"panel-network", "#layer-row-3"},
          {"panel-training", "#rate"},
          {"panel-stop", "#stop-step"}
        }) {
      scrollTo(robot, part[1]);
      shots.look(part[0]);
    }
    choose(robot, "#add-layer", "add-conv2d");
    until(() -> robot.lookup("#draft-notice").query().isVisible());
    scrollTo(robot, "#draft-notice");
    shots.look("cannot-be-built");
    robot.interact(() -> robot.lookup("#draft-revert").queryButton().fire());
    hidePanel(robot);

    run(Presets.named("exploding").experiment(), 60);
    Node norms = robot.lookup("#chart-gradient-norms").query();
    robot.moveTo(norms);
    shots.look("read-out");
    robot.clickOn(norms);
    shots.look("pinned");
    menu(robot, "#chart-gradient-norms", ".chart-more");
    shots.look("chart-menu");
    robot.push(KeyCode.ESCAPE);
    menu(robot, "#chart-gradient-norms", ".chart-title");
    shots.look("chart-faces");
    robot.push(KeyCode.ESCAPE);
    robot.interact(() -> enlarge(robot, "#chart-gradient-norms"));
    shots.look("enlarged");
    robot.push(KeyCode.ESCAPE);

    lab.session().submit(new Command.Open(Presets.named("diverging").experiment(), true));
    until(() -> lab.state().phase() == RunState.Phase.DIVERGED);
    shots.look("diverged");
    run(Presets.named("wave").experiment(), 300);
    shots.look("regression-line");
    run(Presets.named("strokes").experiment(), 100);
    shots.look("images");
    run(Presets.named("deep-sigmoid").experiment(), 300);
    shots.look("deep");
  }

  private void run(Experiment experiment, long steps) {
    lab.session().submit(new Command.Open(experiment, false));
    lab.session().submit(new Command.Step(steps));
    until(
        () ->
            lab.state().experiment().equals(experiment)
                && (lab.state().step() == steps || lab.state().phase() == RunState.Phase.DIVERGED));
  }

  /// On a narrow window the panel is a drawer.
  private static void showPanel(FxRobot robot) {
    if (!robot.lookup("#experiment-panel").query().isVisible()) {
      robot.clickOn("#rail-network");
      until(() -> robot.lookup("#experiment-panel").query().isVisible());
    }
  }

  private static void hidePanel(FxRobot robot) {
    if (robot.lookup("#rail-network").query().getParent().isVisible()) {
      robot.push(KeyCode.ESCAPE);
      until(() -> !robot.lookup("#experiment-panel").query().isVisible());
    }
  }

  private static void enlarge(FxRobot robot, String chart) {
    MenuButton more = button(robot, chart, ".chart-more");
    more.show();
    MenuItem wanted =
        more.getItems().stream()
            .filter(item -> "chart-enlarge".equals(item.getId()))
            .findFirst()
            .orElseThrow();
    more.hide();
    wanted.fire();
  }

  private static void menu(FxRobot robot, String chart, String kind) {
    robot.interact(() -> button(robot, chart, kind).show());
  }

  private static MenuButton button(FxRobot robot, String chart, String kind) {
    return robot.from(robot.lookup(chart)).lookup(kind).queryAs(MenuButton.class);
  }

  private static void choose(FxRobot robot, String menu, String item) {
    robot.interact(
        () ->
            robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private static void scrollTo(FxRobot robot, String id) {
    robot.interact(
        () -> {
          ScrollPane scroll =
              robot.lookup("#experiment-panel .scroll-pane").queryAs(ScrollPane.class);
          Node node = robot.lookup(id).query();
          Bounds all = scroll.getContent().getBoundsInLocal();
          Bounds wanted =
              scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
          double window = scroll.getViewportBounds().getHeight();
          double top = wanted.getMinY() - window / 4;
          scroll.setVvalue(Math.clamp(top / (all.getHeight() - window), 0, 1));
        });
  }
}
