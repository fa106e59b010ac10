package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.tinynet.chart.ChartView;
import lab.tinynet.session.Command;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Zoom, pin, other faces, and what can be taken out of a chart.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class ChartJourneyTest {
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

  private static void choose(FxRobot robot, String chart, String button, String start) {
    robot.interact(
        () -> {
          MenuButton menu =
              robot.from(robot.lookup(chart)).lookup(button).queryAs(MenuButton.class);
          menu.show();
          List<MenuItem> items = List.copyOf(menu.getItems());
          menu.hide();
          items.stream()
              .filter(item -> item.getText() != null && item.getText().startsWith(start))
              .findFirst()
              .orElseThrow(() -> new AssertionError(items.toString()))
              .fire();
        });
  }

  private static ChartView chart(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ChartView.class);
  }

  @Test
  void theCardOfTheGradientsAlsoShowsSignalAndUpdateRatio(FxRobot robot) {
    trainTo(200);
    choose(robot, "#chart-gradient-norms", ".chart-title", "Update ratio");
    until(() -> chart(robot, "#chart-gradient-norms").caption().startsWith("Update ratios: "));
    assertThat(chart(robot, "#chart-gradient-norms").caption()).contains("dense 1", "to 200");
    choose(robot, "#chart-gradient-norms", ".chart-title", "Gradient signal");
    until(() -> chart(robot, "#chart-gradient-norms").caption().startsWith("Norms of the"));
    choose(robot, "#chart-loss", ".chart-title", "Learning rate");
    until(() -> chart(robot, "#chart-loss").caption().contains("rate 0.1"));
  }

  @Test
  void aStepIsPinnedAndGoneTo(FxRobot robot) {
    trainTo(400);
    Node loss = robot.lookup("#chart-loss").query();
    robot.moveTo(loss).clickOn(loss);
    choose(robot, "#chart-loss", ".chart-more", "Go to step");
    until(() -> lab.state().step() > 0 && lab.state().step() < 400);
  }

  @Test
  void theWheelZoomsAllChartsAndADoubleClickShowsAll(FxRobot robot) {
    trainTo(400);
    Node dead = robot.lookup("#chart-dead-units").query();
    robot.moveTo(dead);
    robot.scroll(4, VerticalDirection.UP);
    robot.scroll(4, VerticalDirection.DOWN);
    robot.scroll(6, VerticalDirection.UP);
    until(() -> !chart(robot, "#chart-loss").caption().contains("steps 0 to 400"));
    robot.doubleClickOn(dead);
    until(() -> chart(robot, "#chart-loss").caption().contains("steps 0 to 400"));
  }

  @Test
  void aChartIsEnlargedAndPutBack(FxRobot robot) {
    trainTo(50);
    Bounds before = robot.lookup("#chart-loss").query().getBoundsInParent();
    choose(robot, "#chart-loss", ".chart-more", "Enlarge");
    until(
        () ->
            robot.lookup("#chart-loss").query().getBoundsInParent().getWidth()
                > 3 * before.getWidth());
    robot.push(KeyCode.ESCAPE);
    until(
        () ->
            robot.lookup("#chart-loss").query().getBoundsInParent().getWidth()
                == before.getWidth());
  }

  @Test
  void theValuesAreSavedExactlyAndTheWordsAreCopied(FxRobot robot) throws Exception {
    trainTo(120);
    until(() -> chart(robot, "#chart-gradient-norms").caption().contains("to 120"));
    choose(robot, "#chart-gradient-norms", ".chart-more", "Save the values");
    Path table = folder.resolve("gradients.csv");
    until(() -> robot.lookup("#toast").queryAs(Labeled.class).getText().startsWith("Saved"));
    List<String> rows = Files.readAllLines(table);
    assertThat(rows.getFirst()).startsWith("step,dense 1,dense 1 applied,dense 2");
    assertThat(rows).hasSize(121);
    RunLog log = lab.state().log();
    String[] last = rows.getLast().split(",", -1);
    assertThat(Double.parseDouble(last[1]))
        .isEqualTo(log.steps().get(119, log.column(Quantity.RAW_NORM, 0)));
    choose(robot, "#chart-gradient-norms", ".chart-more", "Copy in words");
    Set<String> copied = Set.of("Gradient norms, raw: ");
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith(copied.iterator().next()));
  }

  @Test
  void theActivationsShowTheNewestHistogramAndTheirMean(FxRobot robot) {
    trainTo(200);
    choose(robot, "#chart-activations", ".chart-title", "Activations now");
    until(() -> chart(robot, "#chart-activations").caption().contains("at the newest probe"));
    choose(robot, "#chart-activations", ".chart-title", "Activations, mean");
    until(() -> chart(robot, "#chart-activations").caption().startsWith("Mean of the"));
    assertThat(chart(robot, "#chart-activations").caption()).contains("dense 2", "±", "to 200");
  }

  @Test
  void deadUnitsAreStackedAndShownAsAFraction(FxRobot robot) {
    trainTo(400);
    choose(robot, "#chart-dead-units", ".chart-title", "Dead units, stacked");
    until(() -> chart(robot, "#chart-dead-units").caption().contains("of 16 rectifier units"));
    assertThat(chart(robot, "#chart-dead-units").caption()).contains("dense 2 7");
    choose(robot, "#chart-dead-units", ".chart-more", "As a fraction");
    until(() -> chart(robot, "#chart-dead-units").caption().contains("dense 2 43.8%"));
    choose(robot, "#chart-dead-units", ".chart-more", "As a count");
    until(() -> chart(robot, "#chart-dead-units").caption().contains("dense 2 7"));
  }

  @Test
  void whatTheMouseDoesAtAChartTheKeysDoToo(FxRobot robot) {
    trainTo(400);
    ChartView loss = chart(robot, "#chart-loss");
    robot.interact(loss::requestFocus);
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.LEFT);
    robot.push(KeyCode.ENTER);
    choose(robot, "#chart-loss", ".chart-more", "Go to step 398");
    until(() -> lab.state().step() == 398);
    robot.interact(loss::requestFocus);
    robot.push(KeyCode.LEFT);
    for (int i = 0; i < 6; i++) {
      robot.push(KeyCode.EQUALS);
    }
    until(() -> !loss.caption().contains("steps 0 to"));
    robot.push(KeyCode.HOME);
    until(() -> loss.caption().contains("steps 0 to"));
  }
}
