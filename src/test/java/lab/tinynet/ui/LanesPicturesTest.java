package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.ui.capture.Pixels;
import lab.tinynet.ui.model.LayerPath;
import lab.tinynet.ui.model.NetworkEdits;
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

/// Shows two and four lanes and finds no word cut. With `-Dpictures=FOLDER` a picture of each state
/// is left there, in both languages, both themes and both sizes.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class LanesPicturesTest {
  private static final Optional<Path> FOLDER =
      Optional.ofNullable(System.getProperty("pictures")).map(Path::of);

  private final List<String> cut = new ArrayList<>();
  private OpenLab lab;

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
    for (int[] size : new int[][] {{1920, 1080}, {1366, 768}}) {
      robot.interact(
          () -> {
            lab.stage().setX(0);
            lab.stage().setY(0);
            lab.stage().setWidth(size[0]);
            lab.stage().setHeight(size[1]);
          });
      for (Language language : Language.values()) {
        Theme theme = language == Language.ZH ? Theme.LIGHT : Theme.DARK;
        robot.interact(
            () -> {
              lab.window().languageProperty().set(language);
              lab.window().themeProperty().set(theme);
            });
        String name = language.code() + "-" + theme.code() + "-" + size[0];
        lanes(robot, name, Presets.named("spiral").experiment(), "clipping", 2);
        lanes(robot, name, Presets.named("diverging").experiment(), "rates", 3);
        lanes(robot, name, leaky(), "activations", 4);
      }
    }
    assertThat(cut).isEmpty();
  }

  private void lanes(FxRobot robot, String name, Experiment wanted, String set, int count)
      throws Exception {
    robot.interact(() -> lab.session().submit(new Command.Open(wanted, false)));
    until(() -> lab.state().experiment().equals(wanted));
    WaitForAsyncUtils.waitForFxEvents(8);
    robot.interact(() -> robot.lookup("#compare").queryAs(Button.class).fire());
    shoot(robot, name, "lanes-editor-" + count);
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
    shoot(robot, name, "lanes-" + count);
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

  private void shoot(FxRobot robot, String name, String state) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(40);
    robot.interact(
        () ->
            CutWords.in(lab.stage().getScene().getRoot())
                .forEach(word -> cut.add(state + " " + name + ": " + word)));
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
