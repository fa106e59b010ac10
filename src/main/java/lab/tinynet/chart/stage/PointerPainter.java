package lab.tinynet.chart.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lab.tinynet.chart.Palette;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.telemetry.LayerOrder;

/// Draws what follows the pointer: the thing it is on and its edges lifted out, and the read-out.
final class PointerPainter {
  private static final double TEXT_WIDTH = 24;

  private final GraphicsContext g;
  private final Palette palette;
  private final FontWidth fonts;
  private final double em;

  PointerPainter(GraphicsContext g, Palette palette, FontWidth fonts) {
    this.g = g;
    this.palette = palette;
    this.fonts = fonts;
    this.em = palette.fontSize();
  }

  /// Lifts the target out of the picture.
  void lift(StageImage image, Target target) {
    switch (target) {
      case Target.Input input -> unit(image, Column.INPUTS, input.input());
      case Target.Unit unit -> unit(image, unit.layer(), unit.unit());
      case Target.Bias bias -> {
        Column column = image.layout().column(bias.layer()).orElseThrow();
        Box dot = image.layout().bias(column, bias.unit()).grown(0.2 * em);
        accent();
        g.strokeOval(dot.x(), dot.y(), dot.width(), dot.height());
      }
      case Target.Weight weight -> {
        edge(image, weight.layer(), weight.from(), weight.unit());
        ring(image, image.frame().order().source(weight.layer()), weight.from());
        ring(image, weight.layer(), weight.unit());
      }
      case Target.Surface _, Target.Legend _ -> {}
    }
  }

  private void unit(StageImage image, int layer, int unit) {
    List<Frame.LayerFrame> layers = image.frame().layers();
    LayerOrder order = image.frame().order();
    if (layer != Column.INPUTS) {
      image
          .layout()
          .column(order.source(layer))
          .ifPresent(
              from -> {
                for (int i = 0; i < from.shown(); i++) {
                  edge(image, layer, i, unit);
                }
              });
    }
    for (int next = 0; next < layers.size(); next++) {
      if (order.source(next) == layer) {
        int reader = next;
        image
            .layout()
            .column(reader)
            .ifPresent(
                to -> {
                  for (int i = 0; i < to.shown(); i++) {
                    edge(image, reader, unit, i);
                  }
                });
      }
    }
    ring(image, layer, unit);
  }

  /// One edge, on a rim of the ground's colour; it need not be among those shown.
  private void edge(StageImage image, int layer, int from, int to) {
    Frame.LayerFrame at = image.frame().layers().get(layer);
    Column source = image.layout().column(image.frame().order().source(layer)).orElseThrow();
    if (!EdgeModel.connected(at, source)) {
      return;
    }
    double weight = at.weights()[from * at.info().units() + to];
    Column goal = image.layout().column(layer).orElseThrow();
    EdgeModel.Edge edge = EdgeModel.edge(image.frame(), source, goal, from, to, weight);
    double width = Math.max(0.08 * em, image.edges().width(weight));
    g.setLineDashes();
    stroke(edge, palette.ground(), width + 0.25 * em);
    if (edge.faded()) {
      g.setLineDashes(0.4 * em, 0.3 * em);
    }
    Color color = weight < 0 ? palette.negative() : palette.positive();
    stroke(edge, Double.isFinite(weight) ? color : palette.alarm(), width);
    g.setLineDashes();
  }

  private void stroke(EdgeModel.Edge edge, Color color, double width) {
    double x0 = edge.start().x();
    double x1 = edge.end().x();
    double middle = (x0 + x1) / 2;
    g.setStroke(color);
    g.setLineWidth(width);
    g.beginPath();
    g.moveTo(x0, edge.start().y());
    g.bezierCurveTo(middle, edge.start().y(), middle, edge.end().y(), x1, edge.end().y());
    g.stroke();
  }

  /// Marks the input that is followed where it lies on the surface, with what the network says
  /// there; the units' numbers stand on their tiles.
  void follow(StageImage image) {
    Optional<Frame.Forward> chosen = image.frame().forward().filter(Frame.Forward::wished);
    if (chosen.isEmpty() || !image.layout().maps()) {
      return;
    }
    double[] at = chosen.get().input();
    spot(image.frame().region(), image.layout().side(), at, 0.5 * em);
    double[] answer = chosen.get().outputs().getLast();
    if (answer.length == 1) {
      answer(image, at, "ŷ = " + Figure.of(answer[0]));
    }
  }

  private void answer(StageImage image, double[] at, String value) {
    Box side = image.layout().side();
    Frame.Region region = image.frame().region();
    double x = side.x() + (at[0] - region.minX()) / (region.maxX() - region.minX()) * side.width();
    double y =
        side.bottom() - (at[1] - region.minY()) / (region.maxY() - region.minY()) * side.height();
    double width = fonts.of(value, em, true) + 0.8 * em;
    double height = 1.5 * em;
    double gap = 0.9 * em;
    double left = x + gap + width <= side.right() ? x + gap : x - gap - width;
    double top = Math.clamp(y - height / 2, side.y(), side.bottom() - height);
    if (side.contains(x, y)) {
      plate(new Box(left, top, width, height), value, em);
    }
  }

  private void plate(Box box, String value, double size) {
    g.setGlobalAlpha(0.9);
    g.setFill(palette.ground());
    g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 0.5 * em, 0.5 * em);
    g.setGlobalAlpha(1);
    g.setFill(palette.ink());
    g.setFont(fonts.font(size, true));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(value, box.centerX(), box.centerY());
    g.setTextAlign(TextAlignment.LEFT);
  }

  private void spot(Frame.Region region, Box box, double[] at, double radius) {
    double across = (at[0] - region.minX()) / (region.maxX() - region.minX());
    double up = (at[1] - region.minY()) / (region.maxY() - region.minY());
    double x = box.x() + across * box.width();
    double y = box.bottom() - up * box.height();
    if (!box.contains(x, y)) {
      return;
    }
    g.setStroke(palette.ground());
    g.setLineWidth(0.38 * em);
    g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    accent();
    g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /// The ring of the unit to which the keys have gone: dashed, outside of all others.
  void focus(StageImage image, int layer, int unit) {
    image
        .layout()
        .column(layer)
        .filter(column -> unit < column.shown())
        .ifPresent(
            column -> {
              Box box = column.tile(unit).grown(0.32 * em);
              accent();
              g.setLineDashes(0.35 * em, 0.25 * em);
              g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), em, em);
              g.setLineDashes();
            });
  }

  void ring(StageImage image, int layer, int unit) {
    image
        .layout()
        .column(layer)
        .filter(column -> unit < column.shown())
        .ifPresent(
            column -> {
              Box box = column.tile(unit).grown(0.12 * em);
              accent();
              double arc = 0.9 * em;
              g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
            });
  }

  private void accent() {
    g.setStroke(palette.accent());
    g.setLineWidth(palette.projector() ? 0.2 * em : 0.17 * em);
  }

  /// Puts a ring in the accent around a layer that is being spoken of.
  void speakOf(StageLayout layout, Column column) {
    double top = Math.max(2, layout.headTop() - 0.2 * em);
    double bottom = Math.min(layout.height() - 2, column.block().bottom() + 0.8 * em);
    accent();
    g.strokeRoundRect(column.slot().x(), top, column.slot().width(), bottom - top, em, em);
  }

  /// Draws the read-out beside the pointer, inside the stage.
  void readOut(StageImage image, ReadOut readOut, double x, double y) {
    double width = image.layout().width();
    double height = image.layout().height();
    double most = Math.min(TEXT_WIDTH * em, width - 3 * em);
    List<Line> lines = lines(readOut, most);
    double textWidth = 0;
    for (Line line : lines) {
      textWidth = Math.max(textWidth, fonts.of(line.text, line.size, line.bold));
    }
    double boxWidth = textWidth + 1.8 * em;
    double boxHeight = lines.size() * 1.5 * em + 1.3 * em;
    Box stage = new Box(2, 2, width - 4, height - 4);
    Box size = new Box(0, 0, boxWidth, boxHeight);
    Box box = ReadOutPlace.of(stage, size, x, y, named(image, readOut.target()), em);
    panel(box);
    double baseline = box.y() + 1.75 * em;
    g.setTextBaseline(VPos.BASELINE);
    g.setTextAlign(TextAlignment.LEFT);
    for (Line line : lines) {
      g.setFont(fonts.font(line.size, line.bold));
      g.setFill(line.color);
      g.fillText(line.text, box.x() + 0.9 * em, baseline);
      baseline += 1.5 * em;
    }
  }

  /// The tiles that a read-out speaks of, which it had better not hide.
  private static List<Box> named(StageImage image, Target target) {
    List<Box> tiles = new ArrayList<>();
    switch (target) {
      case Target.Weight weight -> {
        tile(image, image.frame().order().source(weight.layer()), weight.from())
            .ifPresent(tiles::add);
        tile(image, weight.layer(), weight.unit()).ifPresent(tiles::add);
      }
      case Target.Unit unit -> tile(image, unit.layer(), unit.unit()).ifPresent(tiles::add);
      case Target.Bias bias -> tile(image, bias.layer(), bias.unit()).ifPresent(tiles::add);
      case Target.Input input -> {
        if (image.layout().maps()) {
          tile(image, Column.INPUTS, input.input()).ifPresent(tiles::add);
        }
      }
      case Target.Surface _, Target.Legend _ -> {}
    }
    return tiles;
  }

  private static Optional<Box> tile(StageImage image, int layer, int unit) {
    return image
        .layout()
        .column(layer)
        .filter(column -> unit < column.shown())
        .map(column -> column.tile(unit));
  }

  private void panel(Box box) {
    double arc = 1.2 * em;
    for (int i = 3; i > 0; i--) {
      Box shade = box.grown(i);
      g.setFill(Color.color(0, 0, 0, 0.05));
      g.fillRoundRect(shade.x(), shade.y() + 1, shade.width(), shade.height(), arc, arc);
    }
    g.setFill(palette.ground());
    g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    g.setStroke(palette.hairline());
    g.setLineWidth(1);
    g.strokeRoundRect(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1, arc, arc);
  }

  private record Line(String text, double size, boolean bold, Color color) {}

  private List<Line> lines(ReadOut readOut, double width) {
    List<Line> lines = new ArrayList<>();
    double title = 1.08 * em;
    for (String line : TextWrap.lines(readOut.title(), width, title, fonts)) {
      lines.add(new Line(line, title, true, palette.ink()));
    }
    for (String figure : readOut.figures()) {
      for (String line : TextWrap.lines(figure, width, em, fonts)) {
        lines.add(new Line(line, em, false, palette.ink()));
      }
    }
    for (String line : TextWrap.lines(readOut.definition(), width, em, fonts)) {
      lines.add(new Line(line, em, false, palette.muted()));
    }
    return lines;
  }
}
