package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.List;

/// The sizes of a network on its data.
///
/// @param input shape of an example's input
/// @param layers every layer in the order of the specification; those inside a residual follow it
public record NetworkShape(OutputShape input, List<PlacedLayer> layers) {
  public NetworkShape {
    layers = List.copyOf(layers);
  }

  /// @param experiment one whose layers fit together
  public static NetworkShape of(Experiment experiment) {
    return of(experiment.network(), input(experiment.data()));
  }

  /// @param network layers that fit together
  /// @param input shape of what the first one reads
  public static NetworkShape of(List<LayerSpec> network, OutputShape input) {
    List<PlacedLayer> placed = new ArrayList<>();
    place(network, input, "", placed);
    return new NetworkShape(input, placed);
  }

  private static void place(
      List<LayerSpec> network, OutputShape input, String within, List<PlacedLayer> placed) {
    OutputShape shape = input;
    for (int i = 0; i < network.size(); i++) {
      LayerSpec layer = network.get(i);
      String name = within + layer.kind() + " " + (i + 1);
      OutputShape output = shape.after(layer);
      placed.add(new PlacedLayer(name, layer, shape, output));
      if (layer instanceof LayerSpec.Residual(List<LayerSpec> inside)) {
        place(inside, shape, name + "/", placed);
      }
      shape = output;
    }
  }

  /// The first layers of an experiment, as far as each is in order and can read what comes out of
  /// the one before. What training needs, such as the right number of outputs, is not asked for.
  public static NetworkShape fitting(Experiment experiment) {
    OutputShape input = input(experiment.data());
    List<LayerSpec> network = experiment.network();
    int count = 0;
    OutputShape shape = input;
    while (count < network.size() && fits(experiment, network.get(count), shape)) {
      shape = shape.after(network.get(count));
      count++;
    }
    return of(network.subList(0, count), input);
  }

  private static boolean fits(Experiment experiment, LayerSpec layer, OutputShape input) {
    if (!NetworkRules.sound(experiment, layer)
        || ShapeRules.problem(layer, input, "").isPresent()) {
      return false;
    }
    if (layer instanceof LayerSpec.Residual(List<LayerSpec> inside)) {
      OutputShape shape = input;
      for (LayerSpec inner : inside) {
        if (!fits(experiment, inner, shape)) {
          return false;
        }
        shape = shape.after(inner);
      }
      return shape.equals(input);
    }
    return true;
  }

  /// Shape of an example's input.
  public static OutputShape input(DataSpec data) {
    return data.imageShape().map(OutputShape::of).orElseGet(() -> OutputShape.row(inputs(data)));
  }

  /// Columns of an example's input; 0 where it is not known yet.
  public static int inputs(DataSpec data) {
    return switch (data) {
      case DataSpec.Generated generated -> generated.shape().inputs();
      case DataSpec.Inline inline -> inline.x().columns();
      case DataSpec.Files files -> files.contents().map(read -> read.x().columns()).orElse(0);
    };
  }

  /// Columns of an example's target; 0 where it is not known yet. A regression has one, classes
  /// have one each, but two classes share one unless the loss is `cross-entropy`.
  public static int targets(DataSpec data, Loss.Kind loss) {
    return switch (data) {
      case DataSpec.Generated generated -> targets(generated.shape().classes(), loss);
      case DataSpec.Inline inline -> inline.y().columns();
      case DataSpec.Files files ->
          files.contents().map(read -> targets(read.classes(loss).size(), loss)).orElse(0);
    };
  }

  private static int targets(int classes, Loss.Kind loss) {
    return switch (classes) {
      case 0 -> 1;
      case 2 -> loss == Loss.Kind.CROSS_ENTROPY ? 2 : 1;
      default -> classes;
    };
  }

  /// Whether the targets are numbers rather than classes. Of inline data nobody knows.
  public static boolean regression(DataSpec data, Loss.Kind loss) {
    return switch (data) {
      case DataSpec.Generated generated -> generated.shape().classes() == 0;
      case DataSpec.Inline _ -> false;
      case DataSpec.Files files ->
          files.contents().map(read -> read.classes(loss).isEmpty()).orElse(false);
    };
  }

  /// Size of the training set; 0 where it is not known yet.
  public static int trainCount(DataSpec data) {
    return switch (data) {
      case DataSpec.Generated generated -> generated.examples() - testCount(generated);
      case DataSpec.Inline inline -> inline.x().rows();
      case DataSpec.Files files ->
          files.contents().map(read -> read.x().rows() - held(files, read.x().rows())).orElse(0);
    };
  }

  /// Size of the test set. Of generated data and of files: round(examples · test), but one example
  /// at least is left for training; or as many as the test files hold.
  public static int testCount(DataSpec data) {
    return switch (data) {
      case DataSpec.Generated generated -> held(generated.examples(), generated.test());
      case DataSpec.Inline inline -> inline.testX().rows();
      case DataSpec.Files files ->
          files
              .contents()
              .map(read -> read.testX().rows() + held(files, read.x().rows()))
              .orElse(0);
    };
  }

  private static int held(DataSpec.Files files, int examples) {
    return files.source().hasTestFiles() ? 0 : held(examples, files.test());
  }

  private static int held(int examples, double test) {
    return (int) Math.min(Math.round(examples * test), examples - 1L);
  }

  /// Numbers of an example's input.
  public int inputs() {
    return input.size();
  }

  /// What is learnt in all layers together.
  public long parameters() {
    return layers.stream().mapToLong(PlacedLayer::parameters).sum();
  }

  /// Numbers that the passes of the network keep.
  ///
  /// @param batch examples of a step, for which gradients are kept too
  /// @param measured examples that are measured only
  long numbers(long batch, long measured) {
    long kept = input.size();
    long gradients = 0;
    long widest = 0;
    for (PlacedLayer layer : layers) {
      widest = Math.max(widest, layer.output().size());
      kept += layer.kept();
      gradients += layer.output().size();
    }
    return batch * (kept + gradients) + measured * (kept + widest);
  }

  /// Multiplications of all convolutions for one example.
  long multiplications() {
    return layers.stream().mapToLong(PlacedLayer::multiplications).sum();
  }

  /// Numbers of the network's output.
  public int outputs() {
    return layers.isEmpty() ? input.size() : layers.getLast().output().size();
  }
}
