package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.Test;

final class ReadOutTest {
  private final TinyNetwork network = new TinyNetwork(7, "relu", "tanh", 2, 8, 8, 1).kill(1, 5);
  private final Frame frame = network.frame(0, 1);
  private final StageImage image =
      new StagePlan(1000, 480, 1, Palettes.LIGHT, StageScales.NONE)
          .paint(frame, PointCloud.NONE, new int[0]);

  private Optional<ReadOut> at(double x, double y, StageTexts texts) {
    return Pointing.at(image, x, y).map(target -> new Explanation(image, texts).of(target, x, y));
  }

  @Test
  void aUnitTellsItsFormulaBiasAndState() {
    Box tile = image.layout().column(1).orElseThrow().tile(2);
    ReadOut readOut = at(tile.centerX(), tile.centerY(), StageTexts.EN).orElseThrow();
    assertThat(readOut.target()).isEqualTo(new Target.Unit(1, 2));
    assertThat(readOut.title()).isEqualTo("dense 2, unit 3");
    assertThat(readOut.figures())
        .contains("ReLU(Σ w · output of dense 1 + b)")
        .contains("b = " + Figure.signed(network.biases.get(1)[2]));
    assertThat(readOut.definition()).startsWith("Alive");
  }

  @Test
  void aDeadUnitSaysThatItIsDead() {
    Box tile = image.layout().column(1).orElseThrow().tile(5);
    ReadOut readOut = at(tile.centerX(), tile.centerY(), StageTexts.ZH).orElseThrow();
    assertThat(readOut.title()).isEqualTo("全连接层 2 的单元 6");
    assertThat(readOut.definition()).startsWith("死亡");
  }

  @Test
  void aBiasTellsItsNumberTheOutputsToo() {
    Column output = image.layout().column(2).orElseThrow();
    Box dot = image.layout().bias(output, 0);
    ReadOut readOut = at(dot.centerX(), dot.centerY(), StageTexts.EN).orElseThrow();
    assertThat(readOut.target()).isEqualTo(new Target.Bias(2, 0));
    assertThat(readOut.title()).isEqualTo("bias of output");
    assertThat(readOut.figures()).containsExactly("b = " + Figure.signed(network.biases.get(2)[0]));
  }

  @Test
  void anEdgeTellsItsWeightAndBothEnds() {
    EdgeModel.Edge edge = image.edges().get(image.edges().shown() - 1);
    double x = edge.start().x() + 0.5;
    ReadOut readOut =
        new Explanation(image, StageTexts.EN)
            .of(new Target.Weight(edge.layer(), edge.from(), edge.to()), x, 0);
    assertThat(readOut.figures()).contains("w = " + Figure.signed(edge.weight()));
    assertThat(readOut.title()).contains("→");
  }

  @Test
  void theSurfaceTellsThePointAndTheOutputThere() {
    Box side = image.layout().side();
    double x = side.x() + 0.75 * side.width();
    double y = side.y() + 0.25 * side.height();
    ReadOut readOut = at(x, y, StageTexts.EN).orElseThrow();
    assertThat(readOut.figures().getFirst()).isEqualTo("x₁ = 0.5, x₂ = 0.5");
    double there = network.forward(0.5, 0.5)[2][0];
    double shown = Double.parseDouble(readOut.figures().get(1).substring(6).replace('−', '-'));
    assertThat(shown).isCloseTo(there, org.assertj.core.data.Offset.offset(0.05));
  }

  @Test
  void everyLegendExplainsItselfAndEmptyGroundSaysNothing() {
    Box units = image.layout().unitsLegend().orElseThrow();
    Box edges = image.layout().edgesLegend();
    Box bar = image.layout().surfaceBar().orElseThrow();
    for (Box box : new Box[] {units, edges, bar}) {
      ReadOut readOut = at(box.centerX(), box.centerY(), StageTexts.EN).orElseThrow();
      assertThat(readOut.definition()).isNotEmpty();
    }
    assertThat(at(1, 1, StageTexts.EN)).isEmpty();
  }
}
