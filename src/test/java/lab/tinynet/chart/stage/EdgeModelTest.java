package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.Test;

final class EdgeModelTest {
  private static StageImage image(Frame frame) {
    return new StagePlan(1000, 480, 1, Palettes.LIGHT, StageScales.NONE)
        .paint(frame, PointCloud.NONE, new int[0]);
  }

  @Test
  void aSmallNetworkShowsEveryWeight() {
    EdgeModel edges = image(new TinyNetwork(1, "relu", "tanh", 2, 8, 8, 1).frame(0, 1)).edges();
    assertThat(edges.shown()).isEqualTo(88);
    assertThat(edges.total()).isEqualTo(88);
  }

  @Test
  void ofManyWeightsTheStrongestOfEveryUnitRemain() {
    TinyNetwork network = new TinyNetwork(1, "relu", "tanh", 2, 32, 32, 1);
    EdgeModel edges = image(network.frame(0, 1)).edges();
    assertThat(edges.total()).isEqualTo(64 + 1024 + 32);
    assertThat(edges.shown()).isEqualTo(64 + 256 + 32);
    double[] least = new double[32];
    java.util.Arrays.fill(least, Double.POSITIVE_INFINITY);
    boolean[][] shown = new boolean[32][32];
    for (int i = 0; i < edges.shown(); i++) {
      EdgeModel.Edge edge = edges.get(i);
      if (edge.layer() == 1) {
        shown[edge.to()][edge.from()] = true;
        least[edge.to()] = Math.min(least[edge.to()], Math.abs(edge.weight()));
      }
    }
    for (int to = 0; to < 32; to++) {
      for (int from = 0; from < 32; from++) {
        double size = Math.abs(network.weights.get(1)[from * 32 + to]);
        assertThat(shown[to][from]).isEqualTo(size >= least[to]);
      }
    }
  }

  @Test
  void strongEdgesArePaintedOverWeakOnes() {
    EdgeModel edges = image(new TinyNetwork(1, "relu", "tanh", 2, 8, 8, 1).frame(0, 1)).edges();
    for (int i = 1; i < edges.shown(); i++) {
      assertThat(Math.abs(edges.get(i).weight()))
          .isGreaterThanOrEqualTo(Math.abs(edges.get(i - 1).weight()));
    }
  }

  @Test
  void theEdgesOfADeadUnitAreFaded() {
    Frame frame = new TinyNetwork(1, "relu", "tanh", 2, 4, 4, 1).kill(1, 2).frame(0, 1);
    EdgeModel edges = image(frame).edges();
    int faded = 0;
    for (int i = 0; i < edges.shown(); i++) {
      EdgeModel.Edge edge = edges.get(i);
      boolean to = frame.layers().get(edge.layer()).dead()[edge.to()];
      boolean from = edge.layer() > 0 && frame.layers().get(edge.layer() - 1).dead()[edge.from()];
      assertThat(edge.faded()).isEqualTo(to || from);
      faded += edge.faded() ? 1 : 0;
    }
    assertThat(frame.layers().get(1).dead()[2]).isTrue();
    assertThat(faded).isBetween(5, edges.shown() - 5);
  }

  @Test
  void aWeightThatIsNotFiniteIsDrawnLastAndHasAWidth() {
    TinyNetwork network = new TinyNetwork(1, "relu", "tanh", 2, 4, 1);
    network.weights.get(0)[3] = Double.NaN;
    EdgeModel edges = image(network.frame(0, 1)).edges();
    EdgeModel.Edge last = edges.get(edges.shown() - 1);
    assertThat(last.weight()).isNaN();
    assertThat(edges.width(last.weight())).isPositive();
  }

  @Test
  void thePointerFindsAnEdgeOnItsCurve() {
    StageImage image = image(new TinyNetwork(1, "relu", "tanh", 2, 4, 1).frame(0, 1));
    EdgeModel.Edge wanted = image.edges().get(image.edges().shown() - 1);
    double share = 0.3;
    double x = wanted.start().x() + share * (wanted.end().x() - wanted.start().x());
    double rise = wanted.end().y() - wanted.start().y();
    double y = wanted.start().y() + EdgeCurve.height(share) * rise;
    assertThat(image.edges().nearest(x, y, 4)).contains(wanted);
    assertThat(image.edges().nearest(x, -50, 4)).isEmpty();
  }

  @Test
  void theCurveIsTheBezierCurveThatIsLiftedOut() {
    for (double t = 0; t <= 1; t += 0.05) {
      double x = 1.5 * t * (1 - t) * (1 - t) + 1.5 * t * t * (1 - t) + t * t * t;
      double y = 3 * t * t * (1 - t) + t * t * t;
      assertThat((double) EdgeCurve.height(x)).isCloseTo(y, within(4e-3));
    }
    assertThat((double) EdgeCurve.slope(0)).isCloseTo(0, within(1e-6));
    assertThat((double) EdgeCurve.slope(0.5)).isCloseTo(2, within(1e-3));
  }
}
