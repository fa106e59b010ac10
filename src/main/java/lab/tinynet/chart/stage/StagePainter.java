package lab.tinynet.chart.stage;

import java.util.Arrays;
import java.util.Optional;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.ImageGrid;

/// Paints one picture: edges, tiles, bias dots, surface with its points, and the bars of the
/// legends.
final class StagePainter {
  private final Raster raster;
  private final StageColors colors;
  private final StageLayout layout;
  private final StageScales scales;
  private final MapPainter maps;
  private final LayerPainter layers;
  private final EdgePainter edgePainter;
  private final double unit;
  private final SignScale unitScale;
  private final SignScale outputScale;
  private final SignScale parameterScale;
  private final SignScale kernelScale;
  private int unitsBeyond;
  private int outputBeyond;

  StagePainter(Raster raster, StageColors colors, StageLayout layout, StageScales scales) {
    this.raster = raster;
    this.colors = colors;
    this.layout = layout;
    this.scales = scales;
    this.unit = layout.em() / 12;
    this.maps = new MapPainter(raster, colors, unit);
    this.layers = new LayerPainter(raster, colors, layout);
    this.edgePainter = new EdgePainter(raster, colors, scales, unit);
    this.unitScale = colors.scale(0, scales.units());
    this.outputScale = colors.scale(scales.outputCenter(), scales.outputHalf());
    this.parameterScale = colors.scale(0, 1);
    this.kernelScale = colors.scale(0, scales.kernels());
  }

  int unitsBeyond() {
    return unitsBeyond;
  }

  int outputBeyond() {
    return outputBeyond;
  }

  void paint(Frame frame, PointCloud cloud, EdgeModel edges) {
    raster.fill(colors.ground());
    edgePainter.links(Link.all(frame, layout));
    edgePainter.edges(edges);
    for (Column column : layout.columns()) {
      if (column.layer() == Column.INPUTS) {
        inputs(column, frame);
      } else {
        hue(column);
        layer(column, frame.layers().get(column.layer()), frame);
      }
    }
    if (frame.resolution() > 0) {
      surface(frame);
      points(cloud, frame.region());
    }
    layout.skips().forEach(layers::skip);
    OutputRows.of(frame, layout)
        .ifPresent(
            rows ->
                new AnswerPainter(raster, colors, layout, scales)
                    .paint(rows, colors.layer(frame.order().output())));
    layout.surfaceBar().ifPresent(bar -> bar(bar, outputScale, frame.output().maps().length));
    layout.unitsLegend().ifPresent(box -> bar(legendBar(box), unitScale, 1));
    layout.kernelsLegend().ifPresent(box -> bar(legendBar(box), kernelScale, 1));
    if (!layout.alone()) {
      edgePainter.legend(legendBar(layout.edgesLegend()), edges);
    }
  }

  /// The layer's hue, below its name.
  private void hue(Column column) {
    double width = Math.min(20 * unit, column.block().width());
    double top = layout.headTop() + 3.15 * layout.em();
    Box bar = new Box(column.block().centerX() - width / 2, top, width, 3 * unit);
    raster.round(bar, 1.5 * unit, colors.layer(column.layer()), 1);
  }

  private double radius(Column column) {
    return Math.min(5 * unit, 0.13 * column.tile());
  }

  private void inputs(Column column, Frame frame) {
    if (column.picture().isPresent()) {
      double[] values = frame.forward().map(Frame.Forward::input).orElse(new double[0]);
      if (values.length == column.units()) {
        SignScale scale = colors.scale(0, ScaleLimit.next(0, TileValues.reach(values)));
        layers.picture(column.block(), values, column.picture().get(), scale, rim());
      }
      return;
    }
    for (int input = 0; input < column.shown(); input++) {
      Box tile = column.tile(input);
      int index = input;
      if (frame.resolution() > 0 && input < 2) {
        InputMap map = InputMap.of(frame.region(), frame.resolution(), input);
        SignScale scale = colors.scale(0, map.limit());
        maps.map(tile, radius(column), map.values(), frame.resolution(), scale, false);
      } else {
        raster.round(tile, radius(column), colors.ground(), 1);
        frame.forward().ifPresent(forward -> input(column, index, frame, forward));
      }
      raster.ring(tile, radius(column), border(), rim(), 1, 0);
    }
    fold(column);
  }

  /// The input that is followed, on a scale of its own, like the picture of an image.
  private void input(Column column, int unit, Frame frame, Frame.Forward forward) {
    int area = frame.inputImage().map(ImageGrid::area).orElse(1);
    double[] values = Arrays.copyOfRange(forward.input(), unit * area, (unit + 1) * area);
    SignScale scale = colors.scale(0, ScaleLimit.next(0, TileValues.reach(forward.input())));
    layers.tile(column.tile(unit), radius(column), values, frame.inputImage(), scale);
  }

  /// The colour of a tile's border: a little stronger than a hairline, since edges end on it.
  private int rim() {
    return SignScale.mix(colors.hairline(), colors.muted(), 0.35);
  }

  private double border() {
    return colors.projector() ? 1.2 * unit : Math.max(1, unit);
  }

  private void layer(Column column, Frame.LayerFrame layer, Frame frame) {
    boolean output = column.layer() == frame.order().output();
    if (column.isSlim()) {
      layers.slim(column, frame, unitScale, rim());
      return;
    }
    Optional<Kernels> kernels = Kernels.of(frame, column.layer());
    for (int i = 0; i < column.shown(); i++) {
      Box tile = column.tile(i);
      int beyond = 0;
      if (layer.maps().length == 0) {
        raster.round(tile, radius(column), colors.ground(), 1);
        beyond = followed(tile, column, i, frame, output);
      } else if (output && scales.classes()) {
        SignScale scale = new SignScale(0, 1, colors.ground(), colors.ground(), color(i));
        maps.map(tile, radius(column), layer.maps()[i], frame.resolution(), scale, false);
      } else {
        SignScale scale = output ? outputScale : unitScale;
        beyond = maps.map(tile, radius(column), layer.maps()[i], frame.resolution(), scale, false);
      }
      frame(tile, column, i < layer.dead().length && layer.dead()[i], beyond);
      if (output) {
        outputBeyond |= beyond;
      } else {
        unitsBeyond |= beyond;
      }
      if (kernels.isPresent()) {
        layers.kernels(kernels.get(), column, i, layer, kernelScale, rim());
      }
      if (layer.scaling().isPresent()) {
        layers.scaling(column, i, layer.scaling().get());
      }
      if (i < layer.biases().length) {
        bias(layout.bias(column, i), layer.biases()[i]);
      }
    }
    fold(column);
  }

  /// Without maps a tile shows what its unit puts out for the input that is followed.
  private int followed(Box tile, Column column, int unit, Frame frame, boolean output) {
    Optional<double[]> values = TileValues.of(frame, column.layer(), unit);
    if (values.isEmpty()) {
      return 0;
    }
    SignScale scale =
        !output
            ? unitScale
            : scales.classes()
                ? new SignScale(0, 1, colors.ground(), colors.ground(), color(unit))
                : outputScale;
    Optional<ImageGrid> image = frame.layers().get(column.layer()).info().grid();
    return layers.tile(tile, radius(column), values.get(), image, scale);
  }

  private int color(int output) {
    return colors.classColor(output);
  }

  /// The border of a tile: hatched and dashed when the unit is dead; a bar at the top or at the
  /// foot says that values lie above or below the scale.
  private void frame(Box tile, Column column, boolean dead, int beyond) {
    double radius = radius(column);
    if (dead) {
      double pitch = Math.clamp(0.13 * tile.width(), 3.2 * unit, 6 * unit);
      raster.hatch(tile, radius, pitch, Math.max(1, unit), colors.alarm(), 0.55);
      double line = Math.max(1.2, colors.projector() ? 1.6 * unit : 1.4 * unit);
      raster.ring(tile, radius, line, colors.alarm(), 1, Math.max(2, 0.085 * tile.width()));
    } else {
      raster.ring(tile, radius, border(), rim(), 1, 0);
    }
    double thick = Math.max(2, 0.045 * tile.width());
    double inset = 0.25 * tile.width();
    double wide = tile.width() - 2 * inset;
    if ((beyond & MapPainter.OVER) != 0) {
      Box mark = new Box(tile.x() + inset, tile.y() - thick / 2, wide, thick);
      raster.round(mark, thick / 2, colors.ink(), 1);
    }
    if ((beyond & MapPainter.UNDER) != 0) {
      Box mark = new Box(tile.x() + inset, tile.bottom() - thick / 2, wide, thick);
      raster.round(mark, thick / 2, colors.ink(), 1);
    }
  }

  private void bias(Box dot, double bias) {
    double radius = dot.width() / 2;
    raster.disc(dot.centerX(), dot.centerY(), radius + 1.2 * unit, colors.ground(), 1);
    if (!Double.isFinite(bias)) {
      raster.round(dot, 0, colors.alarm(), 1);
      return;
    }
    double size = Math.min(1, Math.sqrt(Math.abs(bias) / scales.weights()));
    raster.disc(dot.centerX(), dot.centerY(), radius, colors.muted(), 0.6);
    int argb = parameterScale.argb(Math.copySign(size, bias));
    raster.disc(dot.centerX(), dot.centerY(), radius - 0.6 * unit, argb, 1);
  }

  private void fold(Column column) {
    if (column.folded() > 0) {
      raster.round(column.fold(), radius(column), colors.ground(), 1);
    }
  }

  private void surface(Frame frame) {
    Box side = layout.side();
    double radius = 4 * unit;
    float[][] outputs = frame.output().maps();
    if (scales.classes()) {
      maps.classes(side, radius, outputs, frame.resolution());
    } else {
      float[] map = outputs[scales.surfaceOutput()];
      outputBeyond |= maps.map(side, radius, map, frame.resolution(), outputScale, true);
    }
    raster.ring(side, radius, Math.max(1, unit), colors.hairline(), 1, 0);
  }

  private void points(PointCloud cloud, Frame.Region region) {
    Box side = layout.side();
    double radius = Math.clamp(side.width() / 95, 2.2 * unit, 5 * unit);
    double line = Math.max(1, 0.3 * radius);
    Optional<double[]> classes = cloud.twoTargets();
    for (int i = cloud.size() - 1; i >= 0; i--) {
      double across = (cloud.x()[i] - region.minX()) / (region.maxX() - region.minX());
      double up = (cloud.y()[i] - region.minY()) / (region.maxY() - region.minY());
      if (!(across >= 0 && across <= 1 && up >= 0 && up <= 1)) {
        continue;
      }
      double x = side.x() + across * side.width();
      double y = side.bottom() - up * side.height();
      int argb = target(cloud.target()[i], classes);
      raster.disc(x, y, radius + line, colors.ground(), 0.95);
      raster.disc(x, y, radius, SignScale.mix(argb, colors.ink(), 0.3), 1);
      if (i >= cloud.train()) {
        raster.disc(x, y, 0.62 * radius, colors.ground(), 1);
      }
    }
  }

  /// A class keeps its colour whatever the network puts out; other targets stand on the scale of
  /// the outputs.
  private int target(double target, Optional<double[]> classes) {
    if (scales.classes()) {
      return colors.classColor((int) target);
    }
    if (classes.isPresent()) {
      return colors.classColor(target == classes.get()[0] ? 0 : 1);
    }
    return Double.isFinite(target) ? outputScale.argb(target) : colors.alarm();
  }

  /// The bar in the middle of a legend: caption above, labels below.
  private Box legendBar(Box legend) {
    return new Box(legend.x(), legend.y() + 1.65 * layout.em(), legend.width(), 0.5 * layout.em());
  }

  private void bar(Box bar, SignScale scale, int outputs) {
    double radius = bar.height() / 2;
    if (scales.classes() && outputs > 2) {
      double part = bar.width() / outputs;
      for (int k = 0; k < outputs; k++) {
        Box box = new Box(bar.x() + k * part, bar.y(), part - 2 * unit, bar.height());
        raster.round(box, radius, SignScale.mix(colors.ground(), color(k), 0.9), 1);
      }
      return;
    }
    maps.ramp(bar, radius, scale);
    raster.ring(bar, radius, Math.max(1, unit), colors.hairline(), 1, 0);
  }

  /// The input over its own plane: a plain slope.
  private record InputMap(float[] values, double limit) {
    static InputMap of(Frame.Region region, int resolution, int input) {
      double low = input == 0 ? region.minX() : region.minY();
      double high = input == 0 ? region.maxX() : region.maxY();
      float[] values = new float[resolution * resolution];
      for (int i = 0; i < values.length; i++) {
        int cell = input == 0 ? i % resolution : resolution - 1 - i / resolution;
        values[i] = (float) (low + (cell + 0.5) / resolution * (high - low));
      }
      double limit = Math.max(Math.abs(low), Math.abs(high));
      return new InputMap(values, limit > 0 ? limit : 1);
    }
  }
}
