package lab.tinynet.engine;

import java.util.List;
import lab.tinynet.spec.Clip;

/// Gradient clipping (Pascanu, Mikolov & Bengio 2013) on the raw gradient of all layers.
final class GradientClip {
  private final Network network;

  GradientClip(Network network) {
    this.network = network;
  }

  /// Clips the network's gradients in place.
  ///
  /// @param raw L2 norm of each layer's gradient
  /// @param applied receives the norms after clipping
  void apply(Clip clip, double[] raw, double[] applied) {
    System.arraycopy(raw, 0, applied, 0, raw.length);
    switch (clip.kind()) {
      case NONE -> {}
      case NORM -> {
        double norm = together(raw);
        if (norm > clip.limit()) {
          for (int l = 0; l < raw.length; l++) {
            applied[l] = scale(l, clip.limit() / norm);
          }
        }
      }
      case LAYER_NORM -> {
        for (int l = 0; l < raw.length; l++) {
          if (raw[l] > clip.limit()) {
            applied[l] = scale(l, clip.limit() / raw[l]);
          }
        }
      }
      case VALUE -> {
        for (int l = 0; l < raw.length; l++) {
          applied[l] = limit(l, clip.limit());
        }
      }
    }
  }

  /// The norm of all layers together from the layers' norms, without overflow.
  private static double together(double[] norms) {
    double max = 0;
    for (double norm : norms) {
      max = Math.max(max, norm);
    }
    if (max == 0) {
      return 0;
    }
    double sum = 0;
    for (double norm : norms) {
      double ratio = norm / max;
      sum += ratio * ratio;
    }
    return max * Math.sqrt(sum);
  }

  private double scale(int layerIndex, double factor) {
    Layer layer = layers().get(layerIndex);
    FlatBuffer gradients = network.gradients();
    for (int i = layer.parameterOffset(); i < end(layer); i++) {
      gradients.set(i, gradients.get(i) * factor);
    }
    return Norms.l2(gradients.memory(), layer.parameterOffset(), layer.parameterCount());
  }

  private double limit(int layerIndex, double limit) {
    Layer layer = layers().get(layerIndex);
    FlatBuffer gradients = network.gradients();
    for (int i = layer.parameterOffset(); i < end(layer); i++) {
      gradients.set(i, Math.max(-limit, Math.min(limit, gradients.get(i))));
    }
    return Norms.l2(gradients.memory(), layer.parameterOffset(), layer.parameterCount());
  }

  private List<Layer> layers() {
    return network.layers();
  }

  private static int end(Layer layer) {
    return layer.parameterOffset() + layer.parameterCount();
  }
}
