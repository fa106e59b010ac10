package lab.tinynet.chart.stage;

import java.util.List;
import java.util.stream.IntStream;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.LayerInfo;

/// The scales of one picture of the stage.
///
/// @param units end of the scale that all maps of all hidden layers share
/// @param outputCenter the output that has the ground's colour: 0, or ½ for probabilities
/// @param outputHalf distance from there to the ends of the output's scale
/// @param weights the largest weight or bias that widths and dots can show
/// @param kernels the end of the kernels' scale
/// @param classes whether the surface shows which of several classes wins rather than a number
/// @param surfaceOutput the output that the surface shows when it shows a number
public record StageScales(
    double units,
    double outputCenter,
    double outputHalf,
    double weights,
    double kernels,
    boolean classes,
    int surfaceOutput) {
  /// Nothing has been drawn yet.
  public static final StageScales NONE = new StageScales(0, 0, 0, 0, 0, false, 0);

  /// The scales for a frame, close to those drawn before.
  public static StageScales of(Frame frame, StageScales previous) {
    int last = frame.order().output();
    List<Frame.LayerFrame> hidden =
        IntStream.range(0, frame.layers().size())
            .filter(layer -> layer != last)
            .mapToObj(frame.layers()::get)
            .toList();
    LayerInfo output = frame.output().info();
    double units = ScaleLimit.next(previous.units, hiddenReach(frame, hidden));
    double weights = ScaleLimit.next(previous.weights, largestParameter(frame));
    double kernels = ScaleLimit.next(previous.kernels, largestKernel(frame));
    return switch (output.activation()) {
      case "tanh" -> new StageScales(units, 0, 1, weights, kernels, false, 0);
      case "sigmoid" -> new StageScales(units, 0.5, 0.5, weights, kernels, false, 0);
      case "softmax" ->
          new StageScales(
              units,
              0.5,
              0.5,
              weights,
              kernels,
              output.units() > 2,
              Math.min(1, output.units() - 1));
      default -> {
        double before = previous.outputCenter == 0 ? previous.outputHalf : 0;
        double half = ScaleLimit.next(before, outputReach(frame));
        yield new StageScales(units, 0, half, weights, kernels, false, 0);
      }
    };
  }

  /// Of maps 98 % of what they hold; without maps, the largest output for the input that is
  /// followed.
  private static double hiddenReach(Frame frame, List<Frame.LayerFrame> hidden) {
    double maps = ScaleLimit.reach(hidden);
    if (Double.isFinite(maps) || frame.forward().isEmpty()) {
      return maps;
    }
    int last = frame.order().output();
    double reach = 0;
    for (int layer = 0; layer < frame.layers().size(); layer++) {
      if (layer != last) {
        reach = Math.max(reach, TileValues.reach(frame.forward().get().outputs().get(layer)));
      }
    }
    return reach;
  }

  private static double outputReach(Frame frame) {
    double maps = ScaleLimit.reach(List.of(frame.output()));
    if (Double.isFinite(maps) || frame.forward().isEmpty()) {
      return maps;
    }
    Frame.Forward forward = frame.forward().get();
    double said = TileValues.reach(forward.outputs().get(frame.order().output()));
    return Math.max(said, TileValues.reach(forward.target()));
  }

  private static double largestKernel(Frame frame) {
    double largest = 0;
    for (Frame.LayerFrame layer : frame.layers()) {
      if (layer.info().kind().equals("conv2d")) {
        largest = Math.max(largest, largest(layer.weights()));
      }
    }
    return largest;
  }

  private static double largestParameter(Frame frame) {
    double largest = 0;
    for (Frame.LayerFrame layer : frame.layers()) {
      largest = Math.max(largest, largest(layer.weights()));
      largest = Math.max(largest, largest(layer.biases()));
    }
    return largest;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
