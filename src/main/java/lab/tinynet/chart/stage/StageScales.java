package lab.tinynet.chart.stage;

import java.util.List;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.LayerInfo;

/// The scales of one picture of the stage.
///
/// @param units end of the scale that all maps of all hidden layers share
/// @param outputCenter the output that has the ground's colour: 0, or ½ for probabilities
/// @param outputHalf distance from there to the ends of the output's scale
/// @param weights the largest weight or bias that widths and dots can show
/// @param classes whether the surface shows which of several classes wins rather than a number
/// @param surfaceOutput the output that the surface shows when it shows a number
public record StageScales(
    double units,
    double outputCenter,
    double outputHalf,
    double weights,
    boolean classes,
    int surfaceOutput) {
  /// Nothing has been drawn yet.
  public static final StageScales NONE = new StageScales(0, 0, 0, 0, false, 0);

  /// The scales for a frame, close to those drawn before.
  public static StageScales of(Frame frame, StageScales previous) {
    List<Frame.LayerFrame> hidden = frame.layers().subList(0, frame.layers().size() - 1);
    LayerInfo output = frame.output().info();
    double units = ScaleLimit.next(previous.units, ScaleLimit.reach(hidden));
    double weights = ScaleLimit.next(previous.weights, largestParameter(frame));
    return switch (output.activation()) {
      case "tanh" -> new StageScales(units, 0, 1, weights, false, 0);
      case "sigmoid" -> new StageScales(units, 0.5, 0.5, weights, false, 0);
      case "softmax" ->
          new StageScales(
              units, 0.5, 0.5, weights, output.units() > 2, Math.min(1, output.units() - 1));
      default -> {
        double before = previous.outputCenter == 0 ? previous.outputHalf : 0;
        double half = ScaleLimit.next(before, ScaleLimit.reach(List.of(frame.output())));
        yield new StageScales(units, 0, half, weights, false, 0);
      }
    };
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
