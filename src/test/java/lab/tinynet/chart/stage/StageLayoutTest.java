package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.tinynet.telemetry.LayerInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StageLayoutTest {
  private static final int[][] NETWORKS = {
    {2, 1},
    {2, 4, 2, 1},
    {2, 8, 8, 1},
    {2, 8, 8, 4},
    {2, 12, 1},
    {2, 32, 32, 32, 32, 1},
    {2, 64, 64, 64, 64, 64, 64, 64, 64, 1},
    {2, 6, 6, 6, 6, 6, 6, 6, 1},
    {2, 1, 64, 1},
    {1, 16, 1},
    {144, 32, 10},
    {2, 400, 1},
    {2, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 1}
  };
  private static final double[][] SIZES = {
    {560, 300, 12},
    {620, 300, 11},
    {800, 360, 12},
    {1000, 480, 12},
    {1100, 520, 13},
    {1400, 800, 14},
    {1600, 900, 12},
    {1600, 900, 28}
  };

  record Case(int[] sizes, boolean maps, double width, double height, double em) {
    StageLayout layout() {
      List<LayerInfo> layers = new ArrayList<>();
      for (int i = 1; i < sizes.length; i++) {
        layers.add(
            new LayerInfo("dense " + i, "dense", "relu", sizes[i - 1], sizes[i], true, true));
      }
      return StageLayout.of(layers, maps, width, height, em);
    }

    @Override
    public String toString() {
      return java.util.Arrays.toString(sizes) + " at " + width + "×" + height + ", " + em;
    }
  }

  static Stream<Case> cases() {
    return IntStream.range(0, NETWORKS.length)
        .boxed()
        .flatMap(
            n ->
                Stream.of(SIZES)
                    .map(s -> new Case(NETWORKS[n], NETWORKS[n][0] == 2, s[0], s[1], s[2])));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingOverlapsAndEverythingIsInside(Case c) {
    StageLayout layout = c.layout();
    Box stage = new Box(0, 0, c.width, c.height);
    List<Box> tiles = new ArrayList<>();
    for (Column column : layout.columns()) {
      for (int i = 0; i < column.shown() + (column.folded() > 0 ? 1 : 0); i++) {
        tiles.add(column.tile(i));
      }
    }
    List<Box> others = new ArrayList<>(List.of(layout.side(), layout.edgesLegend()));
    layout.surfaceBar().ifPresent(others::add);
    layout.unitsLegend().ifPresent(others::add);
    for (int i = 0; i < tiles.size(); i++) {
      assertThat(tiles.get(i).within(layout.area().grown(0.5))).as("tile in area").isTrue();
      for (int j = i + 1; j < tiles.size(); j++) {
        assertThat(tiles.get(i).overlaps(tiles.get(j))).as("tiles %d and %d", i, j).isFalse();
      }
    }
    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i).within(stage)).as("inside: %s", others.get(i)).isTrue();
      assertThat(others.get(i).overlaps(layout.area())).as("off the network").isFalse();
      for (int j = i + 1; j < others.size(); j++) {
        assertThat(others.get(i).overlaps(others.get(j))).as("%d over %d", i, j).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyUnitIsShownOrCounted(Case c) {
    StageLayout layout = c.layout();
    assertThat(layout.columns().size() + layout.skipped()).isEqualTo(c.sizes.length);
    for (Column column : layout.columns()) {
      assertThat(column.units()).isEqualTo(c.sizes[column.layer() + 1]);
      assertThat(column.shown()).isPositive();
      assertThat(column.tile()).isGreaterThanOrEqualTo(Math.floor(c.em));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void biasDotsTouchNoTileAndColumnsKeepTheirSlots(Case c) {
    StageLayout layout = c.layout();
    for (Column column : layout.columns()) {
      for (int unit = 0; unit < column.shown(); unit++) {
        Box dot = layout.bias(column, unit);
        for (int other = 0; other < column.shown(); other++) {
          assertThat(dot.overlaps(column.tile(other))).isFalse();
        }
      }
    }
    for (int i = 1; i < layout.columns().size(); i++) {
      Box before = layout.columns().get(i - 1).slot();
      Box slot = layout.columns().get(i).slot();
      assertThat(slot.x()).isGreaterThanOrEqualTo(before.right() - 1.01);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aUsualNetworkFillsWhatItIsGivenEvenly(Case c) {
    StageLayout layout = c.layout();
    double left = layout.columns().getFirst().slot().x() - layout.area().x();
    double right = layout.area().right() - layout.columns().getLast().slot().right();
    assertThat(left).isCloseTo(right, org.assertj.core.data.Offset.offset(1.6));
  }
}
