package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// The dead units of all layers of rectifiers on top of each other: the upper edge is how many
/// there are in the whole network.
final class StackedDeadChart implements ChartPainter {
  private static final double FILL = 0.45;

  private final SeriesLabels labels = new SeriesLabels();
  private final BreakMarks breaks = new BreakMarks();
  private RunLog log = LogSeries.NO_LOG;
  private int[] layers = {};
  private Trace[] traces = {};
  private LogSeries dead = LogSeries.ofProbes(log);
  private StepAxis axis = StepAxis.following(0);
  private OptionalLong here = OptionalLong.empty();
  private boolean fractions;

  @Override
  public String key() {
    return "chart.stacked";
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
      traces =
          IntStream.rangeClosed(0, layers.length).mapToObj(_ -> new Trace()).toArray(Trace[]::new);
      int[] columns =
          IntStream.of(layers).map(layer -> log.column(Quantity.DEAD_UNITS, layer)).toArray();
      dead = LogSeries.ofProbes(source, columns);
    }
    dead.stand(here);
    boolean moved = !shown.equals(axis);
    axis = shown;
    return dead.update(shown, width) || other || moved;
  }

  @Override
  public void stand(OptionalLong step) {
    here = step;
  }

  @Override
  public Optional<String> emptyKey() {
    if (log == LogSeries.NO_LOG || (layers.length > 0 && dead.isEmpty())) {
      return Optional.of("chart.empty");
    }
    return layers.length == 0 ? Optional.of("chart.dead.none") : Optional.empty();
  }

  private int units() {
    return IntStream.of(layers).map(layer -> log.layers().get(layer).units()).sum();
  }

  @Override
  public List<ValueRange> ranges() {
    return List.of(ValueRange.of(0, fractions ? 1 : Math.max(1, units())));
  }

  @Override
  public PlotFrame paint(Plot plot, PlotFrame area) {
    Pen pen = plot.pen();
    double em = plot.em();
    labels.clear();
    for (int i = 0; i < layers.length; i++) {
      Color hue = pen.palette().layer(layers[i]);
      labels.add(name(i, plot.texts()), value(dead.now(i)), hue, SeriesLabels.End.NONE, false);
    }
    double key = plot.markerRow();
    double left = area.left() + 3.2 * em;
    double height = area.height() - StepLine.height(em) - key;
    double gutter = labels.width(pen, 0.3 * area.width(), height);
    PlotFrame frame = new PlotFrame(left, area.top() + key, area.right() - left - gutter, height);
    double most = plot.range(0, ranges().getFirst()).high();
    ValuePanel panel = UnitsAxis.paint(pen, frame, most, fractions);
    StepLine.paintAxis(plot, frame);
    StepLine.paintMarkers(plot, frame);
    stack(plot, panel);
    double[] ends = new double[layers.length];
    double endX = frame.right();
    for (int i = layers.length - 1; i >= 0; i--) {
      Trace lower = traces[i];
      Trace upper = traces[i + 1];
      Color hue = pen.palette().layer(layers[i]);
      pen.fillBetween(upper, lower, hue.deriveColor(0, 1, 1, FILL));
      pen.steps(upper, 0, hue, pen.palette().lineWidth());
      if (upper.count() > 0) {
        int last = upper.count() - 1;
        ends[i] = (upper.y(last) + lower.y(last)) / 2;
        endX = upper.x(last);
      }
    }
    if (dead.stands()) {
      double whole = fractions ? units() : 1;
      double below = 0;
      for (int i = 0; i < layers.length; i++) {
        double count = dead.now(i);
        ends[i] = panel.y((below + count / 2) / whole);
        below += count;
      }
      endX = dead.nowX(frame, plot.axis());
    }
    labels.paint(pen, frame, endX, ends);
    breaks.paint(pen, frame);
    return frame;
  }

  /// Adds the layers up, from the first one: a trace for each upper edge, the first one the base.
  private void stack(Plot plot, ValuePanel panel) {
    breaks.clear();
    for (Trace trace : traces) {
      trace.clear();
    }
    Decimated data = dead.data();
    double whole = fractions ? units() : 1;
    double lastX = Double.NaN;
    for (int bucket = 0; bucket < data.count(); bucket++) {
      double x = dead.x(bucket, panel.frame(), plot.axis());
      if (Double.isNaN(x)) {
        continue;
      }
      if (isWhole(data, bucket)) {
        point(panel, data, bucket, x, whole);
        lastX = bucket == data.count() - 1 ? x : Double.NaN;
      } else {
        for (Trace trace : traces) {
          trace.breakAt(x, Double.NaN);
        }
        breaks.add(x, NumberText.value(Double.NaN), 2 * plot.em());
      }
    }
    double until = panel.frame().x(plot.axis(), (double) Math.min(plot.axis().to(), log.length()));
    if (until > lastX) {
      // The newest count holds until the next probe.
      point(panel, data, data.count() - 1, until, whole);
    }
  }

  private boolean isWhole(Decimated data, int bucket) {
    return IntStream.range(0, layers.length).allMatch(i -> Double.isFinite(data.last(i, bucket)));
  }

  private void point(ValuePanel panel, Decimated data, int bucket, double x, double whole) {
    double sum = 0;
    for (int i = 0; i < traces.length; i++) {
      double y = panel.y(sum / whole);
      traces[i].point(x, y, y, y);
      sum += i < layers.length ? data.last(i, bucket) : 0;
    }
  }

  private String value(double count) {
    if (!Double.isFinite(count)) {
      return "–";
    }
    return fractions ? NumberText.percent(count / units()) : NumberText.whole((long) count);
  }

  private String name(int i, Texts texts) {
    return LayerNames.of(log.layers().get(layers[i]), texts);
  }

  @Override
  public ReadOut readOut(long step, Palette palette, Texts texts) {
    List<ReadOut.Line> lines = new ArrayList<>();
    for (int i = layers.length - 1; i >= 0; i--) {
      String value = dead.at(step, i, this::value);
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
                        "chart.caption.item", "name", name(i, texts), "value", value(dead.now(i))))
            .toList();
    return texts.text(
        "chart.stacked.caption",
        "units",
        units(),
        "items",
        CaptionItems.of(items, here, texts),
        "from",
        NumberText.whole(shown.from()),
        "to",
        NumberText.whole(log.length()));
  }

  @Override
  public List<CsvTable.Column> columns(RunLog source, Texts texts) {
    return IntStream.of(layers)
        .mapToObj(
            layer ->
                CsvTable.Column.of(
                    source,
                    Quantity.DEAD_UNITS,
                    layer,
                    LayerNames.of(source.layers().get(layer), texts)
                        + " "
                        + texts.text("chart.dead.key.dead")))
        .toList();
  }
}
