package lab.tinynet.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Activation;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;

/// Puts batch normalisation into a network and takes it out: in every hidden layer between the
/// weighted sum and the activation (Ioffe & Szegedy 2015).
final class BatchNormed {
  private BatchNormed() {}

  static boolean is(Experiment experiment) {
    return experiment.network().stream().anyMatch(LayerSpec.BatchNorm.class::isInstance);
  }

  static Experiment with(Experiment experiment) {
    List<LayerSpec> plain = without(experiment).network();
    List<LayerSpec> network = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      LayerSpec layer = plain.get(i);
      boolean weighs = layer instanceof LayerSpec.Dense || layer instanceof LayerSpec.Conv2d;
      if (i == plain.size() - 1 || !weighs) {
        network.add(layer);
        continue;
      }
      network.add(LayerEdits.withActivation(layer, identity()));
      network.add(new LayerSpec.BatchNorm());
      if (layer.activation().kind() != Activation.Kind.IDENTITY) {
        network.add(new LayerSpec.Activated(layer.activation()));
      }
    }
    return experiment.withNetwork(network);
  }

  /// Without normalisation; an activation that stood behind one goes back to the layer before.
  static Experiment without(Experiment experiment) {
    List<LayerSpec> network = new ArrayList<>();
    boolean normalised = false;
    for (LayerSpec layer : experiment.network()) {
      if (layer instanceof LayerSpec.BatchNorm) {
        normalised = true;
        continue;
      }
      boolean joins =
          normalised
              && layer instanceof LayerSpec.Activated
              && !network.isEmpty()
              && network.getLast().activation().kind() == Activation.Kind.IDENTITY
              && (network.getLast() instanceof LayerSpec.Dense
                  || network.getLast() instanceof LayerSpec.Conv2d);
      if (joins) {
        network.add(LayerEdits.withActivation(network.removeLast(), layer.activation()));
      } else {
        network.add(layer);
      }
      normalised = false;
    }
    return experiment.withNetwork(network);
  }

  private static Activation identity() {
    return Activation.of(Activation.Kind.IDENTITY);
  }
}
