package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// Dead units of every layer of rectifiers, counted at the probes, as steps; behind them, faint,
/// the units that were silent on the batch of each step.
final class DeadUnitsChart implements ChartPainter {
  private static final double FILL = 0.09;
  private static final double SILENT_BAND = 0.10;
  private static final double SILENT_LINE = 0.3;

  private final SeriesLabels labels = new SeriesLabels();
  private final Trace trace = new Trace();
  private RunLog log = LogSeries.NO_LOG;
  private int[] layers = {};
  private LogSeries dead = LogSeries.ofProbes(log);
  private LogSeries silent = LogSeries.ofSteps(log);
  private StepAxis axis = StepAxis.following(0);
  private OptionalLong here = OptionalLong.empty();
  private boolean fractions;

  @Override
  public String key() {
    return "chart.dead";
  }

  @Override
  public boolean countable() {
    return true;
  }

  @Override
  public boolean fractions() {
    return fractions;
  }

  @Override
  public void setFractions(boolean newFractions) {
    fractions = newFractions;
  }

  @Override
  public boolean update(RunLog source, StepAxis shown, double width) {
    boolean other = source != log;
    if (other) {
      log = source;
      List<LayerInfo> all = source.layers();
      layers = IntStream.range(0, all.size()).filter(i -> all.get(i).rectifier()).toArray();
      dead = LogSeries.ofProbes(source, columns(Quantity.DEAD_UNITS));
      silent = LogSeries.ofSteps(source, columns(Quantity.SILENT_UNITS));
    }
    dead.stand(here);
    boolean moved = !shown.equals(axis);
    axis = shown;
    boolean freshDead = dead.update(shown, width);
    boolean freshSilent = silent.update(shown, width);
    return freshDead || freshSilent || other || moved;
  }

  private int[] columns(Quantity quantity) {
    return IntStream.of(layers).map(layer -> log.column(quantity, layer)).toArray();
  }

  @Override
  public void stand(OptionalLong step) {
    here = step;
  }

  @Override
  public Optional<String> emptyKey() {
    if (log == LogSeries.NO_LOG || (layers.length > 0 && dead.isEmpty() && silent.isEmpty())) {
      return Optional.of("chart.empty");
    }
    return layers.length == 0 ? Optional.of("chart.dead.none") : Optional.empty();
  }

  @Override
  public List<ValueRange> ranges() {
    int most = IntStream.range(0, layers.length).map(this::units).max().orElse(1);
    return List.of(ValueRange.of(0, fractions ? 1 : most));
  }

  @Override
  public PlotFrame paint(Plot plot, PlotFrame area) {
    Pen pen = plot.pen();
    double em = plot.em();
    labels.clear();
    for (int i = 0; i < layers.length; i++) {
      String value =
          fractions
              ? NumberText.percent(dead.now(i) / units(i))
              : count(dead.now(i)) + " / " + units(i);
      labels.add(
          name(i, plot.texts()),
          value,
          pen.palette().layer(layers[i]),
          SeriesLabels.End.NONE,
          false);
    }
    double key = 1.4 * em + plot.markerRow();
    double left = area.left() + 3.2 * em;
    double height = area.height() - StepLine.height(em) - key;
    double gutter = labels.width(pen, 0.3 * area.width(), height);
    PlotFrame frame = new PlotFrame(left, area.top() + key, area.right() - left - gutter, height);
    double most = plot.range(0, ranges().getFirst()).high();
    UnitsAxis.paint(pen, frame, most, fractions);
    paintKey(pen, area, left, plot.texts());
    StepLine.paintAxis(plot, frame);
    StepLine.paintMarkers(plot, frame);
    paintSilent(pen, frame, most, plot.axis());
    paintDead(pen, frame, most, plot.axis());
    return frame;
  }

  /// The panel of a layer: as a fraction its own units are the whole.
  private ValuePanel panel(PlotFrame frame, double most, int i, double em) {
    return ValuePanel.of(frame, new Scale.Linear(0, fractions ? units(i) : most), false, em);
  }

  /// What the two kinds of line mean: a full one dead, a faint one silent.
  private void paintKey(Pen pen, PlotFrame area, double left, Texts texts) {
    double em = pen.em();
    double y = area.top() + 0.7 * em;
    Color ink = pen.palette().muted();
    double x = left;
    pen.line(x, y, x + 1.4 * em, y, ink, Math.max(2, pen.palette().lineWidth()));
    x += 1.8 * em;
    String word = texts.text("chart.dead.key.dead");
    pen.text(word, x, y, TextAlignment.LEFT, ink);
    x += pen.width(word) + 1.4 * em;
    pen.canvas().setFill(ink.deriveColor(0, 1, 1, 0.25));
    pen.canvas().fillRect(x, y - 0.3 * em, 1.4 * em, 0.6 * em);
    x += 1.8 * em;
    String silence = texts.text("chart.dead.key.silent");
    pen.text(pen.fitted(silence, area.right() - x), x, y, TextAlignment.LEFT, ink);
  }

  private void paintSilent(Pen pen, PlotFrame frame, double most, StepAxis shown) {
    for (int i = 0; i < layers.length; i++) {
      Color hue = pen.palette().layer(layers[i]);
      panel(frame, most, i, pen.em()).read(trace, silent, i, shown);
      pen.band(trace, hue.deriveColor(0, 1, 1, SILENT_BAND));
      if (!trace.banded()) {
        pen.line(trace, hue.deriveColor(0, 1, 1, SILENT_LINE), 0.75);
      }
    }
  }

  private void paintDead(Pen pen, PlotFrame frame, double most, StepAxis shown) {
    double width = pen.palette().lineWidth();
    double[] ends = new double[layers.length];
    double endX = frame.right();
    for (int i = layers.length - 1; i >= 0; i--) {
      Color hue = pen.palette().layer(layers[i]);
      panel(frame, most, i, pen.em()).read(trace, dead, i, shown);
      // Lines at one height are moved apart by their width, so that each can be seen.
      double lift = (layers.length - 1 - i) * width;
      pen.fillSteps(trace, frame.bottom(), hue.deriveColor(0, 1, 1, FILL));
      pen.band(trace, hue.deriveColor(0, 1, 1, 2 * FILL));
      pen.layerDashes(layers[i]);
      pen.steps(trace, lift, hue, width);
      pen.solid();
      if (trace.count() > 0) {
        ends[i] = trace.y(trace.count() - 1) - lift;
        double lastX = trace.x(trace.count() - 1);
        // The newest count holds until the next probe.
        double until = frame.x(shown, (double) Math.min(shown.to(), log.length()));
        if (until > lastX) {
          pen.line(lastX, ends[i], until, ends[i], hue, width);
          lastX = until;
        }
        endX = lastX;
      }
      if (dead.stands()) {
        ends[i] = panel(frame, most, i, pen.em()).y(dead.now(i)) - lift;
      }
    }
    endX = dead.stands() ? dead.nowX(frame, shown) : endX;
    labels.paint(pen, frame, endX, ends);
  }

  @Override
  public ReadOut readOut(long step, Palette palette, Texts texts) {
    List<ReadOut.Line> lines = new ArrayList<>();
    for (int i = 0; i < layers.length; i++) {
      String value =
          texts.text(
              "chart.dead.value",
              "dead",
              dead.at(step, i, DeadUnitsChart::count),
              "units",
              units(i),
              "silent",
              silent.at(step, i, DeadUnitsChart::count));
      lines.add(new ReadOut.Line(palette.layer(layers[i]), name(i, texts), value, false));
    }
    return new ReadOut(step, lines);
  }

  @Override
  public String caption(StepAxis shown, Texts texts) {
    if (layers.length == 0) {
      return texts.text("chart.dead.none");
    }
    List<String> items =
        IntStream.range(0, layers.length)
            .mapToObj(
                i ->
                    texts.text(
                        "chart.dead.caption.item",
                        "name",
                        name(i, texts),
                        "dead",
                        count(dead.now(i)),
                        "units",
                        units(i)))
            .toList();
    return texts.text(
        "chart.dead.caption",
        "items",
        CaptionItems.of(items, here, texts),
        "from",
        NumberText.whole(shown.from()),
        "to",
        NumberText.whole(log.length()));
  }

  private String name(int i, Texts texts) {
    return LayerNames.of(log.layers().get(layers[i]), texts);
  }

  private int units(int i) {
    return log.layers().get(layers[i]).units();
  }

  private static String count(double value) {
    return Double.isNaN(value) ? "–" : NumberText.whole((long) value);
  }

  @Override
  public List<CsvTable.Column> columns(RunLog source, Texts texts) {
    List<CsvTable.Column> columns = new ArrayList<>();
    for (int layer = 0; layer < source.layers().size(); layer++) {
      if (source.layers().get(layer).rectifier()) {
        String name = LayerNames.of(source.layers().get(layer), texts);
        columns.add(
            CsvTable.Column.of(
                source,
                Quantity.DEAD_UNITS,
                layer,
                name + " " + texts.text("chart.dead.key.dead")));
        columns.add(
            CsvTable.Column.of(
                source,
                Quantity.SILENT_UNITS,
                layer,
                name + " " + texts.text("chart.dead.key.silent")));
      }
    }
    return columns;
  }
}
