package lab.tinynet.chart;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/// A canvas with a palette: the few ways in which the charts draw text and lines.
final class Pen {
  private static final double[] NO_DASH = {};

  private final GraphicsContext canvas;
  private final Palette palette;
  private final Font regular;
  private final Font bold;
  private double[] xs = new double[1024];
  private double[] ys = new double[1024];

  Pen(GraphicsContext canvas, Palette palette) {
    this.canvas = canvas;
    this.palette = palette;
    this.regular = Font.font(palette.fontFamily(), palette.fontSize());
    this.bold = Font.font(palette.fontFamily(), FontWeight.BOLD, palette.fontSize());
    canvas.setFontSmoothingType(FontSmoothingType.GRAY);
    canvas.setTextBaseline(VPos.CENTER);
    canvas.setLineCap(StrokeLineCap.BUTT);
    canvas.setLineJoin(StrokeLineJoin.ROUND);
  }

  Palette palette() {
    return palette;
  }

  GraphicsContext canvas() {
    return canvas;
  }

  /// The size of text, to which all distances are proportional.
  double em() {
    return palette.fontSize();
  }

  double width(String text) {
    return TextWidths.of(regular).of(text);
  }

  double boldWidth(String text) {
    return TextWidths.of(bold).of(text);
  }

  /// Draws text with the given side at `x` and its middle at `y`.
  void text(String text, double x, double y, TextAlignment side, Color color) {
    draw(text, x, y, side, color, regular);
  }

  void boldText(String text, double x, double y, TextAlignment side, Color color) {
    draw(text, x, y, side, color, bold);
  }

  private void draw(String text, double x, double y, TextAlignment side, Color color, Font font) {
    canvas.setFont(font);
    canvas.setTextAlign(side);
    canvas.setFill(color);
    canvas.fillText(text, x, y);
  }

  /// A text shortened with … until it fits.
  String fitted(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    String shorter = text;
    while (shorter.length() > 1 && width(shorter + "…") > room) {
      shorter = shorter.substring(0, shorter.length() - 1);
    }
    return shorter + "…";
  }

  /// Text in the middle of an area, broken into lines where it is too wide.
  void paragraph(String text, double x, double y, double room, Color color) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String word = text.substring(start, end);
      if (!line.isEmpty() && width(line + word.strip()) > room) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().strip());
    double first = y - (lines.size() - 1) * 0.75 * em();
    for (int i = 0; i < lines.size(); i++) {
      text(lines.get(i), x, first + i * 1.5 * em(), TextAlignment.CENTER, color);
    }
  }

  /// A straight line, level or upright ones sharp on the pixels.
  void line(double x1, double y1, double x2, double y2, Color color, double width) {
    canvas.setStroke(color);
    canvas.setLineWidth(width);
    double shift = Math.round(width) % 2 == 1 ? 0.5 : 0;
    if (y1 == y2) {
      double y = Math.floor(y1) + shift;
      canvas.strokeLine(x1, y, x2, y);
    } else if (x1 == x2) {
      double x = Math.floor(x1) + shift;
      canvas.strokeLine(x, y1, x, y2);
    } else {
      canvas.strokeLine(x1, y1, x2, y2);
    }
  }

  /// Draws lines in dashes from now on.
  ///
  /// @param on length of a dash, in widths of a series line
  /// @param off distance to the next
  void dashes(double on, double off) {
    double unit = Math.max(1, 0.6 * palette.lineWidth());
    canvas.setLineDashes(on * unit, off * unit);
  }

  /// Makes the lines of layers differ by their dashes as well, where the picture is projected.
  void layerDashes(int layer) {
    if (palette.projector()) {
      double unit = palette.lineWidth();
      switch (layer % 4) {
        case 0 -> canvas.setLineDashes(NO_DASH);
        case 1 -> canvas.setLineDashes(5 * unit, 1.5 * unit);
        case 2 -> canvas.setLineDashes(2 * unit, 1.2 * unit);
        default -> canvas.setLineDashes(6 * unit, 1.2 * unit, 1.5 * unit, 1.2 * unit);
      }
    }
  }

  void solid() {
    canvas.setLineDashes(NO_DASH);
  }

  /// The trace's band from smallest to largest value.
  void band(Trace trace, Color color) {
    if (!trace.banded()) {
      return;
    }
    canvas.setFill(color);
    for (int run = 0; run < trace.runs(); run++) {
      int start = trace.runStart(run);
      int points = trace.runEnd(run) - start;
      room(2 * points);
      for (int i = 0; i < points; i++) {
        xs[i] = trace.x(start + i);
        ys[i] = trace.high(start + i);
        xs[2 * points - 1 - i] = trace.x(start + i);
        ys[2 * points - 1 - i] = trace.low(start + i);
      }
      if (points == 1) {
        canvas.fillRect(xs[0] - 0.5, ys[0], 1, ys[1] - ys[0]);
      } else {
        canvas.fillPolygon(xs, ys, 2 * points);
      }
    }
  }

  /// The spikes that a trace's line leaves out, as thin upright lines.
  void spikes(Trace trace, Color color) {
    for (int i = 0; i < trace.count(); i++) {
      if (trace.spike(i)) {
        line(trace.x(i), trace.y(i), trace.x(i), trace.high(i), color, 1);
      }
    }
  }

  /// The trace's line, in as many pieces as it has runs; a single point becomes a dot.
  void line(Trace trace, Color color, double width) {
    canvas.setStroke(color);
    canvas.setLineWidth(width);
    for (int run = 0; run < trace.runs(); run++) {
      int start = trace.runStart(run);
      int points = trace.runEnd(run) - start;
      if (points == 1) {
        dot(trace.x(start), trace.y(start), width, color);
        continue;
      }
      room(points);
      for (int i = 0; i < points; i++) {
        xs[i] = trace.x(start + i);
        ys[i] = trace.y(start + i);
      }
      canvas.strokePolyline(xs, ys, points);
    }
  }

  /// The trace as steps: a value holds until the next point.
  ///
  /// @param lift how far the line is moved up, so that lines at one height stay apart
  void steps(Trace trace, double lift, Color color, double width) {
    canvas.setStroke(color);
    canvas.setLineWidth(width);
    for (int run = 0; run < trace.runs(); run++) {
      int points = stepPoints(trace, run, lift);
      canvas.strokePolyline(xs, ys, points);
    }
  }

  /// Fills what lies between the trace's steps and a base line.
  void fillSteps(Trace trace, double base, Color color) {
    canvas.setFill(color);
    for (int run = 0; run < trace.runs(); run++) {
      int points = stepPoints(trace, run, 0);
      xs[points] = xs[points - 1];
      ys[points] = base;
      xs[points + 1] = xs[0];
      ys[points + 1] = base;
      canvas.fillPolygon(xs, ys, points + 2);
    }
  }

  /// Fills what lies between two traces of steps that have the same points.
  void fillBetween(Trace upper, Trace lower, Color color) {
    canvas.setFill(color);
    for (int run = 0; run < upper.runs(); run++) {
      int points = stepPoints(upper, run, 0);
      room(2 * points);
      int end = lower.runEnd(run) - 1;
      int n = points;
      for (int i = end; i >= lower.runStart(run); i--) {
        xs[n] = lower.x(i);
        ys[n++] = lower.y(i);
        if (i > lower.runStart(run)) {
          xs[n] = lower.x(i);
          ys[n++] = lower.y(i - 1);
        }
      }
      canvas.fillPolygon(xs, ys, n);
    }
  }

  private int stepPoints(Trace trace, int run, double lift) {
    int start = trace.runStart(run);
    int points = trace.runEnd(run) - start;
    room(2 * points + 2);
    int n = 0;
    for (int i = start; i < start + points; i++) {
      if (i > start) {
        xs[n] = trace.x(i);
        ys[n++] = trace.y(i - 1) - lift;
      }
      xs[n] = trace.x(i);
      ys[n++] = trace.y(i) - lift;
    }
    return n;
  }

  void dot(double x, double y, double radius, Color color) {
    canvas.setFill(color);
    canvas.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /// An open dot, its inside in the ground's colour.
  void ring(double x, double y, double radius, Color color, double width) {
    dot(x, y, radius, palette.ground());
    canvas.setStroke(color);
    canvas.setLineWidth(width);
    canvas.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /// A triangle pointing up, its tip at the place given.
  void triangle(double x, double tipY, double side, Color color) {
    room(3);
    xs[0] = x;
    ys[0] = tipY;
    xs[1] = x - side / 2;
    ys[1] = tipY + side * 0.87;
    xs[2] = x + side / 2;
    ys[2] = ys[1];
    canvas.setFill(color);
    canvas.fillPolygon(xs, ys, 3);
  }

  private void room(int points) {
    if (points > xs.length) {
      xs = Arrays.copyOf(xs, 2 * points);
      ys = Arrays.copyOf(ys, 2 * points);
    }
  }
}
