package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StageWordsTest {
  /// A Chinese character is as wide as the type is large, others take a little more than half.
  private static final TextWidth WIDTH =
      (text, size, bold) ->
          text.codePoints().mapToDouble(c -> c > 0x2e80 ? 1 : bold ? 0.58 : 0.55).sum() * size;

  record Case(StageTexts texts, int[] sizes, int width, int height) {}

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    int[][] networks = {
      {2, 1}, {2, 8, 8, 1}, {2, 32, 32, 32, 32, 1}, {3, 6, 1}, {2, 8, 8, 8, 8, 8, 8, 8, 8, 1}
    };
    for (StageTexts texts : List.of(StageTexts.EN, StageTexts.ZH)) {
      for (int[] network : networks) {
        for (int[] size : new int[][] {{560, 300}, {1000, 480}, {1600, 900}}) {
          cases.add(new Case(texts, network, size[0], size[1]));
        }
      }
    }
    return cases.stream();
  }

  private static StageImage image(Frame frame, int width, int height) {
    return new StagePlan(width, height, 1, Palettes.LIGHT, StageScales.NONE)
        .paint(frame, TinyNetwork.spiral(1, 30, 1), new int[0]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noLineIsCutOrLiesOverAnother(Case c) {
    TinyNetwork network = new TinyNetwork(2, "relu", "tanh", c.sizes);
    if (c.sizes.length > 3) {
      network.kill(1, 0).kill(1, 2);
    }
    StageImage image = image(network.frame(0, 1), c.width, c.height);
    Box stage = new Box(0, 0, c.width, c.height);
    List<Label> labels = StageWords.of(image, c.texts, WIDTH);
    for (int i = 0; i < labels.size(); i++) {
      Box box = labels.get(i).box(WIDTH);
      assertThat(box.within(stage)).as("%s in %s", labels.get(i), c).isTrue();
      for (int j = i + 1; j < labels.size(); j++) {
        Box other = labels.get(j).box(WIDTH);
        assertThat(box.overlaps(other)).as("%s over %s", labels.get(i), labels.get(j)).isFalse();
      }
    }
  }

  @Test
  void deadUnitsAreCountedAboveTheirLayerAndNamedInTheirTiles() {
    Frame frame = new TinyNetwork(7, "relu", "tanh", 2, 8, 8, 1).kill(1, 5).kill(1, 6).frame(0, 1);
    int expected = LayerNames.dead(frame.layers().get(1).dead());
    List<Label> labels = StageWords.of(image(frame, 1000, 480), StageTexts.EN, WIDTH);
    assertThat(labels)
        .anyMatch(l -> l.text().equals(expected + " of 8 dead") && l.role() == Label.Role.ALARM);
    assertThat(labels.stream().filter(l -> l.text().equals("dead"))).hasSize(expected);
    assertThat(labels).anyMatch(l -> l.text().equals("dense 2 · ReLU"));
    assertThat(labels).anyMatch(l -> l.text().equals("dense 3 · tanh"));
    assertThat(labels).anyMatch(l -> l.text().equals("output · 1 unit"));
  }

  @Test
  void whatIsLeftOutIsSaid() {
    Frame frame = new TinyNetwork(7, "relu", "tanh", 2, 32, 32, 1).frame(0, 1);
    List<Label> labels = StageWords.of(image(frame, 1600, 900), StageTexts.EN, WIDTH);
    assertThat(labels).anyMatch(l -> l.text().equals("strongest 352 of 1,120 edges shown"));
    Frame huge = new TinyNetwork(7, "relu", "tanh", 2, 2000, 1).frame(0, 1);
    StageImage folded = image(huge, 560, 300);
    int more = folded.layout().column(0).orElseThrow().folded();
    assertThat(more).isPositive();
    assertThat(StageWords.of(folded, StageTexts.EN, WIDTH))
        .anyMatch(l -> l.text().equals("+" + Figure.count(more)));
  }

  @Test
  void theCaptionTellsStepLayersAndDeathsInBothLanguages() {
    Frame frame = new TinyNetwork(7, "relu", "tanh", 2, 8, 8, 1).kill(1, 5).frame(1200, 1);
    int dead = LayerNames.dead(frame.layers().get(1).dead());
    assertThat(StageCaption.of(frame, StageTexts.EN))
        .contains("step 1,200", "2 inputs", "dense 2 · ReLU: 8, " + dead + " of 8 dead");
    assertThat(StageCaption.of(frame, StageTexts.ZH)).contains("第 1,200 步", dead + " / 8 死亡");
  }

  @Test
  void aStageMuchTooSmallStillPaints() {
    Frame frame = new TinyNetwork(7, "relu", "softmax", 2, 8, 8, 3).frame(0, 1);
    for (int[] size : new int[][] {{0, 0}, {1, 1}, {60, 40}, {300, 30}, {40, 500}}) {
      StageImage image = image(frame, size[0], size[1]);
      assertThat(image.pixels()).hasSize(Math.max(1, size[0]) * Math.max(1, size[1]));
      assertThat(StageWords.of(image, StageTexts.ZH, WIDTH)).isNotEmpty();
    }
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(StageTexts.ZH.texts().keySet()).isEqualTo(StageTexts.EN.texts().keySet());
  }
}
