package lab.tinynet.chart.stage;

import java.util.Optional;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.ImageGrid;

/// Paints what belongs to single kinds of layers: feature maps and kernels, the bars of a
/// normalisation, the slim bar of a layer without tiles, the skip connection of a residual.
final class LayerPainter {
  private final Raster raster;
  private final StageColors colors;
  private final StageLayout layout;
  private final PixelPainter pixels;
  private final double unit;

  LayerPainter(Raster raster, StageColors colors, StageLayout layout) {
    this.raster = raster;
    this.colors = colors;
    this.layout = layout;
    this.pixels = new PixelPainter(raster, colors);
    this.unit = layout.em() / 12;
  }

  /// Fills a tile with what the unit puts out for the input that is followed: a colour, or the map
  /// of a channel.
  ///
  /// @return bits of [MapPainter#OVER] and [MapPainter#UNDER]
  int tile(Box tile, double radius, double[] values, Optional<ImageGrid> image, SignScale scale) {
    if (image.isEmpty() || values.length == 1) {
      raster.round(tile, radius, pixels.color(values[0], scale), 1);
      int beyond = Double.isFinite(values[0]) ? scale.beyond(values[0]) : 0;
      return beyond > 0 ? MapPainter.OVER : beyond < 0 ? MapPainter.UNDER : 0;
    }
    int height = image.get().height();
    int width = image.get().width();
    Box place = PixelPainter.fitted(tile, height, width);
    return pixels.channel(place, values, height, width, scale);
  }

  void picture(Box box, double[] values, ImageGrid shape, SignScale scale, int rim) {
    pixels.picture(box, values, shape, scale);
    raster.ring(box, 0, Math.max(1, unit), rim, 1, 0);
  }

  /// The kernels of one filter.
  void kernels(
      Kernels kernels, Column column, int unit, Frame.LayerFrame layer, SignScale scale, int rim) {
    Box lead = Kernels.lead(layout, column, unit);
    for (int channel = 0; channel < kernels.shown(); channel++) {
      Box place = kernels.place(lead, channel);
      double[] weights = kernels.weights(layer, unit, channel);
      pixels.channel(place, weights, kernels.side(), kernels.side(), scale);
      if (place.width() >= 1.4 * layout.em()) {
        raster.ring(place, 0, Math.max(1, 0.8 * this.unit), rim, 1, 0);
      }
    }
  }

  /// What a normalisation does to a unit.
  void scaling(Column column, int unit, Frame.Scaling scaling) {
    ScalingGlyph glyph = ScalingGlyph.of(layout, column, unit, scaling);
    double line = Math.max(1, 0.8 * this.unit);
    Box zero = new Box(glyph.x(0) - line / 2, glyph.box().y(), line, glyph.box().height());
    raster.round(zero, 0, colors.hairline(), 1);
    raster.round(glyph.bar(scaling.before()[unit], 0), 1.5 * this.unit, colors.muted(), 0.55);
    int hue = colors.layer(column.layer());
    raster.round(glyph.bar(scaling.after()[unit], 1), 1.5 * this.unit, hue, 1);
    mean(glyph, scaling.before()[unit], 0);
    mean(glyph, scaling.after()[unit], 1);
  }

  private void mean(ScalingGlyph glyph, Frame.Moments moments, int line) {
    Box bar = glyph.bar(moments, line);
    double width = Math.max(1, 1.2 * unit);
    Box mark = new Box(glyph.x(moments.mean()) - width / 2, bar.y(), width, bar.height());
    raster.round(mark, 0, colors.ink(), 1);
  }

  /// The bar of a layer without tiles: a piece for every unit in the colour of its output.
  void slim(Column column, Frame frame, SignScale scale, int rim) {
    Box block = column.block();
    double radius = 5 * unit;
    raster.round(block, radius, colors.ground(), 1);
    Frame.LayerFrame layer = frame.layers().get(column.layer());
    boolean separate = block.height() / column.units() >= 6 * unit;
    for (int i = 0; i < column.units(); i++) {
      Box piece = column.tile(i);
      Box inside =
          new Box(
              piece.right() - 0.28 * piece.width(),
              piece.y() + (separate ? unit : 0),
              0.28 * piece.width(),
              piece.height() - (separate ? 2 * unit : 0));
      double value = TileValues.mean(frame, column.layer(), i);
      if (i < layer.dead().length && layer.dead()[i]) {
        raster.hatch(inside, 0, 3.2 * unit, Math.max(1, unit), colors.alarm(), 0.8);
      } else if (frame.forward().isPresent()) {
        raster.round(inside, 0, pixels.color(value, scale), 1);
      }
    }
    raster.ring(block, radius, Math.max(1, unit), rim, 1, 0);
  }

  /// An arc over the layers inside a residual, from what it reads to where that is added.
  void skip(StageLayout.Skip skip) {
    double line = Math.max(1.4, colors.projector() ? 2.4 * unit : 1.7 * unit);
    Box from = skip.from().block();
    Box to = skip.to().block();
    int argb = colors.layer(skip.to().layer());
    double start = from.right() - Math.min(0.5 * from.width(), 0.8 * layout.em());
    double end = to.x() + to.width() / 2;
    double shoulder = Math.min((end - start) / 3, 3.2 * layout.em());
    double y = skip.y();
    raster.curve(start, from.y() - 2 * unit, start + shoulder, y, line, argb, 1, 0);
    raster.round(
        new Box(start + shoulder - 0.5, y - line / 2, end - start - 2 * shoulder + 1, line),
        0,
        argb,
        1);
    double tip = to.y() - 3 * unit;
    raster.curve(end - shoulder, y, end, tip, line, argb, 1, 0);
    for (double depth = 0; depth < 5 * unit; depth += 0.5) {
      double half = 0.6 * depth;
      Box slice = new Box(end - half - line / 2, tip + 2 * unit - depth, 2 * half + line, 0.7);
      raster.round(slice, 0, argb, 1);
    }
  }
}
