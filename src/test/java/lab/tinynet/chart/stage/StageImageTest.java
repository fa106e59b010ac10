package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.Test;

final class StageImageTest {
  private static final StageColors COLORS = StageColors.of(Palettes.LIGHT);

  private static StageImage image(Frame frame) {
    return new StagePlan(1000, 480, 1, Palettes.LIGHT, StageScales.NONE)
        .paint(frame, PointCloud.NONE, new int[0]);
  }

  private static int at(StageImage image, double x, double y) {
    return image.pixels()[((int) y) * image.pixelWidth() + (int) x];
  }

  private static Box tile(StageImage image, int layer, int unit) {
    return image.layout().column(layer).orElseThrow().tile(unit);
  }

  @Test
  void aUnitThatIsZeroEverywhereShowsTheGroundNotAColour() {
    Frame frame = new TinyNetwork(7, "relu", "tanh", 2, 8, 8, 1).kill(1, 5).frame(0, 1);
    StageImage image = image(frame);
    Box dead = tile(image, 1, 5);
    for (int y = (int) dead.y() + 3; y < dead.bottom() - 3; y++) {
      for (int x = (int) dead.x() + 3; x < dead.right() - 3; x++) {
        int blue = at(image, x, y) & 0xff;
        int red = at(image, x, y) >> 16 & 0xff;
        assertThat(red).as("neither blue nor white with blue").isGreaterThanOrEqualTo(blue);
      }
    }
  }

  @Test
  void allHiddenUnitsShareOneScale() {
    TinyNetwork network = new TinyNetwork(7, "identity", "tanh", 2, 2, 1);
    double[] large = {5, 0.01, 5, 0.01};
    System.arraycopy(large, 0, network.weights.get(0), 0, 4);
    Arrays.fill(network.biases.get(0), 0);
    StageImage image = image(network.frame(0, 1));
    Box first = tile(image, 0, 0);
    Box second = tile(image, 0, 1);
    int strong = at(image, first.right() - 6, first.y() + 6);
    int weak = at(image, second.right() - 6, second.y() + 6);
    assertThat(strong & 0xff00).isLessThan(weak & 0xff00);
    assertThat(weak >> 16 & 0xff).as("all but the ground").isGreaterThan(250);
  }

  @Test
  void aMapThatIsNotFiniteIsHatchedInTheAlarmColourNotInASignsColour() {
    TinyNetwork network = new TinyNetwork(7, "tanh", "tanh", 2, 3, 1);
    network.biases.get(0)[1] = Double.NaN;
    StageImage image = image(network.frame(0, 1));
    Box tile = tile(image, 0, 1);
    int alarm = SignScale.mix(COLORS.ground(), COLORS.alarm(), 0.7);
    boolean hatched = false;
    for (int x = (int) tile.x() + 4; x < tile.right() - 4; x++) {
      int argb = at(image, x, tile.centerY());
      hatched |= argb == alarm;
      assertThat(argb >> 16 & 0xff).isGreaterThanOrEqualTo(argb & 0xff);
    }
    assertThat(hatched).isTrue();
  }

  @Test
  void valuesBeyondTheScaleAreReported() {
    TinyNetwork network = new TinyNetwork(7, "identity", "identity", 2, 2, 1);
    StageImage first = image(network.frame(0, 1));
    StagePlan next = new StagePlan(1000, 480, 1, Palettes.LIGHT, first.scales());
    network.biases.get(0)[0] = 0.9 * first.scales().units();
    StageImage second = next.paint(network.frame(1, 1), PointCloud.NONE, new int[0]);
    assertThat(first.scales().units()).isPositive();
    assertThat(second.unitsBeyond() & MapPainter.OVER)
        .isEqualTo(over(network.frame(1, 1), second.scales().units()) ? 1 : 0);
  }

  private static boolean over(Frame frame, double limit) {
    for (float[] map : frame.layers().getFirst().maps()) {
      for (float value : map) {
        if (value > limit * 1.02) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void theSurfaceShowsTheSignOfTheOutput() {
    TinyNetwork network = new TinyNetwork(7, "relu", "tanh", 2, 1);
    System.arraycopy(new double[] {50, 0}, 0, network.weights.get(0), 0, 2);
    network.biases.get(0)[0] = 0;
    StageImage image = image(network.frame(0, 1));
    Box side = image.layout().side();
    assertThat(at(image, side.x() + 20, side.centerY())).isEqualTo(COLORS.negative());
    assertThat(at(image, side.right() - 20, side.centerY())).isEqualTo(COLORS.positive());
  }

  @Test
  void topOfTheMapIsTheLargestSecondInput() {
    TinyNetwork network = new TinyNetwork(7, "relu", "tanh", 2, 1);
    System.arraycopy(new double[] {0, 50}, 0, network.weights.get(0), 0, 2);
    network.biases.get(0)[0] = 0;
    StageImage image = image(network.frame(0, 1));
    Box side = image.layout().side();
    assertThat(at(image, side.centerX() + 4, side.y() + 20)).isEqualTo(COLORS.positive());
    Box second = tile(image, Column.INPUTS, 1);
    int top = at(image, second.centerX(), second.y() + 4);
    assertThat(top & 0xff).isGreaterThan(top >> 16 & 0xff);
  }

  @Test
  void pointsStandWhereTheirInputsSay() {
    Frame frame = new TinyNetwork(7, "relu", "tanh", 2, 4, 1).frame(0, 2);
    PointCloud one =
        new PointCloud(new double[] {1, 9}, new double[] {1, 9}, new double[] {-1, 1}, 1);
    StagePlan plan = new StagePlan(1000, 480, 1, Palettes.LIGHT, StageScales.NONE);
    StageImage image = plan.paint(frame, one, new int[0]);
    StageImage without = plan.paint(frame, PointCloud.NONE, new int[0]);
    Box side = image.layout().side();
    double x = side.x() + 0.75 * side.width();
    double y = side.y() + 0.25 * side.height();
    assertThat(at(image, x, y)).isEqualTo(SignScale.mix(COLORS.negative(), COLORS.ink(), 0.3));
    int changed = 0;
    for (int i = 0; i < image.pixels().length; i++) {
      changed += image.pixels()[i] == without.pixels()[i] ? 0 : 1;
    }
    assertThat(changed).as("the example outside the region is not drawn").isLessThan(120);
  }

  @Test
  void theSamePictureComesOutOfReusedPixels() {
    Frame frame = new TinyNetwork(7, "relu", "tanh", 2, 8, 8, 1).frame(0, 1);
    StagePlan plan = new StagePlan(700, 320, 1.5, Palettes.DARK, StageScales.NONE);
    StageImage fresh = plan.paint(frame, PointCloud.NONE, new int[0]);
    int[] used = new int[fresh.pixels().length];
    Arrays.fill(used, 0x12345678);
    StageImage again = plan.paint(frame, PointCloud.NONE, used);
    assertThat(again.pixels()).isSameAs(used).isEqualTo(fresh.pixels());
    assertThat(fresh.pixelWidth()).isEqualTo(1050);
    assertThat(List.of(fresh.pixelHeight())).containsExactly(480);
  }
}
