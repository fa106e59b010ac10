package lab.tinynet.ui.unit;

import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lab.tinynet.chart.Palette;
import lab.tinynet.chart.stage.Figure;
import lab.tinynet.telemetry.Frame;

/// Paints the two small pictures of the card: the distribution of the pre-activation, and the
/// unit's history.
final class UnitPlots {
  private final GraphicsContext g;
  private final Palette palette;
  private final double width;
  private final double height;
  private final double em;

  UnitPlots(Canvas canvas, Palette palette) {
    this.g = canvas.getGraphicsContext2D();
    this.palette = palette;
    this.width = canvas.getWidth();
    this.height = canvas.getHeight();
    this.em = palette.fontSize();
    g.clearRect(0, 0, width, height);
    g.setTextBaseline(VPos.BASELINE);
    g.setFont(Font.font(palette.fontFamily(), 0.92 * em));
  }

  /// Bars in the colour of their sign, and a line at 0, which is always in the picture.
  ///
  /// @param tallest says how many examples the tallest bar stands for
  void distribution(Frame.Distribution z, IntFunction<String> tallest) {
    double bottom = height - 1.5 * em;
    if (Double.isNaN(z.low())) {
      text("NaN", width / 2, bottom, palette.alarm(), TextAlignment.CENTER);
      return;
    }
    double low = Math.min(0, z.low());
    double high = Math.max(0, z.high());
    double span = high > low ? high - low : 1;
    double margin = 0.06 * span;
    double from = low - margin;
    double to = from + span + 2 * margin;
    int most = 1;
    for (int count : z.counts()) {
      most = Math.max(most, count);
    }
    double bin = (z.high() - z.low()) / z.counts().length;
    for (int i = 0; i < z.counts().length; i++) {
      double start = z.low() + i * bin;
      double x = x(start, from, to);
      double end = bin > 0 ? x(start + bin, from, to) : x + 2;
      double tall = z.counts()[i] * (bottom - 0.4 * em) / most;
      g.setFill(start + bin / 2 < 0 ? palette.negative() : palette.positive());
      g.fillRect(x, bottom - tall, Math.max(1, end - x - 0.5), tall);
    }
    line(0, bottom, width, bottom, palette.hairline(), 1);
    double zero = x(0, from, to);
    line(zero, 0, zero, bottom + 0.25 * em, palette.ink(), Math.max(1, 0.1 * em));
    double baseline = height - 0.25 * em;
    text("0", zero, baseline, palette.ink(), TextAlignment.CENTER);
    ends(z, zero, from, to, baseline);
    text(tallest.apply(most), 0, 0.9 * em, palette.muted(), TextAlignment.LEFT);
  }

  private void ends(Frame.Distribution z, double zero, double from, double to, double baseline) {
    double room = 3 * em;
    if (zero - x(z.low(), from, to) > room) {
      text(Figure.of(z.low()), x(z.low(), from, to), baseline, palette.muted(), TextAlignment.LEFT);
    }
    if (x(z.high(), from, to) - zero > room) {
      String high = Figure.of(z.high());
      text(high, x(z.high(), from, to), baseline, palette.muted(), TextAlignment.RIGHT);
    }
  }

  private double x(double value, double from, double to) {
    return (value - from) / (to - from) * width;
  }

  /// The mean output over the steps; where the unit was dead, hatched with the word.
  ///
  /// @param step what the axis counts
  void history(UnitHistory history, Color hue, String dead, String step) {
    double left = 3.4 * em;
    double bottom = height - 1.5 * em;
    double top = 0.5 * em;
    long length = Math.max(1, history.length());
    double low = 0;
    double high = 0;
    for (int i = 0; i < history.points(); i++) {
      double mean = history.mean(i);
      if (Double.isFinite(mean)) {
        low = Math.min(low, mean);
        high = Math.max(high, mean);
      }
    }
    double span = high > low ? high - low : 1;
    for (UnitHistory.Span one : history.deadSpans()) {
      double x0 = left + (width - left) * one.from() / length;
      double x1 = left + (width - left) * one.to().orElse(length) / length;
      hatch(x0, top, Math.max(2, x1 - x0), bottom - top, dead);
    }
    line(left, bottom, width, bottom, palette.hairline(), 1);
    double zero = bottom - (0 - low) / span * (bottom - top);
    if (low < 0) {
      line(left, zero, width, zero, palette.hairline(), 1);
    }
    g.setStroke(hue);
    g.setLineWidth(palette.lineWidth());
    Optional<Double> before = Optional.empty();
    double beforeX = 0;
    for (int i = 0; i < history.points(); i++) {
      double mean = history.mean(i);
      double x = left + (width - left) * history.step(i) / length;
      if (!Double.isFinite(mean)) {
        before = Optional.empty();
        continue;
      }
      double y = bottom - (mean - low) / span * (bottom - top);
      if (before.isPresent()) {
        g.strokeLine(beforeX, before.get(), x, y);
      } else {
        g.strokeLine(x, y, x + 0.5, y);
      }
      before = Optional.of(y);
      beforeX = x;
    }
    double baseline = height - 0.25 * em;
    text("0", left, baseline, palette.muted(), TextAlignment.LEFT);
    text(step, left - 0.4 * em, baseline, palette.muted(), TextAlignment.RIGHT);
    text(Figure.count(length), width, baseline, palette.muted(), TextAlignment.RIGHT);
    text(Figure.of(high), left - 0.4 * em, top + 0.6 * em, palette.muted(), TextAlignment.RIGHT);
    text(Figure.of(low), left - 0.4 * em, bottom, palette.muted(), TextAlignment.RIGHT);
  }

  private void hatch(double x, double y, double w, double h, String dead) {
    g.save();
    g.beginPath();
    g.rect(x, y, w, h);
    g.clip();
    g.setStroke(palette.alarm().deriveColor(0, 1, 1, 0.45));
    g.setLineWidth(1);
    double pitch = 0.5 * em;
    for (double at = x - h; at < x + w; at += pitch) {
      g.strokeLine(at, y + h, at + h, y);
    }
    g.restore();
    if (w > 3.2 * em) {
      double half = 0.3 * em * Math.max(3, dead.length());
      g.setFill(palette.ground());
      g.fillRoundRect(x + w / 2 - half, y + 0.3 * em, 2 * half, 1.35 * em, 4, 4);
      text(dead, x + w / 2, y + 1.3 * em, palette.alarm(), TextAlignment.CENTER);
    }
  }

  private void line(double x0, double y0, double x1, double y1, Color color, double thick) {
    g.setStroke(color);
    g.setLineWidth(thick);
    g.strokeLine(x0, y0, x1, y1);
  }

  private void text(String text, double x, double baseline, Color color, TextAlignment align) {
    g.setFill(color);
    g.setTextAlign(align);
    g.fillText(text, x, baseline);
  }
}
