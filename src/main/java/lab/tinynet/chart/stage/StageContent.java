package lab.tinynet.chart.stage;

import java.util.List;
import java.util.Optional;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.ImageGrid;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.LayerOrder;

/// What there is to be shown of a network, without its numbers: all that a layout depends on.
///
/// @param order the layers and how they hang together
/// @param maps whether there are maps and a surface
/// @param values whether there is the way of an input through the network
/// @param inputImage shape of an example, where it is an image
record StageContent(
    LayerOrder order, boolean maps, boolean values, Optional<ImageGrid> inputImage) {

  static StageContent of(Frame frame) {
    return new StageContent(
        frame.order(), frame.resolution() > 0, frame.forward().isPresent(), frame.inputImage());
  }

  static StageContent of(List<LayerInfo> layers, boolean maps) {
    return new StageContent(new LayerOrder(layers), maps, false, Optional.empty());
  }

  List<LayerInfo> layers() {
    return order.layers();
  }

  int inputs() {
    return layers().getFirst().inputs();
  }

  boolean hasConvolutions() {
    return layers().stream().anyMatch(info -> info.kind().equals("conv2d"));
  }

  /// Whether the shared scale of hidden units has anything to say.
  boolean hasHiddenValues() {
    return (maps || values) && layers().size() > 1;
  }

  /// How deep residuals are nested in each other: how many arcs may lie over one another.
  int depth() {
    return layers().stream()
        .filter(info -> info.kind().equals("residual"))
        .mapToInt(info -> 1 + (int) info.name().chars().filter(c -> c == '/').count())
        .max()
        .orElse(0);
  }

  /// Shape of the image that a layer reads, if it reads one.
  Optional<ImageGrid> reads(int layer) {
    int source = order.source(layer);
    return source == LayerOrder.INPUTS ? inputImage : layers().get(source).grid();
  }

  /// How a layer is shown.
  ///
  /// @param layer its index in the log, or [Column#INPUTS]
  ColumnFit.Need need(int layer) {
    if (layer == Column.INPUTS) {
      return inputImage
          .filter(image -> image.channels() == 1 || image.channels() == 3)
          .map(image -> ColumnFit.Need.picture(image, inputs()))
          .orElseGet(
              () ->
                  ColumnFit.Need.tiles(
                      inputImage.map(ImageGrid::channels).orElseGet(this::inputs)));
    }
    LayerInfo info = layers().get(layer);
    int units = info.units();
    return switch (info.kind()) {
      case "flatten", "dropout", "activation" ->
          layer == order.output() ? ColumnFit.Need.tiles(units) : ColumnFit.Need.slim(units);
      case "conv2d" ->
          ColumnFit.Need.kernels(units, reads(layer).map(ImageGrid::channels).orElse(1));
      case "batch-norm", "layer-norm" -> ColumnFit.Need.normalisation(units);
      default -> ColumnFit.Need.tiles(units);
    };
  }
}
