package lab.tinynet.engine;

import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.Initializer;

/// The initial parameters of a network, drawn from the experiment's seed: the number of
/// W[input][unit] is number input·units + unit of step k in the k-th layer that draws any, from 0;
/// of a convolution the inputs of a unit are counted channel by channel, in each row by row. Layers
/// that draw none do not count: with a batch normalisation put between them, the others begin with
/// the same weights.
///
/// Sources: Xavier (Glorot & Bengio 2010), He (He et al. 2015), LeCun (LeCun et al. 1998),
/// orthogonal (Saxe, McClelland & Ganguli 2014).
final class Initialization {
  private Initialization() {}

  static void apply(Network network, long seed) {
    int drawing = 0;
    for (Layer layer : network.layers()) {
      layer.initialize(seed, drawing);
      drawing += layer.drawsWeights() ? 1 : 0;
    }
  }

  /// @param fanIn numbers that a unit sums up
  /// @param fanOut numbers of the output that an input has a part in
  /// @return (fanIn × units), row by row
  static double[] weights(
      Initializer init, int fanIn, int units, int fanOut, long seed, int layer) {
    double[] w = new double[fanIn * units];
    Initializer each =
        init.kind() == Initializer.Kind.ORTHOGONAL
            ? new Initializer(Initializer.Kind.NORMAL, 1)
            : init;
    for (int i = 0; i < w.length; i++) {
      w[i] = draw(each, fanIn, fanOut, seed, Purpose.WEIGHTS, layer, i);
    }
    return init.kind() == Initializer.Kind.ORTHOGONAL ? Orthogonal.of(w, fanIn, units) : w;
  }

  /// One number of the stream.
  static double draw(
      Initializer init, int fanIn, int fanOut, long seed, Purpose purpose, int layer, long index) {
    return switch (init.kind()) {
      case ZEROS -> 0;
      case CONSTANT -> init.parameter();
      case NORMAL -> init.parameter() * CounterRandom.normal(seed, purpose, layer, index);
      case UNIFORM -> {
        double limit = init.parameter() > 0 ? init.parameter() : 1 / Math.sqrt(fanIn);
        yield uniform(limit, seed, purpose, layer, index);
      }
      case XAVIER_NORMAL ->
          Math.sqrt(2.0 / (fanIn + fanOut)) * CounterRandom.normal(seed, purpose, layer, index);
      case XAVIER_UNIFORM ->
          uniform(Math.sqrt(6.0 / (fanIn + fanOut)), seed, purpose, layer, index);
      case HE_NORMAL -> Math.sqrt(2.0 / fanIn) * CounterRandom.normal(seed, purpose, layer, index);
      case HE_UNIFORM -> uniform(Math.sqrt(6.0 / fanIn), seed, purpose, layer, index);
      case LECUN_NORMAL ->
          Math.sqrt(1.0 / fanIn) * CounterRandom.normal(seed, purpose, layer, index);
      case ORTHOGONAL -> throw new IllegalArgumentException("orthogonal is not number by number");
    };
  }

  private static double uniform(double limit, long seed, Purpose purpose, int layer, long index) {
    return limit * (2 * CounterRandom.uniform(seed, purpose, layer, index) - 1);
  }
}
