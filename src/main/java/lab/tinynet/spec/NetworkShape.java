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

  /// Columns of an example's input.
  public static int inputs(DataSpec data) {
    return switch (data) {
      case DataSpec.Generated _ -> 2;
      case DataSpec.Inline inline -> inline.x().columns();
    };
  }

  /// Columns of an example's target: 1, or 2 under `cross-entropy`, for generated data.
  public static int targets(DataSpec data, Loss.Kind loss) {
    return switch (data) {
      case DataSpec.Generated _ -> loss == Loss.Kind.CROSS_ENTROPY ? 2 : 1;
      case DataSpec.Inline inline -> inline.y().columns();
    };
  }

  /// Size of the training set.
  public static int trainCount(DataSpec data) {
    return switch (data) {
      case DataSpec.Generated generated -> generated.examples() - testCount(generated);
      case DataSpec.Inline inline -> inline.x().rows();
    };
  }

  /// Size of the test set. Of generated data: round(examples · test), but one example at least is
  /// left for training.
  public static int testCount(DataSpec data) {
    return switch (data) {
      case DataSpec.Generated(_, int examples, _, double test) ->
          (int) Math.min(Math.round(examples * test), examples - 1L);
      case DataSpec.Inline inline -> inline.testX().rows();
    };
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
