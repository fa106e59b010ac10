package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.Test;

class ChartBoardTest {
  private final ThemeTokens tokens = Fx.startedWith(ThemeTokens::new);

  @Test
  void onlyWhatHasChangedIsPainted() throws Exception {
    SyntheticRun run = SyntheticRun.ordinary(2).train(55);
    Fx.run(
        () -> {
          ChartBoard board = board("en");
          assertThat(board.pulse(run.log(), tokens.palette())).isEqualTo(4);
          assertThat(board.pulse(run.log(), tokens.palette())).isZero();

          run.train(3);
          assertThat(board.pulse(run.log(), tokens.palette())).isEqualTo(4);

          board.point(OptionalLong.of(12));
          assertThat(board.pulse(run.log(), tokens.palette())).isEqualTo(4);
          board.point(OptionalLong.of(12));
          assertThat(board.pulse(run.log(), tokens.palette())).isZero();

          board.deadUnits().setVisible(false);
          board.languageChanged();
          assertThat(board.pulse(run.log(), tokens.palette())).isEqualTo(3);
        });
  }

  @Test
  void everyChartHasACaptionInWords() throws Exception {
    SyntheticRun run = SyntheticRun.ordinary(2).train(900);
    Fx.run(
        () -> {
          ChartBoard english = board("en");
          english.pulse(run.log(), tokens.palette());
          assertThat(english.deadUnits().caption())
              .isEqualTo("Dead units: dense 1 0 of 8, dense 2 2 of 8; steps 0 to 900.");
          assertThat(english.gradientNorms().caption())
              .matches("Gradient norms, raw: dense 1 0\\.0\\d+, dense 2 .*; steps 0 to 900\\.");
          assertThat(english.loss().caption()).contains("test, accuracy 93.2%");

          ChartBoard chinese = board("zh");
          chinese.pulse(run.log(), tokens.palette());
          assertThat(chinese.deadUnits().caption())
              .isEqualTo("死亡单元：全连接层 1 0 / 8，全连接层 2 2 / 8；第 0 到 900 步。");
          assertThat(chinese.activations().caption()).contains("全连接层 3 0.00±0.76");
        });
  }

  @Test
  void aNetworkWithoutRectifiersIsToldWhatToDo() throws Exception {
    SyntheticRun run = SyntheticRun.withoutRectifiers().train(30);
    Fx.run(
        () -> {
          ChartBoard board = board("en");
          board.pulse(run.log(), tokens.palette());
          assertThat(board.deadUnits().caption()).contains("Choose ReLU");
        });
  }

  @Test
  void anEmptyLogIsNoError() throws Exception {
    Fx.run(
        () -> {
          ChartBoard board = board("zh");
          RunLog nothing = new RunLog(List.of());
          assertThat(board.pulse(nothing, tokens.palette())).isEqualTo(4);
          assertThat(board.loss().caption()).isNotBlank();
        });
  }

  @Test
  void aBreakIsMarkedInTheColourOfAlarmAndOnlyThen() throws Exception {
    RunLog broken = SyntheticRun.diverging(2, 200).train(300).log();
    RunLog whole = SyntheticRun.ordinary(2).train(200).log();
    Fx.run(
        () -> {
          assertThat(alarmPixels(whole)).isZero();
          assertThat(alarmPixels(broken)).isGreaterThan(100);
        });
  }

  private long alarmPixels(RunLog log) {
    WritableImage picture =
        ChartPictures.draw(log, "en", "light", 340, 240, 4, OptionalLong.empty());
    PixelReader pixels = picture.getPixelReader();
    Color alarm = tokens.palette().alarm();
    long found = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        found += pixels.getColor(x, y).equals(alarm) ? 1 : 0;
      }
    }
    return found;
  }

  private ChartBoard board(String language) {
    ChartBoard board = new ChartBoard(new Words(language));
    Scene scene = ChartPictures.scene(board, new ThemeTokens(), "light", 340, 240, 4);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return board;
  }
}
