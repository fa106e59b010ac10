package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.OutputShape;
import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.telemetry.LayerInfo;

/// The layers of an experiment over flat buffers: one of parameters, one of their gradients, one of
/// running statistics.
final class Network implements AutoCloseable {
  private final int inputs;
  private final FlatBuffer parameters;
  private final FlatBuffer gradients;
  private final FlatBuffer statistics;
  private final List<Layer> layers;
  private final List<Layer> outermost;
  private final List<LayerInfo> infos;

  /// Builds it with all parameters 0; see [Initialization].
  ///
  /// @param input shape of what the first layer reads
  Network(Experiment experiment, OutputShape input) {
    this.inputs = input.size();
    NetworkShape shape = NetworkShape.of(experiment.network(), input);
    int measured = 0;
    for (PlacedLayer layer : shape.layers()) {
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        measured += BatchNormLayer.statisticsCount(layer.input().units());
      }
    }
    parameters = new FlatBuffer(shape.parameters());
    gradients = new FlatBuffer(shape.parameters());
    statistics = new FlatBuffer(measured);
    var builder = new Builder(shape, experiment.seed());
    outermost = builder.build(experiment.network().size());
    layers = List.copyOf(builder.layers);
    infos = layers.stream().map(Layer::info).toList();
  }

  /// Numbers of an example's input.
  int inputs() {
    return inputs;
  }

  /// All layers in the order of the log; those inside a residual follow it.
  List<Layer> layers() {
    return layers;
  }

  /// Those that are not inside another.
  List<Layer> outermost() {
    return outermost;
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

  /// What training measures rather than learns: of each batch normalisation the running means, then
  /// the running variances. Part of the state of a run, like the parameters.
  FlatBuffer statistics() {
    return statistics;
  }

  int parameterCount() {
    return Math.toIntExact(parameters.length());
  }

  @Override
  public void close() {
    parameters.close();
    gradients.close();
    statistics.close();
  }

  /// Gives every layer its place in the buffers.
  private final class Builder {
    private final List<PlacedLayer> placed;
    private final long seed;
    private final List<Layer> layers = new ArrayList<>();
    private int next;
    private int offset;
    private int statisticsOffset;

    Builder(NetworkShape shape, long seed) {
      this.placed = shape.layers();
      this.seed = seed;
    }

    /// Builds the next layers.
    ///
    /// @param count how many, not counting those inside a residual
    List<Layer> build(int count) {
      List<Layer> built = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        built.add(next());
      }
      return List.copyOf(built);
    }

    private Layer next() {
      int index = next++;
      PlacedLayer layer = placed.get(index);
      layers.add(null); // A residual stands before the layers inside, but is made after them.
      Layer made = make(layer, index);
      layers.set(index, made);
      return made;
    }

    private Layer make(PlacedLayer layer, int index) {
      LayerInfo info = info(layer);
      int size = layer.input().size();
      LayerMemory memory =
          new LayerMemory(offset, statisticsOffset, parameters, gradients, statistics);
      offset += Math.toIntExact(layer.parameters());
      return switch (layer.spec()) {
        case LayerSpec.Dense dense -> new DenseLayer(info, dense, memory);
        case LayerSpec.Conv2d conv ->
            new ConvLayer(info, conv, image(layer.input()), image(layer.output()), memory);
        case LayerSpec.MaxPool(int side, int stride) ->
            new PoolLayer(info, PoolLayer.Kind.MAX, windows(layer, side, stride));
        case LayerSpec.AveragePool(int side, int stride) ->
            new PoolLayer(info, PoolLayer.Kind.AVERAGE, windows(layer, side, stride));
        case LayerSpec.Flatten _ -> new FlattenLayer(info);
        case LayerSpec.BatchNorm _ -> {
          int units = layer.input().units();
          statisticsOffset += BatchNormLayer.statisticsCount(units);
          yield new BatchNormLayer(info, units, layer.input().area(), memory);
        }
        case LayerSpec.LayerNorm _ -> new LayerNormLayer(info, size, memory);
        case LayerSpec.Dropout(double rate) -> new DropoutLayer(info, rate, size, seed, index);
        case LayerSpec.Activated(var activation) ->
            new ActivationLayer(info, activation, size, memory);
        case LayerSpec.Residual(List<LayerSpec> inside) ->
            new ResidualLayer(info, build(inside.size()), size);
      };
    }

    private static Windows windows(PlacedLayer layer, int side, int stride) {
      return new Windows(image(layer.input()), image(layer.output()), side, stride);
    }

    private static ImageShape image(OutputShape shape) {
      return shape.image().orElseThrow();
    }

    private static LayerInfo info(PlacedLayer layer) {
      var activation = layer.spec().activation().kind();
      return new LayerInfo(
          layer.name(),
          layer.spec().kind(),
          activation.json(),
          layer.input().size(),
          layer.output().units(),
          layer.parameters() > 0,
          activation.rectifier(),
          layer.output().image());
    }
  }
}
