package lab.tinynet.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.Problem;
import lab.tinynet.spec.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerShapesTest {
  private final Experiment planar = Presets.named("dying-relu").experiment();
  private final Experiment images = ExperimentEdits.shape(planar, DataSpec.Shape.STROKES);

  private static Optional<Problem> problem(Experiment experiment) {
    return Validation.check(experiment).stream().findFirst();
  }

  @Test
  void imagesAreToldByChannelsHeightAndWidth() {
    Experiment two = NetworkEdits.add(NetworkEdits.add(images, "conv2d"), "max-pool");
    assertThat(LayerShapes.of(two))
        .containsEntry(LayerPath.of(0), "8×12×12")
        .containsEntry(LayerPath.of(1), "8×6×6")
        .hasSize(two.network().size());
  }

  @Test
  void aConvolutionOnARowAndUnitsThatAreWrongLeaveTheShapesBeforeThem() {
    Experiment conv = NetworkEdits.add(planar, "conv2d");
    int output = conv.network().size() - 1;
    Experiment wrong =
        NetworkEdits.change(
            conv,
            LayerPath.of(output),
            layer -> layer instanceof LayerSpec.Dense dense ? dense.withUnits(0) : layer);
    assertThat(problem(wrong).orElseThrow().path()).endsWith(".units");
    assertThat(LayerShapes.of(wrong))
        .hasSize(output - 1)
        .doesNotContainKey(LayerPath.of(output - 1));
  }

  /// Whatever is clicked together, the panel can show it: a draft that breaks the shapes would
  /// break the window.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyDraftThatClicksCanMakeHasShapes(long seed) {
    Random random = new Random(seed);
    Experiment first = seed % 2 == 0 ? planar : images;
    Experiment now = first;
    int valid = 0;
    for (int i = 0; i < 3000; i++) {
      now = i % 30 == 0 ? first : clicked(now, random);
      Map<LayerPath, String> shapes = LayerShapes.of(now);
      List<LayerPath> paths = NetworkEdits.paths(now.network());
      assertThat(paths).containsAll(shapes.keySet());
      if (problem(now).isEmpty()) {
        valid++;
        assertThat(shapes.keySet()).containsAll(paths);
      }
    }
    assertThat(valid).isGreaterThan(150).isLessThan(2900);
  }

  private static Experiment clicked(Experiment now, Random random) {
    List<LayerPath> paths = NetworkEdits.paths(now.network());
    LayerPath path = paths.get(random.nextInt(paths.size()));
    boolean output = path.equals(LayerPath.of(now.network().size() - 1));
    String kind = NetworkEdits.KINDS.get(random.nextInt(NetworkEdits.KINDS.size()));
    int number = List.of(-1, 0, 1, 2, 3, 8, 64, 4096).get(random.nextInt(8));
    return switch (random.nextInt(8)) {
      case 0 -> NetworkEdits.add(now, kind);
      case 1 -> NetworkEdits.addInside(now, path, kind.equals("residual") ? "dense" : kind);
      case 2, 3 -> output ? now : NetworkEdits.remove(now, path);
      case 4 -> NetworkEdits.move(now, path, random.nextBoolean() ? 1 : -1);
      case 5 -> output ? now : NetworkEdits.duplicate(now, path);
      default -> NetworkEdits.change(now, path, layer -> numbered(layer, number));
    };
  }

  private static LayerSpec numbered(LayerSpec layer, int number) {
    return switch (layer) {
      case LayerSpec.Dense dense -> dense.withUnits(number);
      case LayerSpec.Conv2d conv ->
          new LayerSpec.Conv2d(
              conv.filters(),
              number,
              Math.max(0, conv.stride() - 1),
              number > 2 ? LayerSpec.Padding.VALID : LayerSpec.Padding.SAME,
              conv.activation(),
              conv.init(),
              conv.bias(),
              conv.biasInit());
      case LayerSpec.MaxPool(_, int stride) -> new LayerSpec.MaxPool(number, stride);
      case LayerSpec.AveragePool(int size, _) -> new LayerSpec.AveragePool(size, number);
      case LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          layer;
    };
  }
}
