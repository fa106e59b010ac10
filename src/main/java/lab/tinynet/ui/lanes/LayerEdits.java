package lab.tinynet.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;

/// Changes of all hidden layers at once, those inside of residual blocks included. The last layer
/// of the network is the output and stays.
final class LayerEdits {
  private LayerEdits() {}

  /// The value that all hidden layers share; empty when they differ, or none has it.
  ///
  /// @param read a layer's value, if it has one
  static <T> Optional<T> common(Experiment experiment, Function<LayerSpec, Optional<T>> read) {
    List<T> values = new ArrayList<>();
    collect(hidden(experiment), read, values);
    return values.stream().distinct().count() == 1
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }

  /// Whether any hidden layer has such a value.
  static <T> boolean any(Experiment experiment, Function<LayerSpec, Optional<T>> read) {
    List<T> values = new ArrayList<>();
    collect(hidden(experiment), read, values);
    return !values.isEmpty();
  }

  static Experiment change(Experiment experiment, UnaryOperator<LayerSpec> change) {
    List<LayerSpec> network = new ArrayList<>(changed(hidden(experiment), change));
    network.add(experiment.network().getLast());
    return experiment.withNetwork(network);
  }

  private static List<LayerSpec> hidden(Experiment experiment) {
    return experiment.network().subList(0, experiment.network().size() - 1);
  }

  private static List<LayerSpec> changed(List<LayerSpec> layers, UnaryOperator<LayerSpec> change) {
    return layers.stream()
        .map(
            layer ->
                layer instanceof LayerSpec.Residual(List<LayerSpec> inside)
                    ? new LayerSpec.Residual(changed(inside, change))
                    : change.apply(layer))
        .toList();
  }

  private static <T> void collect(
      List<LayerSpec> layers, Function<LayerSpec, Optional<T>> read, List<T> into) {
    for (LayerSpec layer : layers) {
      if (layer instanceof LayerSpec.Residual(List<LayerSpec> inside)) {
        collect(inside, read, into);
      } else {
        read.apply(layer).ifPresent(into::add);
      }
    }
  }

  /// The activation of a layer that can have one. A layer with none leaves it to the one after the
  /// normalisation, unless the whole network has none.
  static Function<LayerSpec, Optional<Activation>> activations(Experiment experiment) {
    boolean linear =
        common(experiment, LayerEdits::ownActivation)
            .filter(all -> all.kind() == Activation.Kind.IDENTITY)
            .isPresent();
    return layer ->
        ownActivation(layer).filter(own -> linear || own.kind() != Activation.Kind.IDENTITY);
  }

  private static Optional<Activation> ownActivation(LayerSpec layer) {
    return layer instanceof LayerSpec.Dense
            || layer instanceof LayerSpec.Conv2d
            || layer instanceof LayerSpec.Activated
        ? Optional.of(layer.activation())
        : Optional.empty();
  }

  static LayerSpec withActivation(LayerSpec layer, Activation activation) {
    return switch (layer) {
      case LayerSpec.Dense dense -> dense.withActivation(activation);
      case LayerSpec.Conv2d conv -> conv.withActivation(activation);
      case LayerSpec.Activated _ -> new LayerSpec.Activated(activation);
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Residual _ ->
          layer;
    };
  }

  static Optional<Initializer> init(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Dense dense -> Optional.of(dense.init());
      case LayerSpec.Conv2d conv -> Optional.of(conv.init());
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          Optional.empty();
    };
  }

  static LayerSpec withInit(LayerSpec layer, Initializer init) {
    return switch (layer) {
      case LayerSpec.Dense dense -> dense.withInit(init);
      case LayerSpec.Conv2d conv -> conv.withInit(init);
      case LayerSpec.MaxPool _,
          LayerSpec.AveragePool _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          layer;
    };
  }

  static Optional<Integer> units(LayerSpec layer) {
    return layer instanceof LayerSpec.Dense dense ? Optional.of(dense.units()) : Optional.empty();
  }

  static LayerSpec withUnits(LayerSpec layer, int units) {
    return layer instanceof LayerSpec.Dense dense ? dense.withUnits(units) : layer;
  }
}
