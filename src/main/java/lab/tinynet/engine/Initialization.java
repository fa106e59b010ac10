package lab.tinynet.engine;

import lab.tinynet.spec.CounterRandom;
import lab.tinynet.spec.CounterRandom.Purpose;
import lab.tinynet.spec.Initializer;
import lab.tinynet.spec.LayerSpec;

/// The initial parameters of a network, drawn from the experiment's seed: the number of
/// W[input][unit] in layer l is number input·units + unit of step l.
///
/// Sources: Xavier (Glorot & Bengio 2010), He (He et al. 2015), LeCun (LeCun et al. 1998).
final class Initialization {
  private Initialization() {}

  static void apply(Network network, long seed) {
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      LayerSpec.Dense spec = layer.spec();
      int fanIn = layer.info().inputs();
      int fanOut = layer.info().units();
      for (int unit = 0; unit < fanOut; unit++) {
        for (int input = 0; input < fanIn; input++) {
          double w =
              draw(
                  spec.init(),
                  fanIn,
                  fanOut,
                  seed,
                  Purpose.WEIGHTS,
                  l,
                  (long) input * fanOut + unit);
          network.parameters().set(layer.weightIndex(input, unit), w);
        }
        if (spec.bias()) {
          double b = draw(spec.biasInit(), fanIn, fanOut, seed, Purpose.BIASES, l, unit);
          network.parameters().set(layer.biasIndex(unit), b);
        }
      }
      if (layer.slopeIndex() < layer.parameterOffset() + layer.parameterCount()) {
        network.parameters().set(layer.slopeIndex(), spec.activation().parameter());
      }
    }
  }

  private static double draw(
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
    };
  }

  private static double uniform(double limit, long seed, Purpose purpose, int layer, long index) {
    return limit * (2 * CounterRandom.uniform(seed, purpose, layer, index) - 1);
  }
}
