package lab.tinynet.engine.oracle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.spec.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/// The layers of the oracle.
final class OracleNetwork {
  /// In the order of the log.
  final List<OracleLayer> all = new ArrayList<>();

  private final List<OracleLayer> outermost = new ArrayList<>();
  private final long seed;
  private final Iterator<PlacedLayer> placed;
  private final Iterator<Weights.Layer> initial;

  OracleNetwork(List<LayerSpec> specs, NetworkShape shape, Weights initial, long seed) {
    this.seed = seed;
    this.placed = shape.layers().iterator();
    this.initial = initial.layers().iterator();
    for (int i = 0; i < specs.size(); i++) {
      outermost.add(next());
    }
  }

  private OracleLayer next() {
    PlacedLayer layer = placed.next();
    int index = all.size();
    all.add(null);
    OracleLayer made =
        switch (layer.spec()) {
          case LayerSpec.Dense _ -> new OracleDense(layer, (Weights.Dense) initial.next());
          case LayerSpec.Conv2d conv ->
              new OracleConv(layer, conv, (Weights.Conv2d) initial.next());
          case LayerSpec.MaxPool(int size, int stride) -> new OraclePool(layer, true, size, stride);
          case LayerSpec.AveragePool(int size, int stride) ->
              new OraclePool(layer, false, size, stride);
          case LayerSpec.Flatten _ -> new OracleSimple.Flatten(layer);
          case LayerSpec.BatchNorm _ -> new OracleNorm(layer, (Weights.BatchNorm) initial.next());
          case LayerSpec.LayerNorm _ -> new OracleNorm(layer, (Weights.LayerNorm) initial.next());
          case LayerSpec.Dropout(double rate) -> new OracleSimple.Dropout(layer, rate, seed, index);
          case LayerSpec.Activated _ -> {
            var activated = new OracleSimple.Activated(layer);
            if (layer.parameters() > 0) {
              double slope = ((Weights.Slope) initial.next()).slope();
              activated.parameters.put("slope", OracleArrays.number(slope));
            }
            yield activated;
          }
          case LayerSpec.Residual(List<LayerSpec> inside) -> {
            List<OracleLayer> layers = new ArrayList<>();
            for (int i = 0; i < inside.size(); i++) {
              layers.add(next());
            }
            yield new Residual(layer, layers);
          }
        };
    all.set(index, made);
    return made;
  }

  /// @return the last layer
  OracleLayer forward(INDArray input, boolean training, int step) {
    run(outermost, input, training, step);
    return outermost.getLast();
  }

  void backward(INDArray ofOutput) {
    back(outermost, ofOutput);
  }

  private static INDArray run(
      List<OracleLayer> layers, INDArray input, boolean training, int step) {
    INDArray a = input;
    for (OracleLayer layer : layers) {
      layer.forward(a, training, step);
      a = layer.a;
    }
    return a;
  }

  private static INDArray back(List<OracleLayer> layers, INDArray ofOutput) {
    INDArray above = ofOutput;
    for (OracleLayer layer : layers.reversed()) {
      above = layer.backward(above);
    }
    return above;
  }

  /// x + F(x).
  private static final class Residual extends OracleLayer {
    private final List<OracleLayer> inside;

    Residual(PlacedLayer placed, List<OracleLayer> inside) {
      super(placed);
      this.inside = inside;
    }

    @Override
    void forward(INDArray input, boolean training, int step) {
      x = input;
      a = input.add(run(inside, input, training, step));
      z = a;
    }

    @Override
    INDArray backward(INDArray above) {
      return above.add(back(inside, above));
    }
  }
}
