package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.session.RunState;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Presets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Building a network layer by layer.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class BuilderJourneyTest {
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

  private List<String> kinds() {
    return lab.state().experiment().network().stream().map(LayerSpec::kind).toList();
  }

  private static void choose(FxRobot robot, String menu, String item) {
    robot.interact(
        () ->
            robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getId()) || item.equals(each.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  /// Brings something of the panel into view.
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
          double top = wanted.getCenterY() - window / 2;
          scroll.setVvalue(Math.clamp(top / (all.getHeight() - window), 0, 1));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void layersOfAllKindsAreAddedMovedDoubledAndRemoved(FxRobot robot) {
    for (String kind : List.of("batch-norm", "layer-norm", "dropout", "activation", "residual")) {
      choose(robot, "#add-layer", "add-" + kind);
      until(() -> kinds().contains(kind));
    }
    assertThat(kinds())
        .containsExactly(
            "dense",
            "dense",
            "batch-norm",
            "layer-norm",
            "dropout",
            "activation",
            "residual",
            "dense");
    choose(robot, "#layer-menu-3", "Move towards the input (Alt Up)");
    until(() -> kinds().get(1).equals("batch-norm"));
    choose(robot, "#layer-menu-1", "Duplicate");
    until(() -> kinds().size() == 9);
    robot.interact(() -> robot.lookup("#remove-layer-1").queryButton().fire());
    until(() -> kinds().size() == 8);
    choose(robot, "#layer-menu-7", "Add inside: batch norm");
    until(
        () ->
            lab.state().experiment().network().get(6) instanceof LayerSpec.Residual(var inside)
                && inside.size() == 2);
    lab.session().submit(new Command.Step(20));
    until(() -> lab.state().step() == 20);
  }

  @Test
  void whatCannotBeBuiltIsSaidAndTheLastValidNetworkGoesOn(FxRobot robot) {
    lab.session().submit(new Command.Train());
    until(() -> lab.state().step() > 20);
    choose(robot, "#add-layer", "add-conv2d");
    until(() -> robot.lookup("#draft-notice").query().isVisible());
    assertThat(robot.lookup("#layer-row-3 .complaint").queryAllAs(Labeled.class))
        .anyMatch(label -> label.isVisible() && !label.getText().isBlank());
    assertThat(kinds()).containsExactly("dense", "dense", "dense");
    assertThat(lab.state().phase()).isEqualTo(RunState.Phase.TRAINING);
    long then = lab.state().step();
    until(() -> lab.state().step() > then);
    robot.interact(() -> robot.lookup("#draft-revert").queryButton().fire());
    until(() -> !robot.lookup("#draft-notice").query().isVisible());
    assertThat(robot.lookup("#layer-row-4").tryQuery()).isEmpty();
  }

  @Test
  void shapesFollowWhatIsBuilt(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#data-kind").queryAs(ComboBox.class).getSelectionModel().selectLast());
    until(() -> lab.state().experiment().data().imageShape().isPresent());
    choose(robot, "#add-layer", "add-conv2d");
    choose(robot, "#add-layer", "add-max-pool");
    until(() -> kinds().size() == 5);
    until(
        () ->
            robot.lookup("#shape-1").queryAs(Labeled.class).getText().equals("8×12×12")
                && robot.lookup("#shape-2").queryAs(Labeled.class).getText().equals("8×6×6"));
    robot.interact(() -> robot.lookup("#filters-1").queryAs(TextField.class).setText("5"));
    robot.interact(() -> robot.lookup("#filters-1").queryAs(TextField.class).requestFocus());
    robot.push(KeyCode.ENTER);
    until(() -> robot.lookup("#shape-2").queryAs(Labeled.class).getText().equals("5×6×6"));
  }

  @Test
  void everyItemOfTheMenusHasAName(FxRobot robot) {
    assertThat(robot.lookup("#add-layer").queryAs(MenuButton.class).getItems())
        .hasSize(10)
        .extracting(MenuItem::getText)
        .doesNotContain("");
  }

  @Test
  void pointsAreDrawnByHandAndLearnt(FxRobot robot) {
    robot.interact(() -> robot.lookup("#draw-points").queryButton().fire());
    Node board = robot.lookup("#draw-canvas").query();
    robot.clickOn(robot.offset(board, -100, -100)).clickOn(robot.offset(board, -60, -100));
    assertThat(robot.lookup("#draw-use").query().isDisabled()).isTrue();
    robot.clickOn("#draw-negative");
    robot.clickOn(robot.offset(board, 100, 100)).clickOn(robot.offset(board, 40, 40));
    robot.clickOn(robot.offset(board, 40, 40), MouseButton.SECONDARY);
    robot.clickOn("#draw-use");
    until(() -> lab.state().experiment().data() instanceof DataSpec.Inline);
    DataSpec.Inline drawn = (DataSpec.Inline) lab.state().experiment().data();
    assertThat(drawn.x().rows()).isEqualTo(3);
    assertThat(drawn.y().toArray()).containsExactly(1, 1, -1);
    lab.session().submit(new Command.Step(5));
    until(() -> lab.state().step() == 5);
  }

  @Test
  void aTableOfOnesOwnBecomesTheData(FxRobot robot) throws Exception {
    Path table = folder.resolve("flowers.csv");
    Files.writeString(table, "length,width,kind\n1,2,a\n2,1,b\n1.5,2.5,a\n2.5,0.5,b\n3,1,c\n");
    robot.interact(() -> lab.window().openFile(table));
    until(() -> lab.state().experiment().data() instanceof DataSpec.Files);
    assertThat(lab.state().experiment().network().getLast())
        .isInstanceOfSatisfying(
            LayerSpec.Dense.class, dense -> assertThat(dense.units()).isEqualTo(3));
    lab.session().submit(new Command.Step(5));
    until(() -> lab.state().step() == 5);

    Files.writeString(table, "length,kind\n1,a\n,b\n");
    robot.interact(() -> lab.window().openFile(table));
    until(
        () -> robot.lookup("#toast").queryAs(Labeled.class).getText().startsWith("flowers.csv: "));
    assertThat(robot.lookup("#toast").queryAs(Labeled.class).getText()).contains("3");
  }

  @Test
  void aSliderLetGoOfChangesTheRunningRate(FxRobot robot) {
    lab.session().submit(new Command.Train());
    until(() -> lab.state().step() > 50);
    Slider slider = robot.lookup("#rate-slider").queryAs(Slider.class);
    robot.interact(
        () -> {
          slider.setValueChanging(true);
          slider.setValue(-3);
        });
    robot.interact(() -> slider.setValue(-2));
    scrollTo(robot, "#rate-slider");
    robot.drag("#rate-slider .thumb").moveBy(-60, 0);
    assertThat(lab.state().experiment().optimizer().rate()).isEqualTo(0.1);
    robot.interact(() -> slider.setValueChanging(false));
    until(() -> lab.state().experiment().optimizer().rate() < 0.1);
    assertThat(lab.state().step()).isGreaterThan(50);
    assertThat(lab.state().timeline().currentBranch().edits()).hasSize(1);
  }

  @Test
  void dataThatTheNetworkCannotReadAreRefusedInWordsAtTheField(FxRobot robot) {
    ComboBox<DataSpec.Shape> data = robot.lookup("#data-kind").queryComboBox();
    DataSpec.Shape before = data.getValue();
    robot.interact(() -> data.setValue(DataSpec.Shape.STROKES));
    until(() -> lab.state().experiment().data().imageShape().isPresent());
    choose(robot, "#add-layer", "add-conv2d");
    until(() -> kinds().contains("conv2d"));
    robot.interact(() -> data.setValue(before));
    assertThat(data.getValue()).isEqualTo(DataSpec.Shape.STROKES);
    Labeled complaint = robot.lookup("#data-kind-complaint").queryAs(Labeled.class);
    assertThat(complaint.isVisible()).isTrue();
    assertThat(complaint.getText()).startsWith("Not changed to").contains("conv2d");
    robot.interact(() -> robot.lookup("#remove-layer-1").queryButton().fire());
    until(() -> !kinds().contains("conv2d"));
    assertThat(complaint.isVisible()).isFalse();
    robot.interact(() -> data.setValue(before));
    until(() -> lab.state().experiment().data().imageShape().isEmpty());
  }

  @Test
  void pointsThatTheNetworkCannotReadAreRefusedInWordsOnTheSheet(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#data-kind").queryComboBox().getSelectionModel().selectLast());
    until(() -> lab.state().experiment().data().imageShape().isPresent());
    choose(robot, "#add-layer", "add-conv2d");
    until(() -> kinds().contains("conv2d"));
    robot.interact(() -> robot.lookup("#draw-points").queryButton().fire());
    Node board = robot.lookup("#draw-canvas").query();
    robot.clickOn(robot.offset(board, -100, -100)).clickOn("#draw-negative");
    robot.clickOn(robot.offset(board, 100, 100)).clickOn("#draw-use");
    assertThat(robot.lookup("#draw-refused").queryAs(Labeled.class).getText()).contains("conv2d");
    assertThat(robot.lookup("#draw-layer").query().isVisible()).isTrue();
    assertThat(lab.state().experiment().data().imageShape()).isPresent();
  }
}
