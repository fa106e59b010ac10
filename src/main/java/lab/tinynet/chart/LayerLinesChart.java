package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// A line a layer, as its [LayerLines] say which: with the band from smallest to largest where a
/// point stands for several steps; a second quantity, such as the norm after clipping, as a dashed
/// line where it differs. On a logarithmic axis, or on a linear one from 0.
final class LayerLinesChart implements ChartPainter {
  private static final double BAND = 0.16;
  private static final double SAME = 1e-9;

  private static final double TARGET_REACH = 3;
  private static final double TARGET_BAND = 0.12;
  private static final int LINEAR_TICKS = 4;
  private static final double BELOW_ZERO = 0.04;
  private static final double CONSTANT = 1.001;

  private final LayerLines lines;
  private final SeriesLabels labels = new SeriesLabels();
  private final BreakMarks breaks = new BreakMarks();
  private final Trace trace = new Trace();
  private RunLog log = LogSeries.NO_LOG;
  private int[] layers = {};
  private LogSeries series = LogSeries.ofSteps(log);
  private StepAxis axis = StepAxis.following(0);
  private OptionalLong here = OptionalLong.empty();
  private boolean linear;
  private boolean changed;

  LayerLinesChart(LayerLines lines) {
    this.lines = lines;
    this.linear = lines.linear();
  }

  @Override
  public String key() {
    return lines.key();
  }

  @Override
  public boolean scalable() {
    return true;
  }

  @Override
  public boolean linear() {
    return linear;
  }

  @Override
  public void setLinear(boolean other) {
    linear = other;
    changed = true;
  }

  @Override
  public List<CsvTable.Column> columns(RunLog source, Texts texts) {
    List<CsvTable.Column> columns = new ArrayList<>();
    for (int layer : lines.layers(source)) {
      String name = lines.name(source, layer, texts);
      columns.add(CsvTable.Column.of(source, lines.main(), layer, name));
      lines
          .second()
          .ifPresent(
              second ->
                  columns.add(
                      CsvTable.Column.of(
                          source, second, layer, name + " " + texts.text("chart.csv.applied"))));
    }
    return columns;
  }

  @Override
  public boolean update(RunLog source, StepAxis shown, double width) {
    boolean other = source != log;
    if (other) {
      log = source;
      layers = lines.layers(source);
      int[] columns = new int[2 * layers.length];
      for (int i = 0; i < layers.length; i++) {
        columns[2 * i] = LayerLines.column(source, lines.main(), layers[i]);
        columns[2 * i + 1] =
            LayerLines.column(source, lines.second().orElse(lines.main()), layers[i]);
      }
      series =
          lines.main().table() == Quantity.Table.STEP
              ? LogSeries.ofSteps(source, columns)
              : LogSeries.ofProbes(source, columns);
    }
    series.stand(here);
    boolean moved = !shown.equals(axis);
    axis = shown;
    boolean fresh = series.update(shown, width);
    boolean rescaled = changed;
    changed = false;
    return fresh || other || moved || rescaled;
  }

  @Override
  public void stand(OptionalLong step) {
    here = step;
  }

  @Override
  public Optional<String> emptyKey() {
    if (!log.layers().isEmpty() && layers.length == 0) {
      return Optional.of(key() + ".none");
    }
    return series.isEmpty() ? Optional.of("chart.empty") : Optional.empty();
  }

  @Override
  public List<ValueRange> ranges() {
    return List.of(range());
  }

  @Override
  public PlotFrame paint(Plot plot, PlotFrame area) {
    Pen pen = plot.pen();
    double em = plot.em();
    fillLabels(pen.palette(), plot.texts(), true);
    double height = area.height() - plot.markerRow() - StepLine.height(em);
    ValueRange range = plot.range(0, range());
    Scale scale = scale(range);
    double[] ticks = ticks(range, (int) Math.max(2, height / (2.4 * em)));
    double distance = ticks.length > 1 ? ticks[1] - ticks[0] : 1;
    DoubleFunction<String> words =
        range.logarithmic() ? NumberText::logTick : tick -> NumberText.tick(tick, distance);
    double left = area.left() + AxisRoom.of(pen, ticks, words);
    double gutter = labels.width(pen, 0.3 * area.width(), height);
    if (gutter > 0.42 * area.width()) {
      fillLabels(pen.palette(), plot.texts(), false);
      gutter = labels.width(pen, 0.3 * area.width(), height);
    }
    PlotFrame frame =
        new PlotFrame(left, area.top() + plot.markerRow(), area.right() - left - gutter, height);
    ValuePanel panel = ValuePanel.of(frame, scale, range.logarithmic() && range.zeros(), em);
    paintTarget(plot, panel);
    panel.paintGrid(pen, ticks, words);
    StepLine.paintAxis(plot, frame);
    StepLine.paintMarkers(plot, frame);
    paintLines(pen, panel, plot.axis());
    return frame;
  }

  /// The band in which the values should be, with its word.
  private void paintTarget(Plot plot, ValuePanel panel) {
    if (lines.target().isEmpty()) {
      return;
    }
    double target = lines.target().getAsDouble();
    PlotFrame frame = panel.frame();
    double top = Math.clamp(panel.y(target * TARGET_REACH), frame.top(), frame.bottom());
    double bottom = Math.clamp(panel.y(target / TARGET_REACH), frame.top(), frame.bottom());
    if (bottom - top < 1) {
      return;
    }
    Pen pen = plot.pen();
    pen.canvas().setFill(pen.palette().accent().deriveColor(0, 1, 1, TARGET_BAND));
    pen.canvas().fillRect(frame.left(), top, frame.width(), bottom - top);
    String word = plot.texts().text(key() + ".target");
    double wide = pen.width(word);
    double inset = 0.4 * plot.em();
    double start = frame.left() + inset;
    double end = frame.right() - inset - wide;
    // No marker line is to strike the word through.
    double x = crossed(plot, frame, start, wide) && !crossed(plot, frame, end, wide) ? end : start;
    pen.text(word, x, bottom - 0.6 * plot.em(), TextAlignment.LEFT, pen.palette().muted());
  }

  private static boolean crossed(Plot plot, PlotFrame frame, double left, double wide) {
    return plot.gravestFirst().stream()
        .mapToDouble(marker -> frame.x(plot.axis(), (double) marker.step()))
        .anyMatch(x -> x > left - 2 && x < left + wide + 2);
  }

  /// @param withApplied whether the norm after clipping stands behind the raw one
  private void fillLabels(Palette palette, Texts texts, boolean withApplied) {
    labels.clear();
    for (int i = 0; i < layers.length; i++) {
      boolean known = series.known() && !unmeasured(series.now(2 * i));
      String value = known ? NumberText.brief(series.now(2 * i)) : "–";
      String applied = known ? NumberText.brief(series.now(2 * i + 1)) : value;
      if (withApplied && !applied.equals(value)) {
        value += " → " + applied;
      }
      labels.add(
          name(i, texts),
          value,
          hue(palette, i),
          known ? SeriesLabels.End.DOT : SeriesLabels.End.NONE,
          known && series.broken(2 * i));
    }
  }

  /// The colour of a line, its label and its values: of the whole network the ink, as no layer's.
  private Color hue(Palette palette, int i) {
    return layers[i] == LayerLines.WHOLE ? palette.ink() : palette.layer(layers[i]);
  }

  /// Whether a value is missing because nothing is measured at step 0.
  private boolean unmeasured(double value) {
    return lines.unmeasuredAtFirst() && Double.isNaN(value) && here.orElse(log.length()) == 0;
  }

  /// Whether the first thing shown is that nothing was measured yet.
  private boolean beginsWithBreak(ValuePanel panel, StepAxis shown) {
    return trace.breaks() == 1
        && series.data().count() > 0
        && trace.breakX(0) == series.x(0, panel.frame(), shown);
  }

  private void paintLines(Pen pen, ValuePanel panel, StepAxis shown) {
    breaks.clear();
    double width = pen.palette().lineWidth();
    for (int i = 0; i < layers.length; i++) {
      panel.read(trace, series, 2 * i, shown);
      pen.band(trace, hue(pen.palette(), i).deriveColor(0, 1, 1, BAND));
    }
    double[] ends = new double[layers.length];
    double endX = panel.frame().right();
    for (int i = 0; i < layers.length; i++) {
      Color hue = hue(pen.palette(), i);
      if (everClipped(i)) {
        panel.read(trace, series, 2 * i + 1, shown);
        pen.dashes(4, 3);
        pen.line(trace, hue, 0.7 * width);
        pen.solid();
      }
      panel.read(trace, series, 2 * i, shown);
      pen.spikes(trace, hue);
      pen.layerDashes(Math.max(0, layers[i]));
      pen.line(trace, hue, 0.8 * width);
      pen.solid();
      if (!lines.unmeasuredAtFirst() || !beginsWithBreak(panel, shown)) {
        breaks.add(trace, pen.em());
      }
      if (trace.count() > 0) {
        endX = trace.x(trace.count() - 1);
        ends[i] = trace.y(trace.count() - 1);
      }
      if (series.broken(2 * i)) {
        ends[i] = panel.frame().top();
      } else if (series.stands()) {
        ends[i] = series.known() ? panel.y(series.now(2 * i)) : panel.frame().bottom();
      }
    }
    endX = series.stands() ? series.nowX(panel.frame(), shown) : endX;
    labels.paint(pen, panel.frame(), endX, ends);
    breaks.paint(pen, panel.frame());
  }

  @Override
  public ReadOut readOut(long step, Palette palette, Texts texts) {
    List<ReadOut.Line> lines = new ArrayList<>();
    for (int i = 0; i < layers.length; i++) {
      String raw = series.at(step, 2 * i, NumberText::value);
      String applied = series.at(step, 2 * i + 1, NumberText::value);
      String value = raw.equals(applied) ? raw : raw + " → " + applied;
      boolean alarm = raw.contains("NaN") || raw.contains("∞");
      lines.add(new ReadOut.Line(hue(palette, i), name(i, texts), value, alarm));
    }
    return new ReadOut(step, lines);
  }

  @Override
  public String caption(StepAxis shown, Texts texts) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < layers.length; i++) {
      items.add(
          texts.text(
              "chart.caption.item",
              "name",
              name(i, texts),
              "value",
              series.now(2 * i, NumberText::value)));
    }
    return texts.text(
        key() + ".caption",
        "items",
        CaptionItems.of(items, here, texts),
        "from",
        NumberText.whole(shown.from()),
        "to",
        NumberText.whole(log.length()));
  }

  private String name(int i, Texts texts) {
    return lines.name(log, layers[i], texts);
  }

  private ValueRange range() {
    double min = Double.POSITIVE_INFINITY;
    double max = 0;
    Decimated data = series.data();
    for (int s = 0; s < 2 * layers.length; s++) {
      for (int bucket = 0; bucket < data.count(); bucket++) {
        double last = data.last(s, bucket);
        double low = data.min(s, bucket);
        max = Math.max(max, data.max(s, bucket));
        // A bucket whose minimum is 0 still tells of a value above it.
        min = Math.min(min, low > 0 ? low : last > 0 ? last : Double.POSITIVE_INFINITY);
      }
    }
    if (linear) {
      return new ValueRange(0, Math.max(max, lines.most(log, layers)), false, false);
    }
    return max > 0
        ? new ValueRange(Math.min(min, max), max, true, zeros())
        : new ValueRange(ValueRange.NONE.low(), ValueRange.NONE.high(), true, zeros());
  }

  /// A line at 0 and one that never changes both stand clear of the axis.
  private static Scale scale(ValueRange range) {
    if (!range.logarithmic()) {
      double top = round(range).high();
      return new Scale.Linear(-BELOW_ZERO * top, top);
    }
    if (range.high() > 0 && range.high() <= CONSTANT * range.low()) {
      double middle = Math.rint(Math.log10(range.high()));
      return new Scale.Log(middle - 1, middle + 1);
    }
    return range.high() > 0 ? Scale.log(range.low(), range.high()) : Scale.log(0.1, 1);
  }

  private static Scale round(ValueRange range) {
    return Scale.linear(0, range.high() > 0 ? range.high() : 1, LINEAR_TICKS);
  }

  private double[] ticks(ValueRange range, int most) {
    if (range.logarithmic()) {
      return scale(range).ticks(most);
    }
    int few = Math.min(most, LINEAR_TICKS + 1);
    return lines.counted() ? Ticks.whole(0, (int) range.high(), few) : round(range).ticks(few);
  }

  private boolean zeros() {
    Decimated data = series.data();
    for (int i = 0; i < layers.length; i++) {
      for (int bucket = 0; bucket < data.count(); bucket++) {
        if (data.min(2 * i, bucket) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean everClipped(int i) {
    for (int bucket = 0; bucket < series.data().count(); bucket++) {
      if (clipped(i, bucket)) {
        return true;
      }
    }
    return false;
  }

  private boolean clipped(int i, int bucket) {
    if (bucket < 0) {
      return false;
    }
    Decimated data = series.data();
    return differ(data.max(2 * i, bucket), data.max(2 * i + 1, bucket))
        || differ(data.last(2 * i, bucket), data.last(2 * i + 1, bucket));
  }

  private static boolean differ(double raw, double applied) {
    return Math.abs(raw - applied) > SAME * Math.abs(raw);
  }
}
