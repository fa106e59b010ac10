package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.OptionalInt;
import javafx.event.Event;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import lab.tinynet.chart.Palette;
import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.Test;

/// Draws the stage in many sizes, themes and languages into `target/pictures`, to be looked at, and
/// checks the little of it that a program can see.
final class StagePicturesTest {
  private static final PointCloud SPIRAL = TinyNetwork.spiral(3, 300, 1);

  private static TinyNetwork dying() {
    return new TinyNetwork(7, "relu", "tanh", 2, 8, 8, 1)
        .train(SPIRAL, 60_000, 0.02)
        .kill(1, 5)
        .kill(1, 6);
  }

  @Test
  void theDyingNetworkInBothLanguagesThemesAndAllSizes() throws Exception {
    Frame frame = dying().frame(900, 1);
    int[][] sizes = {{620, 300}, {1000, 480}, {1400, 800}};
    for (int[] size : sizes) {
      shoot("dying-zh-light", frame, SPIRAL, Palettes.LIGHT, StageTexts.ZH, size[0], size[1]);
      shoot("dying-en-dark", frame, SPIRAL, Palettes.DARK, StageTexts.EN, size[0], size[1]);
    }
    BufferedImage one =
        shoot("dying-en-light", frame, SPIRAL, Palettes.LIGHT, StageTexts.EN, 1000, 480);
    assertThat(colorsOf(one)).as("different colours").isGreaterThan(500);
  }

  @Test
  void otherNetworks() throws Exception {
    Palette light = Palettes.LIGHT;
    Frame small =
        new TinyNetwork(1, "tanh", "tanh", 2, 4, 2, 1).train(SPIRAL, 40_000, 0.05).frame(50, 1);
    shoot("small-en-light", small, SPIRAL, light, StageTexts.EN, 1000, 480);
    Frame wide =
        new TinyNetwork(2, "relu", "tanh", 2, 32, 32, 32, 32, 1)
            .train(SPIRAL, 5_000, 0.003)
            .frame(50, 1);
    shoot("wide-en-light", wide, SPIRAL, light, StageTexts.EN, 1000, 480);
    shoot("wide-zh-dark", wide, SPIRAL, Palettes.DARK, StageTexts.ZH, 1100, 520);
    shoot("wide-zh-light", wide, SPIRAL, light, StageTexts.ZH, 620, 300);
    Frame linear = new TinyNetwork(3, "relu", "sigmoid", 2, 1).frame(0, 6);
    shoot("linear-zh-light", linear, TinyNetwork.spiral(1, 90, 6), light, StageTexts.ZH, 1000, 480);
    Frame classes = new TinyNetwork(4, "relu", "softmax", 2, 8, 4).frame(0, 6);
    shoot("classes-en-dark", classes, PointCloud.NONE, Palettes.DARK, StageTexts.EN, 1000, 480);
    Frame three = new TinyNetwork(5, "relu", "tanh", 3, 6, 1).frame(0, 1);
    shoot("three-inputs-en-light", three, PointCloud.NONE, light, StageTexts.EN, 1000, 480);
    Frame deep = new TinyNetwork(6, "relu", "identity", 2, 64, 8, 8, 8, 8, 8, 32, 8, 1).frame(0, 1);
    shoot("deep-en-light", deep, SPIRAL, light, StageTexts.EN, 1000, 480);
    shoot("deep-zh-dark", deep, SPIRAL, Palettes.DARK, StageTexts.ZH, 620, 300);
    TinyNetwork odd = new TinyNetwork(8, "relu", "identity", 2, 6, 6, 1);
    odd.weights.get(1)[4] = Double.NaN;
    odd.biases.get(0)[1] = 90;
    Frame broken = odd.frame(0, 6);
    shoot("broken-en-light", broken, SPIRAL, light, StageTexts.EN, 1000, 480);
  }

  @Test
  void projectedTheTypeIsLarge() throws Exception {
    Frame frame = dying().frame(900, 1);
    Palette large = Palettes.sized(Palettes.LIGHT, 30);
    shoot("projected-zh", frame, SPIRAL, large, StageTexts.ZH, 1800, 860);
  }

  @Test
  void theReadOutStaysInsideTheStage() throws Exception {
    Frame frame = dying().frame(900, 1);
    BufferedImage[] pictures =
        Screen.onFxThread(
            () -> {
              StageView view = Screen.stage(Palettes.LIGHT, StageTexts.EN, 1000, 480);
              view.show(frame, SPIRAL);
              BufferedImage before = Screen.picture(view);
              Column second = view.shown().orElseThrow().layout().column(1).orElseThrow();
              Box tile = second.tile(2);
              point(view, tile.centerX(), tile.centerY());
              BufferedImage unit = Screen.picture(view);
              Box dead = second.tile(5);
              view.setTexts(StageTexts.ZH);
              point(view, dead.centerX(), dead.centerY());
              BufferedImage deadUnit = Screen.picture(view);
              point(view, second.block().x() - 30, tile.centerY() + 3);
              BufferedImage edge = Screen.picture(view);
              Box side = view.shown().orElseThrow().layout().side();
              point(view, side.right() - 3, side.y() + 40);
              view.speakOf(OptionalInt.of(1));
              return new BufferedImage[] {before, unit, deadUnit, edge, Screen.picture(view)};
            });
    String[] names = {"before", "unit", "dead", "edge", "surface"};
    for (int i = 0; i < names.length; i++) {
      Screen.save(pictures[i], "hover-" + names[i]);
    }
    assertThat(pixels(pictures[1])).isNotEqualTo(pixels(pictures[0]));
  }

  private static void point(StageView view, double x, double y) {
    Event.fireEvent(
        view,
        new MouseEvent(
            MouseEvent.MOUSE_MOVED,
            x,
            y,
            x,
            y,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            null));
  }

  private static BufferedImage shoot(
      String name,
      Frame frame,
      PointCloud cloud,
      Palette palette,
      StageTexts texts,
      int width,
      int height)
      throws Exception {
    BufferedImage picture =
        Screen.onFxThread(
            () -> {
              StageView view = Screen.stage(palette, texts, width, height);
              view.show(frame, cloud);
              return Screen.picture(view);
            });
    Screen.save(picture, name + "-" + width + "x" + height);
    return picture;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static long colorsOf(BufferedImage image) {
    return Arrays.stream(pixels(image)).distinct().count();
  }
}
