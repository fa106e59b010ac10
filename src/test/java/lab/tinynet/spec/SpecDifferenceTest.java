package lab.tinynet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecDifferenceTest {
  private static final Experiment SPIRAL = SpecJson.read(Specs.SPIRAL);

  @Test
  void equalExperimentsDifferInNothingAndNamesDoNotCount() {
    assertThat(SpecDifference.between(List.of(SPIRAL, SPIRAL.withName("other")))).isEmpty();
    assertThat(SpecDifference.between(List.of(SPIRAL))).isEmpty();
  }

  @Test
  void everyDifferenceIsStatedWithItsPathAndTheValueOfEach() {
    LayerSpec.Dense first = (LayerSpec.Dense) SPIRAL.network().getFirst();
    List<LayerSpec> tanh = new ArrayList<>(SPIRAL.network());
    tanh.set(0, first.withActivation(Activation.of(Activation.Kind.TANH)));
    List<LayerSpec> leaky = new ArrayList<>(SPIRAL.network());
    leaky.set(0, first.withActivation(Activation.of(Activation.Kind.LEAKY_RELU)));
    Experiment faster = SPIRAL.withNetwork(leaky).withOptimizer(SPIRAL.optimizer().withRate(0.125));
    assertThat(SpecDifference.between(List.of(SPIRAL, SPIRAL.withNetwork(tanh), faster)))
        .containsExactly(
            new SpecDifference(
                "network[0].activation",
                List.of("\"relu\"", "\"tanh\"", "{\"kind\": \"leaky-relu\", \"slope\": 0.01}")),
            new SpecDifference("optimizer.rate", List.of("0.03", "0.03", "0.125")));
  }

  @Test
  void whatIsOfAnotherKindIsStatedWhole() {
    Experiment adam = SPIRAL.withOptimizer(Optimizer.usual("adam", 0.01));
    Experiment clipped = adam.withClip(new Clip(Clip.Kind.VALUE, 0.5));
    List<SpecDifference> found = SpecDifference.between(List.of(SPIRAL, clipped));
    assertThat(found).extracting(SpecDifference::path).containsExactly("optimizer", "clip");
    assertThat(found.get(0).values().get(1)).startsWith("{\"kind\": \"adam\", \"rate\": 0.01");
    assertThat(found.get(1).values().get(1)).contains("\"value\"").contains("0.5");
  }

  @Test
  void aLayerMoreMakesTheNetworksDifferAsAWhole() {
    List<LayerSpec> longer = new ArrayList<>(SPIRAL.network());
    longer.add(1, new LayerSpec.BatchNorm());
    List<SpecDifference> found =
        SpecDifference.between(List.of(SPIRAL, SPIRAL.withNetwork(longer)));
    assertThat(found).extracting(SpecDifference::path).containsExactly("network");
    assertThat(found.getFirst().values().get(1)).contains("{\"layer\": \"batch-norm\"}");
  }
}
