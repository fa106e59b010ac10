package lab.tinynet.telemetry;

import java.util.List;
import java.util.Optional;

/// A picture of the network at one step, made on demand and never logged. Immutable by contract:
/// nobody writes into the arrays after it has been made.
///
/// @param step number of updates done
/// @param resolution side of the maps in cells; 0 when the experiment has not two inputs and so no
///     maps
/// @param region the part of the input plane that the maps cover
/// @param layers one entry a layer, in the order of the log
/// @param inputImage shape of an example, where it is an image
/// @param forward the way of one input through the network
/// @param unit the unit that somebody wished to have measured
public record Frame(
    long step,
    int resolution,
    Region region,
    List<LayerFrame> layers,
    Optional<ImageGrid> inputImage,
    Optional<Forward> forward,
    Optional<UnitFrame> unit) {
  public Frame {
    layers = List.copyOf(layers);
  }

  /// A frame with nothing but parameters and maps.
  public Frame(long step, int resolution, Region region, List<LayerFrame> layers) {
    this(step, resolution, region, layers, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// A rectangle of the input plane.
  public record Region(double minX, double maxX, double minY, double maxY) {}

  /// One layer.
  ///
  /// @param weights W by input then unit: `weights[input * units + unit]`. A convolution's inputs
  ///     are the places of its kernel: channel by channel, row by row
  /// @param biases one a unit; empty when the layer has none
  /// @param maps output of each unit over the region, `resolution²` values row by row, top row
  ///     (largest y) first; empty when there are no maps
  /// @param dead which units put out 0 for the whole probe set; all false for a layer that is no
  ///     rectifier
  /// @param scaling what a normalisation does; empty for all others
  public record LayerFrame(
      LayerInfo info,
      double[] weights,
      double[] biases,
      float[][] maps,
      boolean[] dead,
      Optional<Scaling> scaling) {

    /// A layer that normalises nothing.
    public LayerFrame(
        LayerInfo info, double[] weights, double[] biases, float[][] maps, boolean[] dead) {
      this(info, weights, biases, maps, dead, Optional.empty());
    }

    /// How many numbers a unit sums up; 0 for a layer without weights.
    public int fanIn() {
      return weights.length / info.units();
    }
  }

  /// A normalisation: a = γ·(x − mean)/√(variance + ε) + β.
  ///
  /// @param gamma one a unit; of a layer normalisation one a number of an example
  /// @param beta the same
  /// @param mean running means that evaluation uses; empty for a layer normalisation, which takes
  ///     those of the example
  /// @param variance running variances; empty like the means
  /// @param before of each unit, over the probe set: what it reads
  /// @param after of each unit, over the probe set: what it puts out
  public record Scaling(
      double[] gamma,
      double[] beta,
      double[] mean,
      double[] variance,
      Moments[] before,
      Moments[] after) {}

  /// Mean and standard deviation.
  public record Moments(double mean, double std) {}

  /// The way of one input through the network, in evaluation.
  ///
  /// @param point which input
  /// @param wished whether somebody chose it; else it is the first training example
  /// @param input its numbers
  /// @param target what the network should say; empty for a point that is no example
  /// @param preActivations of each layer what its activation is applied to, `units × area` numbers;
  ///     of a layer without, what it reads
  /// @param outputs of each layer, `units × area` numbers
  public record Forward(
      ProbePoint point,
      boolean wished,
      double[] input,
      double[] target,
      List<double[]> preActivations,
      List<double[]> outputs) {
    public Forward {
      preActivations = List.copyOf(preActivations);
      outputs = List.copyOf(outputs);
    }
  }

  /// One unit on the whole probe set; of a channel, all its pixels are counted.
  ///
  /// @param layer index in the log
  /// @param unit from 0
  /// @param preActivation how what its activation is applied to is distributed
  /// @param mean mean of its outputs
  /// @param zeros share of its outputs that are exactly 0
  public record UnitFrame(
      int layer, int unit, Distribution preActivation, double mean, double zeros) {}

  /// How numbers are distributed.
  ///
  /// @param low the smallest finite one; NaN when there is none
  /// @param high the largest finite one
  /// @param counts in equally wide bins from `low` to `high`
  /// @param below share of all that are less than 0
  public record Distribution(double low, double high, int[] counts, double below) {}

  /// The layers' connections.
  public LayerOrder order() {
    return new LayerOrder(layers.stream().map(LayerFrame::info).toList());
  }

  /// The layer that says what the network says.
  public LayerFrame output() {
    return layers.get(order().output());
  }

  /// Shape of the image that a layer reads, if it reads one.
  public Optional<ImageGrid> reads(int layer) {
    int source = order().source(layer);
    return source == LayerOrder.INPUTS ? inputImage : layers.get(source).info().grid();
  }
}
