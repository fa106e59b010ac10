package lab.tinynet.chart.stage;

import java.util.List;
import lab.tinynet.chart.Texts;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.ProbePoint;

/// How the input that is followed through the network is called.
///
/// @param cloud the examples, by which training and test are told apart; may have none
public record PointNames(Texts texts, PointCloud cloud) {

  /// Its name: `training example 3`, or `(0.5, −0.25)`.
  public String name(Frame.Forward forward) {
    return switch (forward.point()) {
      case ProbePoint.Example(int index) -> {
        boolean test = cloud.size() > 0 && index >= cloud.train();
        yield texts.text(
            test ? "stage.point.test" : "stage.point.example",
            "number",
            Figure.count((test ? index - cloud.train() : index) + 1L));
      }
      case ProbePoint.Plane(double x1, double x2) ->
          "(" + Figure.of(x1) + ", " + Figure.of(x2) + ")";
    };
  }

  /// A line for what stands beside the network, the longest wording first.
  List<String> example(Frame.Forward forward) {
    String name = name(forward);
    double[] target = forward.target();
    if (target.length == 0) {
      return List.of(name);
    }
    String wanted =
        target.length == 1
            ? Figure.of(target[0])
            : Integer.toString(OutputRows.largest(target) + 1);
    return List.of(texts.text("stage.answer.example", "example", name, "target", wanted), name);
  }

  /// A line for a point that somebody chose on the surface.
  List<String> point(Frame.Forward forward, double[] said) {
    double[] x = forward.input();
    String point = "(" + Figure.of(x[0]) + ", " + Figure.of(x[1]) + ")";
    String answer =
        said.length == 1 ? Figure.of(said[0]) : Integer.toString(OutputRows.largest(said) + 1);
    String line = point + " → " + answer;
    return List.of(texts.text("stage.point.pinned", "point", line), line);
  }
}
