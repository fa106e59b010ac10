package lab.tinynet.telemetry;

import java.util.Optional;
import lab.tinynet.spec.ImageShape;

/// What a reader of the log needs to know of one layer.
///
/// @param name the layer's name in the log: `dense 2`, or `residual 3/dense 1` inside a residual
/// @param kind the kind of layer, as in the specification: `dense`
/// @param activation the activation's name, as in the specification: `leaky-relu`; `identity` for a
///     layer that has none of its own
/// @param inputs numbers that an example brings to the layer
/// @param units number of outputs of the layer; of an image its channels, each of which is a unit
/// @param parameters whether it has any, and with them gradient norms and update ratios
/// @param rectifier whether silent and dead units are counted
/// @param image shape of the output, where it is an image
public record LayerInfo(
    String name,
    String kind,
    String activation,
    int inputs,
    int units,
    boolean parameters,
    boolean rectifier,
    Optional<ImageShape> image) {

  /// A layer whose outputs are no image.
  public LayerInfo(
      String name,
      String kind,
      String activation,
      int inputs,
      int units,
      boolean parameters,
      boolean rectifier) {
    this(name, kind, activation, inputs, units, parameters, rectifier, Optional.empty());
  }

  /// Shape of the output, where it is an image.
  public Optional<ImageGrid> grid() {
    return image.map(at -> new ImageGrid(at.channels(), at.height(), at.width()));
  }

  /// Numbers that a unit puts out for one example: the pixels of a channel, else 1.
  public int area() {
    return image.map(ImageShape::area).orElse(1);
  }
}
