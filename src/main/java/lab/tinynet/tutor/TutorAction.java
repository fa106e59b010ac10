package lab.tinynet.tutor;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;

/// A change of the experiment that the tutor proposes. It is tried from step 0 with the same seed,
/// so that the two runs differ in nothing else: open [#applyTo] as a new experiment.
public sealed interface TutorAction {
  /// @param layer index of the layer, from 0
  record SetActivation(int layer, Activation activation) implements TutorAction {}

  /// @param layer index of the layer, from 0
  record SetInitializer(int layer, Initializer initializer) implements TutorAction {}

  record ScaleRate(double factor) implements TutorAction {}

  /// The experiment with the change; the same where the layer has no such thing.
  ///
  /// @throws IndexOutOfBoundsException if the experiment has no such layer
  default Experiment applyTo(Experiment experiment) {
    return switch (this) {
      case SetActivation(int layer, Activation activation) ->
          withLayer(experiment, layer, withActivation(experiment.network().get(layer), activation));
      case SetInitializer(int layer, Initializer initializer) ->
          withLayer(
              experiment, layer, withInitializer(experiment.network().get(layer), initializer));
      case ScaleRate(double factor) ->
          experiment.withOptimizer(
              experiment.optimizer().withRate(experiment.optimizer().rate() * factor));
    };
  }

  private static LayerSpec withActivation(LayerSpec layer, Activation activation) {
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

  private static LayerSpec withInitializer(LayerSpec layer, Initializer initializer) {
    return switch (layer) {
      case LayerSpec.Dense dense -> dense.withInit(initializer);
      case LayerSpec.Conv2d conv -> conv.withInit(initializer);
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

  private static Experiment withLayer(Experiment experiment, int index, LayerSpec layer) {
    List<LayerSpec> network = new ArrayList<>(experiment.network());
    network.set(index, layer);
    return experiment.withNetwork(network);
  }
}
