package lab.tinynet.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Window;
import lab.tinynet.ui.capture.Pixels;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Looks at states of the window: no word may be cut in any, and with `-Dpictures=FOLDER` a picture
/// of each is left there, in both languages, both themes and both sizes.
final class Shots {
  private static final Optional<Path> FOLDER =
      Optional.ofNullable(System.getProperty("pictures")).map(Path::of);

  private final OpenLab lab;
  private final FxRobot robot;
  private final List<String> cut = new ArrayList<>();
  private String variant = "";

  /// States of the window, one after the other.
  interface States {
    void bringAbout() throws Exception;
  }

  Shots(OpenLab lab, FxRobot robot) {
    this.lab = lab;
    this.robot = robot;
  }

  /// Brings the states about in each size, language and theme; without pictures, in one theme.
  void inEveryVariant(States states) throws Exception {
    for (int[] size : new int[][] {{1920, 1080}, {1366, 768}}) {
      resize(size[0], size[1]);
      for (Language language : Language.values()) {
        for (Theme theme :
            FOLDER.isPresent() ? List.of(Theme.LIGHT, Theme.DARK) : List.of(Theme.LIGHT)) {
          dress(language, theme);
          variant = language.code() + "-" + theme.code() + "-" + size[0];
          states.bringAbout();
        }
      }
    }
  }

  private void resize(double width, double height) {
    robot.interact(
        () -> {
          lab.stage().setX(0);
          lab.stage().setY(0);
          lab.stage().setWidth(width);
          lab.stage().setHeight(height);
        });
    settle();
  }

  private void dress(Language language, Theme theme) {
    robot.interact(
        () -> {
          lab.window().languageProperty().set(language);
          lab.window().themeProperty().set(theme);
        });
  }

  /// Looks at the whole window, pop-ups and all.
  void look(String state) throws Exception {
    settle();
    robot.interact(
        () -> {
          for (Window each : lab.windows()) {
            Scene scene = each.getScene();
            note(state, scene.getRoot());
          }
        });
    write(state);
  }

  /// Looks at a part of the window, which stands in front of the rest.
  void look(String state, Parent part) throws Exception {
    settle();
    robot.interact(() -> note(state, part));
    write(state);
  }

  /// What was cut so far: state, variant and words.
  List<String> cut() {
    return cut;
  }

  private void note(String state, Parent part) {
    CutWords.in(part).forEach(word -> cut.add(state + " " + variant + ": " + word));
  }

  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents(FOLDER.isPresent() ? 60 : 12);
  }

  private void write(String state) throws Exception {
    if (FOLDER.isPresent()) {
      Files.createDirectories(FOLDER.get());
      Rectangle2D place =
          new Rectangle2D(
              lab.stage().getX(),
              lab.stage().getY(),
              lab.stage().getWidth(),
              lab.stage().getHeight());
      Image screen = robot.capture(place).getImage();
      Pixels.of(screen).write(FOLDER.get().resolve(state + "-" + variant + ".png"));
    }
  }
}
