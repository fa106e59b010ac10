package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.telemetry.LayerInfo;

/// The layers of an experiment over one flat buffer of parameters and one of gradients.
final class Network implements AutoCloseable {
  private final FlatBuffer parameters;
  private final FlatBuffer gradients;
  private final List<DenseLayer> layers = new ArrayList<>();
  private final List<LayerInfo> infos;
  private final int inputs;

  /// Builds it with all parameters 0; see [Initialization].
  ///
  /// @param inputs number of inputs of the first layer
  Network(Experiment experiment, int inputs) {
    this.inputs = inputs;
    int total = 0;
    int width = inputs;
    for (LayerSpec layer : experiment.network()) {
      switch (layer) {
        case LayerSpec.Dense dense -> {
          total += DenseLayer.parameterCount(dense, width);
          width = dense.units();
        }
      }
    }
    parameters = new FlatBuffer(total);
    gradients = new FlatBuffer(total);
    List<String> names = experiment.layerNames();
    int offset = 0;
    width = inputs;
    for (int i = 0; i < experiment.network().size(); i++) {
      switch (experiment.network().get(i)) {
        case LayerSpec.Dense dense -> {
          DenseLayer layer =
              new DenseLayer(names.get(i), dense, width, offset, parameters, gradients);
          layers.add(layer);
          offset += layer.parameterCount();
          width = dense.units();
        }
      }
    }
    infos = layers.stream().map(DenseLayer::info).toList();
  }

  int inputs() {
    return inputs;
  }

  List<DenseLayer> layers() {
    return layers;
  }

  List<LayerInfo> infos() {
    return infos;
  }

  FlatBuffer parameters() {
    return parameters;
  }

  FlatBuffer gradients() {
    return gradients;
  }

  int parameterCount() {
    return Math.toIntExact(parameters.length());
  }

  @Override
  public void close() {
    parameters.close();
    gradients.close();
  }
}
