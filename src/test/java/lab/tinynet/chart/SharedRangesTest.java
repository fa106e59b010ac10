package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

class SharedRangesTest {
  private final ThemeTokens tokens = Fx.startedWith(ThemeTokens::new);

  @Test
  void theSharedRangeHoldsWhatEveryRunNeeds() throws Exception {
    Fx.run(
        () -> {
          ChartBoard shallow = board(SyntheticRun.ordinary(1).train(50));
          ChartBoard deep = board(SyntheticRun.diverging(2, 40).train(50));
          ValueRange one = ranges(shallow, "chart.loss").getFirst();
          ValueRange other = ranges(deep, "chart.loss").getFirst();

          SharedRanges both = SharedRanges.of(List.of(shallow, deep));

          ValueRange loss = both.of("chart.loss").getFirst();
          assertThat(loss.low()).isEqualTo(Math.min(one.low(), other.low()));
          assertThat(loss.high()).isEqualTo(Math.max(one.high(), other.high()));
          assertThat(loss.high()).isGreaterThan(Math.min(one.high(), other.high()));
          assertThat(both.of("chart.activations")).hasSize(3);
        });
  }

  @Test
  void aChartIsPaintedAgainWhenTheRangeOfOthersChanges() throws Exception {
    Fx.run(
        () -> {
          SyntheticRun run = SyntheticRun.ordinary(1).train(50);
          ChartBoard board = board(run);
          ChartBoard other = board(SyntheticRun.diverging(2, 40).train(50));
          SharedRanges both = SharedRanges.of(List.of(board, other));
          StepAxis axis = StepAxis.following(50);

          assertThat(board.pulse(run.log(), tokens.palette(), axis, both)).isEqualTo(4);
          assertThat(board.pulse(run.log(), tokens.palette(), axis, both)).isZero();
          assertThat(board.ranges()).as("its own").isNotEqualTo(both);
        });
  }

  @Test
  void aRunThatHasExplodedLeavesTheAxesOfTheOthersAlone() {
    assertThat(ValueRange.of(0, 1e20).exploded()).isTrue();
    assertThat(ValueRange.of(-1e20, 1).exploded()).isTrue();
    assertThat(ValueRange.of(-1e3, 1e6).exploded()).isFalse();
    assertThat(ValueRange.NONE.exploded()).isFalse();
  }

  @Test
  void oneRunWithAMarkerMakesAllLeaveRoomForItsWord() throws Exception {
    Fx.run(
        () -> {
          ChartBoard plain = board(SyntheticRun.withoutRectifiers().train(50));
          ChartBoard marked = board(SyntheticRun.diverging(2, 40).train(50));

          assertThat(SharedRanges.apart(List.of(plain)).marked()).isFalse();
          assertThat(SharedRanges.of(List.of(plain, marked)).marked()).isTrue();
          assertThat(SharedRanges.apart(List.of(plain, marked)).marked()).isTrue();
        });
  }

  private static List<ValueRange> ranges(ChartBoard board, String chart) {
    return board.ranges().of(chart);
  }

  private ChartBoard board(SyntheticRun run) {
    ChartBoard board = new ChartBoard(new Words("en"));
    Scene scene = ChartPictures.scene(board, new ThemeTokens(), "light", 340, 240, 4);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    board.pulse(run.log(), tokens.palette(), StepAxis.following(50));
    return board;
  }
}
