package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Presets;
import lab.tinynet.ui.results.RunResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Looks up earlier runs in the real window; see [Shots] for pictures of the table.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class ResultsJourneyTest {
  private static final Experiment MOONS = Presets.named("moons").experiment();
  private static final Experiment DIVERGING = Presets.named("diverging").experiment();

  private OpenLab lab;

  @TempDir Path folder;

  @Start
  void open(Stage stage) {
    lab = new OpenLab(stage, MOONS, folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void runsThatEndedStandInTheTableAreSortedAndAreTakenUpAgain(FxRobot robot) {
    runs(robot);
    Experiment slower = MOONS.withOptimizer(MOONS.optimizer().withRate(0.02));
    robot.clickOn("#results");
    until(() -> rows(robot).size() == 3);

    TableColumn<RunResult, ?> steps = column(robot, "results-steps");
    robot.interact(
        () -> {
          steps.setSortType(TableColumn.SortType.DESCENDING);
          table(robot).getSortOrder().setAll(List.of(steps));
        });
    assertThat(rows(robot))
        .extracting(RunResult::steps)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(rows(robot))
        .filteredOn(row -> row.diverged().isPresent())
        .extracting(RunResult::preset)
        .containsExactly(Optional.of("diverging"));

    TextField filter = robot.lookup("#results-filter").queryAs(TextField.class);
    robot.interact(() -> filter.setText("0.02"));
    assertThat(rows(robot)).hasSize(1);
    robot.interact(() -> table(robot).getSelectionModel().selectFirst());
    robot.interact(table(robot)::requestFocus);
    robot.push(KeyCode.ENTER);
    until(() -> lab.state().experiment().equals(slower) && lab.state().step() == 60);
    RunState again = lab.state();
    assertThat(again.timeline().currentBranch().edits()).hasSize(1);
    assertThat(robot.lookup("#results-layer").query().isVisible()).isFalse();
  }

  @Test
  void aRowThatIsDeletedComesBackAndEscapeClosesTheTable(FxRobot robot) {
    runs(robot);
    robot.clickOn("#results");
    until(() -> rows(robot).size() == 3);
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
    robot.clickOn("#results-delete");
    until(() -> rows(robot).size() == 2);
    robot.clickOn("#results-undo");
    until(() -> rows(robot).size() == 3);
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#results-layer").query().isVisible()).isFalse();
  }

  @Test
  void noWordOfTheTableIsCut(FxRobot robot) throws Exception {
    runs(robot);
    Shots shots = new Shots(lab, robot);
    shots.inEveryVariant(
        () -> {
          robot.interact(() -> robot.lookup("#results").queryButton().fire());
          until(() -> rows(robot).size() == 3);
          shots.look("results", robot.lookup("#results-layer").queryParent());
          robot.push(KeyCode.ESCAPE);
        });
    assertThat(shots.cut()).isEmpty();
  }

  /// Three runs: one whose rate was changed on its way, one that diverged, and the present one.
  private void runs(FxRobot robot) {
    lab.session().submit(new Command.Step(40));
    until(() -> lab.state().step() == 40);
    Experiment slower = MOONS.withOptimizer(MOONS.optimizer().withRate(0.02));
    lab.session().submit(new Command.Change(slower));
    lab.session().submit(new Command.Step(20));
    until(() -> lab.state().step() == 60);
    seen(robot);
    lab.session().submit(new Command.Open(DIVERGING, true));
    until(() -> lab.state().phase() == RunState.Phase.DIVERGED);
    seen(robot);
    lab.session().submit(new Command.Open(MOONS.withSeed(5), false));
    lab.session().submit(new Command.Step(10));
    until(() -> lab.state().experiment().seed() == 5 && lab.state().step() == 10);
    seen(robot);
  }

  /// Waits until the window has looked at the session.
  private static void seen(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents(20);
    robot.interact(() -> {});
  }

  private static List<RunResult> rows(FxRobot robot) {
    return List.copyOf(table(robot).getItems());
  }

  @SuppressWarnings("unchecked")
  private static TableView<RunResult> table(FxRobot robot) {
    return robot.lookup("#results-table").queryAs(TableView.class);
  }

  private static TableColumn<RunResult, ?> column(FxRobot robot, String id) {
    return table(robot).getColumns().stream()
        .filter(column -> id.equals(column.getId()))
        .findFirst()
        .orElseThrow();
  }
}
