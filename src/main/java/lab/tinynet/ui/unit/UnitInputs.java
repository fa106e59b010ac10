package lab.tinynet.ui.unit;

import java.util.Optional;
import lab.tinynet.chart.Texts;
import lab.tinynet.chart.stage.LayerNames;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.ImageShape;
import lab.tinynet.spec.LayerSpec;
import lab.tinynet.spec.NetworkShape;
import lab.tinynet.spec.PlacedLayer;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.telemetry.LayerOrder;

/// What a unit reads in one frame: the numbers of the layer before, of a convolution or a pool
/// those in the window at one place.
final class UnitInputs {
  private final Frame frame;
  private final UnitPlace place;
  private final PlacedLayer layer;
  private final int source;

  private UnitInputs(Frame frame, UnitPlace place, PlacedLayer layer) {
    this.frame = frame;
    this.place = place;
    this.layer = layer;
    this.source = frame.order().source(place.layer());
  }

  /// Empty when frame and experiment are not of the same network, as for a moment after a change.
  static Optional<UnitInputs> of(Frame frame, UnitPlace place, Experiment experiment) {
    var layers = NetworkShape.of(experiment).layers();
    boolean same =
        layers.size() == frame.layers().size()
            && place.layer() < layers.size()
            && layers
                .get(place.layer())
                .name()
                .equals(frame.layers().get(place.layer()).info().name())
            && place.unit() < frame.layers().get(place.layer()).info().units();
    return same
        ? Optional.of(new UnitInputs(frame, place, layers.get(place.layer())))
        : Optional.empty();
  }

  Frame frame() {
    return frame;
  }

  UnitPlace place() {
    return place;
  }

  LayerSpec spec() {
    return layer.spec();
  }

  Frame.LayerFrame layerFrame() {
    return frame.layers().get(place.layer());
  }

  /// All numbers of the layer before for the input that is followed.
  double[] read(Frame.Forward forward) {
    return source == LayerOrder.INPUTS ? forward.input() : forward.outputs().get(source);
  }

  /// What the skip connection of a residual brings.
  double[] skipped(Frame.Forward forward) {
    int from = frame.order().skipped(place.layer());
    return from == LayerOrder.INPUTS ? forward.input() : forward.outputs().get(from);
  }

  /// The place among the layer's numbers that stands for the unit: its only one, or the pixel of
  /// the channel with the largest pre-activation, by size.
  int spot(Frame.Forward forward) {
    int area = layerFrame().info().area();
    double[] z = forward.preActivations().get(place.layer());
    int best = place.unit() * area;
    for (int i = best; i < (place.unit() + 1) * area; i++) {
      if (Math.abs(z[i]) > Math.abs(z[best])) {
        best = i;
      }
    }
    return best;
  }

  /// The numbers in the window of a convolution or a pool whose output is at a place, channel by
  /// channel; 0 beyond the border. A pool sees its own channel.
  double[] window(Frame.Forward forward, int spot) {
    return switch (layer.spec()) {
      case LayerSpec.Conv2d conv -> {
        ImageShape in = layer.input().image().orElseThrow();
        int top = conv.padding().before(in.height(), conv.kernel(), conv.stride());
        int left = conv.padding().before(in.width(), conv.kernel(), conv.stride());
        yield window(forward, spot, conv.kernel(), conv.stride(), top, left, 0, in.channels());
      }
      case LayerSpec.MaxPool(int size, int stride) ->
          window(forward, spot, size, stride, 0, 0, place.unit(), 1);
      case LayerSpec.AveragePool(int size, int stride) ->
          window(forward, spot, size, stride, 0, 0, place.unit(), 1);
      case LayerSpec.Dense _,
          LayerSpec.Flatten _,
          LayerSpec.BatchNorm _,
          LayerSpec.LayerNorm _,
          LayerSpec.Dropout _,
          LayerSpec.Activated _,
          LayerSpec.Residual _ ->
          read(forward);
    };
  }

  private double[] window(
      Frame.Forward forward,
      int spot,
      int size,
      int stride,
      int top,
      int left,
      int firstChannel,
      int channels) {
    ImageShape in = layer.input().image().orElseThrow();
    ImageShape out = layer.output().image().orElseThrow();
    double[] read = read(forward);
    int pixel = spot % out.area();
    int row = pixel / out.width() * stride - top;
    int column = pixel % out.width() * stride - left;
    double[] window = new double[channels * size * size];
    for (int i = 0; i < window.length; i++) {
      int channel = firstChannel + i / (size * size);
      int y = row + i / size % size;
      int x = column + i % size;
      boolean inside = y >= 0 && y < in.height() && x >= 0 && x < in.width();
      window[i] = inside ? read[(channel * in.height() + y) * in.width() + x] : 0;
    }
    return window;
  }

  /// Row and column of a place in its channel, from 1; empty where the layer puts out no image.
  Optional<int[]> rowAndColumn(int spot) {
    return layer
        .output()
        .image()
        .map(out -> new int[] {spot % out.area() / out.width() + 1, spot % out.width() + 1});
  }

  /// What the weight in a row is for: `x₁`, `dense 1, unit 3`, `channel 2 (1, 3)`.
  String rowName(int row, LayerNames names, Texts texts) {
    if (layer.spec() instanceof LayerSpec.Conv2d conv) {
      int area = conv.kernel() * conv.kernel();
      return pixelName(row / area, row % area, conv.kernel(), texts);
    }
    Optional<ImageShape> image = layer.input().image();
    if (image.isPresent()) {
      return pixelName(
          row / image.get().area(), row % image.get().area(), image.get().width(), texts);
    }
    return source == LayerOrder.INPUTS
        ? LayerNames.input(row)
        : names.unit(frame.layers().get(source).info(), source, row);
  }

  private static String pixelName(int channel, int pixel, int width, Texts texts) {
    return texts.text(
        "ui.unit.pixel",
        "channel",
        channel + 1,
        "row",
        pixel / width + 1,
        "column",
        pixel % width + 1);
  }
}
