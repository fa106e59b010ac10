package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.tinynet.chart.ChartView;
import lab.tinynet.session.Command;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.ui.capture.Pixels;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Brings the window into every state that it has and finds no word cut. With `-Dpictures=FOLDER` a
/// picture of each state is left there, in both languages, both themes and both sizes.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class StatePicturesTest {
  private static final Optional<Path> FOLDER =
      Optional.ofNullable(System.getProperty("pictures")).map(Path::of);

  private final List<String> cut = new ArrayList<>();
  private OpenLab lab;

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
    for (int[] size : new int[][] {{1920, 1080}, {1366, 768}}) {
      robot.interact(
          () -> {
            lab.stage().setX(0);
            lab.stage().setY(0);
            lab.stage().setWidth(size[0]);
            lab.stage().setHeight(size[1]);
          });
      for (Language language : Language.values()) {
        for (Theme theme :
            FOLDER.isPresent() ? List.of(Theme.LIGHT, Theme.DARK) : List.of(Theme.LIGHT)) {
          String name = language.code() + "-" + theme.code() + "-" + size[0];
          robot.interact(
              () -> {
                lab.window().languageProperty().set(language);
                lab.window().themeProperty().set(theme);
              });
          states(robot, name);
        }
      }
    }
    assertThat(cut).isEmpty();
  }

  private void states(FxRobot robot, String name) throws Exception {
    shoot(robot, name, "lab");
    new StageWalk(robot).open(new UnitPlace(1, 0));
    shoot(robot, name, "unit");
    new StageWalk(robot).clickSurface(0.7, 0.4);
    shoot(robot, name, "followed");
    key(robot, KeyCode.ESCAPE);
    shoot(robot, name, "point");
    key(robot, KeyCode.ESCAPE);
    lab.session().submit(new Command.GoTo(150));
    until(() -> lab.state().step() == 150);
    shoot(robot, name, "went-back");
    key(robot, KeyCode.B);
    shoot(robot, name, "branches");
    key(robot, KeyCode.ESCAPE);
    key(robot, KeyCode.K);
    shoot(robot, name, "palette");
    key(robot, KeyCode.ESCAPE);
    robot.push(KeyCode.F1);
    shoot(robot, name, "keys");
    key(robot, KeyCode.ESCAPE);
    robot.interact(lab.window()::beginTour);
    for (int i = 1; i <= 6; i++) {
      shoot(robot, name, "tour-" + i);
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
    shoot(robot, name, "other-charts");
    robot.interact(
        () -> {
          chart(robot, "#chart-gradient-norms").show("chart.signal");
          chart(robot, "#chart-dead-units").show("chart.stacked");
          chart(robot, "#chart-activations").show("chart.spread");
        });
    shoot(robot, name, "more-charts");
    robot.interact(
        () -> {
          chart(robot, "#chart-gradient-norms").show("chart.gradients");
          chart(robot, "#chart-loss").show("chart.loss");
          chart(robot, "#chart-dead-units").show("chart.dead");
          chart(robot, "#chart-activations").show("chart.activations");
        });
    robot.interact(() -> robot.lookup("#draw-points").queryButton().fire());
    shoot(robot, name, "draw");
    key(robot, KeyCode.ESCAPE);
    robot.interact(() -> robot.lookup("#compare").queryButton().fire());
    shoot(robot, name, "lanes-begin");
    robot.interact(() -> robot.lookup("#lanes-set-activations").queryButton().fire());
    until(() -> robot.lookup(".lane-heading").queryAll().size() == 3);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    shoot(robot, name, "lanes");
    key(robot, KeyCode.ESCAPE);
    lab.session().submit(new Command.Open(Presets.named("conv-relu").experiment(), false));
    lab.session().submit(new Command.Step(60));
    until(() -> lab.state().step() == 60);
    shoot(robot, name, "convolution");
    new StageWalk(robot).open(new UnitPlace(0, 1));
    shoot(robot, name, "channel");
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

  private void shoot(FxRobot robot, String name, String state) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(FOLDER.isPresent() ? 60 : 12);
    robot.interact(
        () -> {
          for (Window each : lab.windows()) {
            Scene scene = each.getScene();
            CutWords.in(scene.getRoot()).forEach(word -> cut.add(state + " " + name + ": " + word));
          }
        });
    if (FOLDER.isPresent()) {
      Files.createDirectories(FOLDER.get());
      Rectangle2D place =
          new Rectangle2D(
              lab.stage().getX(),
              lab.stage().getY(),
              lab.stage().getWidth(),
              lab.stage().getHeight());
      Image screen = robot.capture(place).getImage();
      Pixels.of(screen).write(FOLDER.get().resolve(state + "-" + name + ".png"));
    }
  }
}
