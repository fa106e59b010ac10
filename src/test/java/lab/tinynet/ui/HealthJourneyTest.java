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
@ExtendWith(ApplicationExtension.class)
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
    until(() -> words(robot).contains("dense 2: 7 of 8 units dead (88 %)"));
    assertThat(words(robot)).contains("SageMaker");
    robot.interact(() -> robot.lookup("#evidence-dead-layer").queryAs(Hyperlink.class).fire());
    until(() -> robot.lookup("#chart-dead-units").query().getPseudoClassStates().contains(RINGED));
    robot.interact(() -> lab.window().languageProperty().set(Language.ZH));
    until(() -> words(robot).contains("全连接层 2：7 / 8 个单元死亡（88 %）"));
    lab.session().submit(new Command.GoTo(0));
    until(() -> words(robot).contains("一切正常"));
  }
}
