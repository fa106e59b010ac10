package lab.tinynet.chart.stage;

import java.util.Optional;
import lab.tinynet.telemetry.Frame;

/// Where the kernels of a convolution stand: a small square for every channel of the input, left of
/// the map that they make.
///
/// @param channels of the input
/// @param side of a kernel, in weights
/// @param shown how many of the kernels of a filter have room
record Kernels(int channels, int side, int shown) {

  /// The kernels of a layer, if it is a convolution.
  static Optional<Kernels> of(Frame frame, int layer) {
    Frame.LayerFrame at = frame.layers().get(layer);
    if (!at.info().kind().equals("conv2d")) {
      return Optional.empty();
    }
    return frame
        .reads(layer)
        .map(
            image -> {
              int side = (int) Math.rint(Math.sqrt(at.fanIn() / (double) image.channels()));
              boolean all = image.channels() <= ColumnFit.MOST_KERNELS;
              return new Kernels(
                  image.channels(), side, all ? image.channels() : ColumnFit.MOST_KERNELS - 1);
            });
  }

  /// How many further kernels a filter has.
  int folded() {
    return channels - shown;
  }

  /// The place of a kernel, or of the `+n` behind the last one.
  ///
  /// @param lead the room of all kernels of the filter
  Box place(Box lead, int kernel) {
    int count = Math.min(channels, ColumnFit.MOST_KERNELS);
    int columns = (int) Math.ceil(Math.sqrt(count));
    int rows = Math.ceilDiv(count, columns);
    double gap = count == 1 ? 0 : 0.06 * lead.width();
    double size =
        Math.min(
            (lead.width() - (columns - 1) * gap) / columns,
            (lead.height() - (rows - 1) * gap) / rows);
    double width = columns * size + (columns - 1) * gap;
    double height = rows * size + (rows - 1) * gap;
    double x = lead.right() - width + kernel % columns * (size + gap);
    double y = lead.centerY() - height / 2 + Math.floorDiv(kernel, columns) * (size + gap);
    return new Box(x, y, size, size);
  }

  /// The room for the kernels of a unit, clear of its bias.
  static Box lead(StageLayout layout, Column column, int unit) {
    Box tile = column.tile(unit);
    double clear = 2 * layout.biasRadius(column) + 0.5 * layout.em();
    double width = Math.max(1, column.lead() - clear);
    return new Box(tile.x() - column.lead(), tile.y(), width, tile.height());
  }

  /// The weights of one kernel, row by row.
  double[] weights(Frame.LayerFrame layer, int unit, int channel) {
    double[] kernel = new double[side * side];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = layer.weights()[(channel * kernel.length + i) * layer.info().units() + unit];
    }
    return kernel;
  }
}
