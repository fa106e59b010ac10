package lab.tinynet.spec;

import java.util.ArrayList;
import java.util.List;

/// The sizes of a network on its data.
///
/// @param inputs columns of an example's input
/// @param units outputs of each layer, in order
/// @param parameters weights, biases and learnt slopes of all layers together
public record NetworkShape(int inputs, List<Integer> units, long parameters) {
  public NetworkShape {
    units = List.copyOf(units);
  }

  public static NetworkShape of(Experiment experiment) {
    int inputs = inputs(experiment.data());
    List<Integer> units = new ArrayList<>();
    long parameters = 0;
    int fanIn = inputs;
    for (LayerSpec layer : experiment.network()) {
      switch (layer) {
        case LayerSpec.Dense dense -> {
          parameters += (long) fanIn * dense.units();
          parameters += dense.bias() ? dense.units() : 0;
          parameters += dense.activation().kind() == Activation.Kind.PRELU ? 1 : 0;
          fanIn = dense.units();
        }
      }
      units.add(fanIn);
    }
    return new NetworkShape(inputs, units, parameters);
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

  /// Inputs of layer `layer`, counted from 0.
  public int fanIn(int layer) {
    return layer == 0 ? inputs : units.get(layer - 1);
  }

  /// Columns of the network's output.
  public int outputs() {
    return units.getLast();
  }
}
