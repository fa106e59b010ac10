package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// What all charts draw over their steps: the axis below, the marker lines, the pointer's line.
final class StepLine {
  private static final int MOST_TICKS = 7;

  private StepLine() {}

  /// Room below the frame.
  static double height(double em) {
    return 1.9 * em;
  }

  /// Draws the axis below the frame.
  static void paintAxis(Plot plot, PlotFrame frame) {
    Pen pen = plot.pen();
    StepAxis axis = plot.axis();
    double em = pen.em();
    double y = frame.bottom() + 1.25 * em;
    Color muted = pen.palette().muted();
    double bottom = frame.bottom();
    pen.line(frame.left(), bottom, frame.right(), bottom, pen.palette().hairline(), 1);
    int most = Math.clamp((int) (frame.width() / (4.4 * em)), 2, MOST_TICKS);
    for (double tick : axis.ticks(most)) {
      double x = frame.x(axis, tick);
      pen.line(x, bottom, x, bottom + 0.3 * em, pen.palette().hairline(), 1);
      pen.text(NumberText.stepTick(tick), x, y, TextAlignment.CENTER, muted);
    }
    String word = plot.texts().text("chart.step");
    double right = frame.left() - 0.7 * em;
    if (pen.width(word) <= right) {
      pen.text(word, right, y, TextAlignment.RIGHT, muted);
    }
  }

  /// Draws marker lines with their labels in a row above the frame. Where there is no room for all
  /// labels the graver ones stay; a line without its label keeps a dot.
  static void paintMarkers(Plot plot, PlotFrame frame) {
    Pen pen = plot.pen();
    double em = pen.em();
    List<double[]> taken = new ArrayList<>();
    for (StepMarker marker : plot.gravestFirst()) {
      Color color = color(marker.kind(), pen.palette());
      double x = frame.x(plot.axis(), (double) marker.step());
      double width = pen.palette().projector() ? 2 : 1;
      pen.dashes(3, 3);
      pen.line(x, frame.top() - 0.3 * em, x, frame.bottom(), color, width);
      pen.solid();
      String label = marker.label(plot.texts());
      double wide = pen.width(label);
      double left = place(x, wide, frame, em, taken);
      if (Double.isNaN(left)) {
        pen.dot(x, frame.top() - 0.45 * em, 0.18 * em, color);
      } else {
        pen.text(label, left, frame.top() - 0.95 * em, TextAlignment.LEFT, color);
        taken.add(new double[] {left, left + wide});
      }
    }
  }

  /// The left end of a label: beginning at its line, else ending there, else NaN.
  private static double place(
      double x, double wide, PlotFrame frame, double em, List<double[]> taken) {
    double most = frame.right() + 0.5 * em - wide;
    double beginning = Math.max(frame.left(), Math.min(x - 0.25 * em, most));
    double ending = Math.max(frame.left(), x + 0.25 * em - wide);
    for (double left : new double[] {beginning, ending}) {
      boolean free =
          taken.stream()
              .noneMatch(one -> left < one[1] + 0.6 * em && one[0] < left + wide + 0.6 * em);
      if (free) {
        return left;
      }
    }
    return Double.NaN;
  }

  /// Draws the pointer's line.
  static void paintCross(Pen pen, PlotFrame frame, StepAxis axis, long step) {
    double x = frame.x(axis, (double) step);
    pen.line(x, frame.top(), x, frame.bottom(), pen.palette().muted(), 1);
  }

  private static Color color(StepMarker.Kind kind, Palette palette) {
    return switch (kind) {
      case DEATH, DIVERGENCE -> palette.alarm();
      case EDIT -> palette.muted();
      case HERE, PIN -> palette.ink();
      case QUESTION -> palette.accent();
    };
  }
}
