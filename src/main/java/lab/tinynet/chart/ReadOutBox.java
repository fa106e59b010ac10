package lab.tinynet.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The small box beside the pointer's line with all values of a step.
final class ReadOutBox {
  private static final double ROW = 1.45;

  /// Draws the box right of the line, or left where there is no room.
  void paint(Pen pen, ReadOut readOut, double x, double top, double canvasWidth, Texts texts) {
    double em = pen.em();
    String heading = texts.text("chart.readout.step", "step", NumberText.whole(readOut.step()));
    double names = 0;
    double values = 0;
    for (ReadOut.Line line : readOut.lines()) {
      names = Math.max(names, pen.width(line.name()));
      values = Math.max(values, pen.boldWidth(line.value()));
    }
    double padding = 0.7 * em;
    double inner = Math.max(pen.boldWidth(heading), 1.1 * em + names + em + values);
    double width = inner + 2 * padding;
    double height = 2 * padding + ROW * em * (readOut.lines().size() + 1) - 0.4 * em;
    boolean right = x + em + width <= canvasWidth || x < canvasWidth / 2;
    double left = right ? Math.min(x + 0.8 * em, canvasWidth - width - 1) : x - 0.8 * em - width;
    left = Math.max(1, left);
    GraphicsContext canvas = pen.canvas();
    canvas.setFill(pen.palette().ground().deriveColor(0, 1, 1, 0.94));
    canvas.fillRoundRect(left, top, width, height, 12, 12);
    canvas.setStroke(pen.palette().hairline());
    canvas.setLineWidth(1);
    canvas.strokeRoundRect(
        Math.floor(left) + 0.5,
        Math.floor(top) + 0.5,
        Math.floor(width),
        Math.floor(height),
        12,
        12);
    double y = top + padding + 0.5 * em;
    pen.boldText(heading, left + padding, y, TextAlignment.LEFT, pen.palette().ink());
    for (ReadOut.Line line : readOut.lines()) {
      y += ROW * em;
      pen.dot(left + padding + 0.3 * em, y, 0.3 * em, line.color());
      double nameX = left + padding + 1.1 * em;
      pen.text(line.name(), nameX, y, TextAlignment.LEFT, pen.palette().muted());
      pen.boldText(
          line.value(),
          left + width - padding,
          y,
          TextAlignment.RIGHT,
          line.alarm() ? pen.palette().alarm() : pen.palette().ink());
    }
  }
}
