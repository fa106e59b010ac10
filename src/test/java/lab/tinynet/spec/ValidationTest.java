package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private static final Experiment GOOD = SpecJson.read(Specs.SPIRAL);

  @Test
  void aGoodExperimentHasNoProblems() {
    assertThat(Validation.check(GOOD)).isEmpty();
  }

  @Test
  void anExperimentBuiltInTheWindowIsHeldToTheRulesOfTheFiles() {
    LayerSpec.Dense layer = (LayerSpec.Dense) GOOD.network().getFirst();
    assertThat(codes(GOOD.withNetwork(List.of(layer.withUnits(0), layer.withUnits(1)))))
        .containsExactly("network[0].units units-range");
    assertThat(codes(GOOD.withNetwork(List.of()))).containsExactly("network no-layers");
    assertThat(codes(GOOD.withOptimizer(new Optimizer.Sgd(Double.NaN))))
        .containsExactly("optimizer.rate not-finite");
    assertThat(codes(GOOD.withBatch(new BatchSize(-1)))).containsExactly("batch whole-range");
    assertThat(codes(GOOD.withLoss(Loss.of(Loss.Kind.BCE))))
        .containsExactly("network[1].activation bce-needs-sigmoid");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    Experiment wrong =
        GOOD.withData(new DataSpec.Generated(DataSpec.Shape.XOR, 1, -1, 2))
            .withClip(new Clip(Clip.Kind.NORM, 0))
            .withPenalty(new Penalty(-1, Double.POSITIVE_INFINITY));
    assertThat(codes(wrong))
        .containsExactly(
            "data.examples whole-range",
            "data.noise range-closed",
            "data.test range-closed",
            "clip.limit range-above",
            "penalty.l1 range-at-least",
            "penalty.l2 not-finite");
  }

  @Test
  void theShapeOfANetworkIsCountedWithBiasesAndSlopes() {
    NetworkShape shape = NetworkShape.of(SpecJson.read(Specs.MOST));
    assertThat(shape.inputs()).isEqualTo(2);
    assertThat(shape.layers())
        .extracting(layer -> layer.output().size())
        .containsExactly(3, 4, 2, 2);
    assertThat(shape.layers())
        .extracting(layer -> layer.input().size())
        .containsExactly(2, 3, 4, 2);
    assertThat(shape.parameters()).isEqualTo(6 + (12 + 4 + 1) + (8 + 2) + (4 + 2));
    assertThat(shape.outputs()).isEqualTo(2);
  }

  private static List<String> codes(Experiment experiment) {
    return Validation.check(experiment).stream()
        .map(problem -> problem.path() + " " + problem.code())
        .toList();
  }
}
