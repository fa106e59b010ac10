package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import lab.tinynet.session.Command;
import lab.tinynet.spec.Presets;
import lab.tinynet.ui.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the detectors say, and their evidence.
@ExtendWith({ApplicationExtension.class, WindowInFront.class})
class HealthJourneyTest {
  private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");

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

  private static String words(FxRobot robot) {
    return robot.lookup("#health .label").queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aDyingLayerIsNamedWithItsNumberItsRuleAndItsEvidence(FxRobot robot) {
    until(() -> words(robot).contains("Nothing unusual."));
    lab.session().submit(new Command.Step(400));
    until(() -> words(robot).contains("dense 2: 7 of 8 units dead (88%)"));
    assertThat(words(robot)).contains("SageMaker");
    robot.interact(() -> robot.lookup("#evidence-dead-layer").queryAs(Hyperlink.class).fire());
    until(() -> ringed(robot));
    robot.interact(() -> lab.window().languageProperty().set(Language.ZH));
    until(() -> words(robot).contains("全连接层 2：7\u00a0/\u00a08 个单元死亡（88%）"));
    lab.session().submit(new Command.GoTo(0));
    until(() -> words(robot).contains("一切正常"));
  }

  private static boolean ringed(FxRobot robot) {
    return robot.lookup("#chart-dead-units").query().getPseudoClassStates().contains(RINGED);
  }

  @Test
  void theEvidenceIsPutOutByItsLinkAndWithItsFinding(FxRobot robot) {
    lab.session().submit(new Command.Step(400));
    until(() -> robot.lookup("#evidence-dead-layer").tryQuery().isPresent());
    Hyperlink link = robot.lookup("#evidence-dead-layer").queryAs(Hyperlink.class);
    robot.interact(link::fire);
    until(() -> ringed(robot));
    assertThat(link.getText()).isEqualTo("Hide");
    robot.interact(link::fire);
    assertThat(link.getText()).isEqualTo("Show");

    robot.interact(link::fire);
    until(() -> ringed(robot));
    lab.session().submit(new Command.GoTo(0));
    until(() -> words(robot).contains("Nothing unusual."));
    lab.session().submit(new Command.GoTo(400));
    until(() -> robot.lookup("#evidence-dead-layer").tryQuery().isPresent());
    Hyperlink again = robot.lookup("#evidence-dead-layer").queryAs(Hyperlink.class);
    assertThat(again.getText()).isEqualTo("Show");
    robot.interact(again::fire);
    until(() -> ringed(robot));
  }

  @Test
  void aLinkStaysInPlaceWhileTheNumbersChange(FxRobot robot) {
    lab.session().submit(new Command.Step(400));
    until(() -> robot.lookup("#evidence-dead-layer").tryQuery().isPresent());
    Hyperlink link = robot.lookup("#evidence-dead-layer").queryAs(Hyperlink.class);
    robot.interact(link::requestFocus);
    lab.session().submit(new Command.Step(40));
    until(() -> lab.state().step() == 440);
    robot.interact(() -> lab.window().languageProperty().set(Language.ZH));
    until(() -> words(robot).contains("全连接层 2"));
    assertThat(robot.lookup("#evidence-dead-layer").queryAs(Hyperlink.class)).isSameAs(link);
    assertThat(link.isFocused()).isTrue();
  }
}
