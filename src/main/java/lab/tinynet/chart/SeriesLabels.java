package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The names and last values of the series in a column at their lines' ends, moved apart where they
/// would stand on each other and tied to their lines.
final class SeriesLabels {
  private static final double LEADER = 0.9;
  private static final double LINE = 1.25;

  /// A longer leader would be read as a part of the line.
  private static final double LONGEST_LEADER = 2.4;

  private final List<Label> labels = new ArrayList<>();
  private boolean stacked;

  /// How a line's end is marked.
  enum End {
    DOT,
    RING,
    NONE
  }

  private record Label(String name, String value, Color color, End end, boolean alarm) {}

  void clear() {
    labels.clear();
  }

  void add(String name, String value, Color color, End end, boolean alarm) {
    labels.add(new Label(name, value, color, end, alarm));
  }

  int count() {
    return labels.size();
  }

  /// How much room the column takes right of the frame. Decides whether name and value stand beside
  /// or below each other.
  ///
  /// @param most how much it may take beside each other
  /// @param height of the frame
  double width(Pen pen, double most, double height) {
    double em = pen.em();
    double widestName = 0;
    double widestValue = 2.4 * em;
    for (Label label : labels) {
      widestName = Math.max(widestName, pen.boldWidth(label.name));
      widestValue = Math.max(widestValue, pen.width(label.value));
    }
    double beside = LEADER * em + widestName + 0.5 * em + widestValue;
    stacked = beside > most && EndLabels.fit(labels.size(), 2 * LINE * em, 0, height - 2 * em);
    double width = stacked ? LEADER * em + Math.max(widestName, widestValue) : beside;
    return Math.ceil(width / em) * em;
  }

  /// Draws the column.
  ///
  /// @param endX where the values told stand; outside the frame for nowhere
  /// @param ends y of each of them, in the order in which the labels were added
  void paint(Pen pen, PlotFrame frame, double endX, double[] ends) {
    double em = pen.em();
    double gap = (stacked ? 2 * LINE : LINE) * em;
    double half = gap / 2 - 0.3 * em;
    double[] middles =
        EndLabels.spread(
            ends, gap, frame.top() + half - 0.2 * em, frame.bottom() - half + 0.2 * em);
    double x = frame.right() + LEADER * em;
    for (int i = 0; i < middles.length; i++) {
      Label label = labels.get(i);
      double y = middles[i];
      Color leader = label.color.deriveColor(0, 1, 1, 0.4);
      double length = Math.hypot(x - endX, y - ends[i]);
      if (Math.abs(y - ends[i]) > 1.5 && length < LONGEST_LEADER * em) {
        pen.line(endX + 0.2 * em, ends[i], x - 0.2 * em, y, leader, 1);
      }
      double radius = Math.max(2.2, 1.3 * pen.palette().lineWidth());
      boolean outside = !(endX >= frame.left() - 1 && endX <= frame.right() + 1);
      switch (label.alarm || outside ? End.NONE : label.end) {
        case DOT -> pen.dot(endX, ends[i], radius, label.color);
        case RING -> pen.ring(endX, ends[i], radius, label.color, 1.5);
        case NONE -> {}
      }
      Color valueColor = label.alarm ? pen.palette().alarm() : pen.palette().ink();
      if (stacked) {
        pen.boldText(label.name, x, y - LINE / 2 * em, TextAlignment.LEFT, label.color);
        pen.text(label.value, x, y + LINE / 2 * em, TextAlignment.LEFT, valueColor);
      } else {
        pen.boldText(label.name, x, y, TextAlignment.LEFT, label.color);
        double after = x + pen.boldWidth(label.name) + 0.5 * em;
        pen.text(label.value, after, y, TextAlignment.LEFT, valueColor);
      }
    }
  }
}
