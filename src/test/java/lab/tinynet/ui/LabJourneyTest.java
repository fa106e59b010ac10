package lab.tinynet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lab.tinynet.chart.ThemeTokens;
import lab.tinynet.engine.EngineSessions;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.session.Session;
import lab.tinynet.session.SessionFactory;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Presets;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.file.FilePlaces;
import lab.tinynet.ui.settings.SettingsStore;
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

/// Walks through the real window with a real mouse and keyboard.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class LabJourneyTest {
  /// The one line that says which sessions the journeys walk on.
  private static final SessionFactory SESSIONS = new EngineSessions();

  private static final long PATIENCE = 40;

  @TempDir Path folder;

  private Session session;
  private LabWindow window;
  private SettingsStore settings;
  private Stage stage;

  @Start
  void open(Stage shown) {
    stage = shown;
    settings = SettingsStore.inMemory();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1600);
    stage.setHeight(900);
    window =
        LabWindow.open(
            stage,
            new LabSetup(
                saved -> {
                  session = SESSIONS.restore(saved);
                  return session;
                },
                new EngineSessions(),
                Presets.all(),
                Optional.empty(),
                Optional.of(Presets.named("dying-relu").experiment()),
                Optional.of(Language.EN),
                Optional.of(Theme.LIGHT),
                settings,
                folder.resolve("results.json"),
                Tutor::withBuiltInQuestions,
                i18n -> (owner, name) -> Optional.of(folder.resolve(name)),
                FilePlaces::dialogues,
                seed -> seed + 1,
                false));
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, window::close);
    session.close();
  }

  @Test
  void trainingStartsPausesStepsAndResetsToTheSameWeights(FxRobot robot) throws Exception {
    robot.clickOn("#train");
    until(() -> session.state().step() > 50);
    robot.clickOn("#train");
    until(() -> session.state().phase() == RunState.Phase.PAUSED);
    double firstLoss = session.state().log().steps().get(0, 0);
    long paused = session.state().step();

    robot.clickOn("#single-step");
    until(() -> session.state().step() == paused + 1);
    assertThat(session.state().phase()).isEqualTo(RunState.Phase.PAUSED);

    robot.clickOn("#reset");
    until(() -> session.state().step() == 0);
    robot.clickOn("#single-step");
    until(() -> session.state().log().length() == 1);
    assertThat(session.state().log().steps().get(0, 0)).isEqualTo(firstLoss);
    until(() -> words(robot, "#step").equals("step 1"));
  }

  @Test
  void theSpaceBarTrainsButNotWhileSomebodyTypes(FxRobot robot) throws Exception {
    robot.interact(() -> stage.getScene().getRoot().requestFocus());
    robot.type(KeyCode.SPACE);
    until(() -> session.state().phase() == RunState.Phase.TRAINING);
    robot.type(KeyCode.SPACE);
    until(() -> session.state().phase() == RunState.Phase.PAUSED);

    robot.interact(() -> robot.lookup("#rate").query().requestFocus());
    robot.type(KeyCode.SPACE);
    robot.interact(() -> {});
    assertThat(session.state().phase()).isEqualTo(RunState.Phase.PAUSED);
  }

  @Test
  void anotherActivationStartsTheRunAnewWithIt(FxRobot robot) throws Exception {
    session.submit(new Command.Step(5));
    until(() -> session.state().step() == 5);
    ComboBox<Activation.Kind> choice = choice(robot, "#activation-1");
    robot.interact(() -> choice.setValue(Activation.Kind.TANH));

    until(
        () ->
            session.state().experiment().network().getFirst().activation().kind()
                == Activation.Kind.TANH);
    assertThat(session.state().step()).isZero();
  }

  /// Whatever the stage can draw of it.
  @Test
  void everyDataSetCanBeChosenAndTrained(FxRobot robot) throws Exception {
    ComboBox<DataSpec.Shape> choice = choice(robot, "#data-kind");
    for (DataSpec.Shape shape : DataSpec.Shape.values()) {
      robot.interact(() -> choice.setValue(shape));
      until(
          () ->
              session.state().experiment().data() instanceof DataSpec.Generated data
                  && data.shape() == shape);
      session.submit(new Command.Step(3));
      until(() -> session.state().step() == 3);
      until(() -> words(robot, "#step").equals("step 3"));
      robot.interact(() -> {});
    }
    assertThat(session.state().problem()).isEmpty();
  }

  @Test
  void theRateChangesWithoutARestartAndAWrongOneIsToldAndNotApplied(FxRobot robot)
      throws Exception {
    session.submit(new Command.Step(5));
    until(() -> session.state().step() == 5);

    type(robot, "#rate", "0.01");
    until(() -> session.state().experiment().optimizer().rate() == 0.01);
    assertThat(session.state().step()).isEqualTo(5);

    type(robot, "#rate", "-1");
    until(() -> shown(robot, ".complaint"));
    assertThat(session.state().experiment().optimizer().rate()).isEqualTo(0.01);
  }

  @Test
  void theLanguageSwitchesWhileItTrainsAndIsRemembered(FxRobot robot) throws Exception {
    robot.clickOn("#train");
    until(() -> words(robot, "#train").equals("Pause"));
    robot.clickOn("#language-zh");
    until(() -> words(robot, "#train").equals("暂停"));
    assertThat(words(robot, ".app-name")).isEqualTo("小网实验室");
    assertThat(session.state().phase()).isEqualTo(RunState.Phase.TRAINING);
    assertThat(settings.load().language()).contains(Language.ZH);
  }

  @Test
  void theTutorAsksAboutDeadUnitsAndRefinesAnAnswer(FxRobot robot) throws Exception {
    robot.clickOn("#train");
    until(() -> shown(robot, "#question"));
    until(
        () ->
            robot.lookup("#chart-dead-units").query().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("ringed")));

    TextInputControl answer = robot.lookup("#answer").query();
    robot.interact(
        () ->
            answer.setText(
                "Their input is always negative, so ReLU outputs 0 and its gradient is 0 and the"
                    + " weights no longer change. Leaky ReLU keeps a small gradient there."));
    robot.clickOn("#submit");
    until(() -> shown(robot, ".feedback"));

    robot.clickOn(".feedback .chip");
    until(() -> !session.state().experiment().equals(Presets.named("dying-relu").experiment()));
  }

  @Test
  void aQuestionIsTakenBackWhenItSpeaksOfNothingOnTheScreen(FxRobot robot) throws Exception {
    robot.clickOn("#train");
    until(() -> shown(robot, "#question"));
    session.submit(new Command.Open(Presets.named("conv-relu").experiment(), false));
    until(() -> !shown(robot, "#question"));
    until(
        () ->
            robot.lookup("#chart-dead-units").query().getPseudoClassStates().stream()
                .noneMatch(state -> state.getPseudoClassName().equals("ringed")));
    session.submit(new Command.Open(Presets.named("dying-relu").experiment(), true));
    until(() -> shown(robot, "#question"));
  }

  @Test
  void thePictureOfTheDataTakesTheColoursOfAnotherTheme(FxRobot robot) throws Exception {
    until(() -> painted(robot, "#data-canvas").contains(ThemeTokens.LIGHT.positive()));
    robot.clickOn("#theme-dark");
    until(() -> !painted(robot, "#data-canvas").contains(ThemeTokens.LIGHT.positive()));
    assertThat(painted(robot, "#data-canvas")).isNotEmpty();
    robot.clickOn("#draw-points");
    until(() -> shown(robot, "#draw-canvas"));
    until(() -> !painted(robot, "#draw-canvas").contains(ThemeTokens.LIGHT.ground()));
  }

  /// The colours on a canvas.
  private static Set<Color> painted(FxRobot robot, String canvas) {
    Set<Color> colours = new HashSet<>();
    robot.interact(
        () -> {
          SnapshotParameters clear = new SnapshotParameters();
          clear.setFill(Color.TRANSPARENT);
          WritableImage image = robot.lookup(canvas).query().snapshot(clear, null);
          PixelReader pixels = image.getPixelReader();
          for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
              colours.add(pixels.getColor(x, y));
            }
          }
        });
    return colours;
  }

  @Test
  void oneKeySavesAPictureOfTheLabWithItsCaption(FxRobot robot) throws Exception {
    session.submit(new Command.Step(10));
    until(() -> session.state().step() == 10);
    robot.type(KeyCode.F12);
    until(() -> saved().isPresent());

    BufferedImage picture = ImageIO.read(saved().orElseThrow().toFile());
    assertThat(picture.getWidth()).isEqualTo((int) stage.getScene().getWidth());
    assertThat(picture.getHeight()).isGreaterThan((int) stage.getScene().getHeight() + 40);
  }

  private Optional<Path> saved() throws java.io.IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".png")).findFirst();
    }
  }

  private static void type(FxRobot robot, String field, String text) {
    TextField input = robot.lookup(field).queryAs(TextField.class);
    robot.interact(
        () -> {
          input.requestFocus();
          input.setText(text);
        });
    robot.type(KeyCode.ENTER);
  }

  /// Whether a node can be seen: it and all that it stands in.
  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup(id).queryAll().stream()
        .anyMatch(
            node -> {
              boolean visible = true;
              for (Node each = node; each != null; each = each.getParent()) {
                visible &= each.isVisible();
              }
              return visible;
            });
  }

  private static String words(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  @SuppressWarnings("unchecked")
  private static <T> ComboBox<T> choice(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ComboBox.class);
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, condition);
  }
}
