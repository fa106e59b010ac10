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

/// Loss of every batch (faint, with its band), of training and test set (at the probes), and in a
/// strip above, from 0 to 100 %, the accuracy of both.
final class LossChart implements ChartPainter {
  private static final double BAND = 0.20;
  private static final double BATCH_LINE = 0.55;
  private static final double LOG_FROM = 100;
  private static final double STRIP = 0.36;
  private static final double GAP = 1.6;
  private static final int BATCH = 0;
  private static final int TRAIN_LOSS = 0;
  private static final int TEST_LOSS = 1;
  private static final int TRAIN_ACCURACY = 2;
  private static final int TEST_ACCURACY = 3;

  private final SeriesLabels lossLabels = new SeriesLabels();
  private final SeriesLabels accuracyLabels = new SeriesLabels();
  private final BreakMarks breaks = new BreakMarks();
  private final Trace trace = new Trace();
  private RunLog log = LogSeries.NO_LOG;
  private LogSeries batch = LogSeries.ofSteps(log);
  private LogSeries probes = LogSeries.ofProbes(log);
  private StepAxis axis = StepAxis.following(0);
  private OptionalLong here = OptionalLong.empty();

  @Override
  public String key() {
    return "chart.loss";
  }

  @Override
  public boolean update(RunLog source, StepAxis shown, double width) {
    boolean other = source != log;
    if (other) {
      log = source;
      batch = LogSeries.ofSteps(source, source.column(Quantity.LOSS));
      probes =
          LogSeries.ofProbes(
              source,
              source.column(Quantity.TRAIN_LOSS),
              source.column(Quantity.TEST_LOSS),
              source.column(Quantity.TRAIN_ACCURACY),
              source.column(Quantity.TEST_ACCURACY));
    }
    batch.stand(here);
    probes.stand(here);
    boolean moved = !shown.equals(axis);
    axis = shown;
    boolean freshBatch = batch.update(shown, width);
    boolean freshProbes = probes.update(shown, width);
    return freshBatch || freshProbes || other || moved;
  }

  @Override
  public void stand(OptionalLong step) {
    here = step;
  }

  @Override
  public Optional<String> emptyKey() {
    return batch.isEmpty() && probes.isEmpty() ? Optional.of("chart.empty") : Optional.empty();
  }

  @Override
  public List<ValueRange> ranges() {
    return List.of(range());
  }

  @Override
  public PlotFrame paint(Plot plot, PlotFrame area) {
    Pen pen = plot.pen();
    double em = plot.em();
    fillLabels(pen.palette(), plot.texts());
    double top = area.top() + plot.markerRow();
    double height = area.bottom() - StepLine.height(em) - top;
    double most = 0.3 * area.width();
    boolean accurate = accuracyLabels.count() > 0;
    ValueRange range = plot.range(0, range());
    Scale scale = scale(range);
    boolean zeros = scale instanceof Scale.Log && range.zeros();
    double strip = accurate ? STRIP * height : 0;
    // What the panel shows stands over it, where no line can cross the word.
    boolean named = accurate || scale instanceof Scale.Log;
    double lossTop = top + strip + (named ? GAP * em : 0);
    double lossHeight = area.bottom() - StepLine.height(em) - lossTop;
    double[] ticks = scale.ticks(Math.clamp((int) (lossHeight / (2.6 * em)), 2, 6));
    double left = area.left() + AxisRoom.of(pen, ticks, words(scale, ticks));
    double gutter =
        Math.max(lossLabels.width(pen, most, lossHeight), accuracyLabels.width(pen, most, strip));
    PlotFrame all = new PlotFrame(left, top, area.right() - left - gutter, height);
    breaks.clear();
    StepLine.paintMarkers(plot, all);
    if (accurate) {
      paintAccuracy(plot, all.rows(top, strip));
    }
    ValuePanel panel = ValuePanel.of(all.rows(lossTop, lossHeight), scale, zeros, em);
    panel.paintGrid(pen, ticks, words(scale, ticks));
    if (named) {
      paintName(plot, panel);
    }
    paintLoss(plot, panel);
    StepLine.paintAxis(plot, all);
    breaks.paint(pen, panel.frame());
    return all;
  }

  private static DoubleFunction<String> words(Scale scale, double[] ticks) {
    double distance = ticks.length > 1 ? ticks[1] - ticks[0] : 1;
    return switch (scale) {
      case Scale.Linear _ -> tick -> NumberText.tick(tick, distance);
      case Scale.Log _ -> NumberText::logTick;
    };
  }

  private void fillLabels(Palette palette, Texts texts) {
    lossLabels.clear();
    if (!batch.isEmpty()) {
      lossLabels.add(
          texts.text("chart.loss.batch"),
          batch.now(BATCH, NumberText::brief),
          palette.muted(),
          SeriesLabels.End.NONE,
          batch.broken(BATCH));
    }
    add(lossLabels, TRAIN_LOSS, TEST_LOSS, NumberText::brief, palette, texts);
    accuracyLabels.clear();
    add(accuracyLabels, TRAIN_ACCURACY, TEST_ACCURACY, NumberText::percent, palette, texts);
  }

  private void add(
      SeriesLabels labels,
      int train,
      int test,
      DoubleFunction<String> words,
      Palette palette,
      Texts texts) {
    if (probes.exists(train)) {
      labels.add(
          texts.text("chart.loss.train"),
          probes.now(train, words),
          palette.ink(),
          SeriesLabels.End.DOT,
          probes.broken(train));
    }
    if (probes.exists(test)) {
      labels.add(
          texts.text("chart.loss.test"),
          probes.now(test, words),
          palette.ink(),
          SeriesLabels.End.RING,
          probes.broken(test));
    }
  }

  private void paintAccuracy(Plot plot, PlotFrame frame) {
    Pen pen = plot.pen();
    ValuePanel panel = ValuePanel.of(frame, new Scale.Linear(0, 1), false, pen.em());
    double[] ticks = frame.height() > 4 * pen.em() ? new double[] {0, 0.5, 1} : new double[] {0, 1};
    panel.paintGrid(pen, ticks, tick -> Math.round(100 * tick) + "%");
    List<Double> ends = new ArrayList<>();
    String word = plot.texts().text("chart.loss.accuracy");
    double x = frame.right() - 0.4 * pen.em();
    // At the end that a good accuracy leaves free, or a bad one.
    int which = probes.exists(TRAIN_ACCURACY) ? TRAIN_ACCURACY : TEST_ACCURACY;
    boolean good = !(probes.now(which) < 0.5);
    double y = good ? frame.bottom() - 0.75 * pen.em() : frame.top() + 0.75 * pen.em();
    pen.text(word, x, y, TextAlignment.RIGHT, pen.palette().muted());
    double endX = paintProbes(pen, panel, plot.axis(), TRAIN_ACCURACY, TEST_ACCURACY, ends);
    accuracyLabels.paint(pen, frame, endX, array(ends));
  }

  private void paintLoss(Plot plot, ValuePanel panel) {
    Pen pen = plot.pen();
    StepAxis shown = plot.axis();
    PlotFrame frame = panel.frame();
    Color muted = pen.palette().muted();
    List<Double> ends = new ArrayList<>();
    double endX = frame.right();
    if (!batch.isEmpty()) {
      panel.read(trace, batch, BATCH, shown);
      pen.band(trace, muted.deriveColor(0, 1, 1, BAND));
      Color line = muted.deriveColor(0, 1, 1, BATCH_LINE);
      pen.spikes(trace, line);
      pen.line(trace, line, 0.5 * pen.palette().lineWidth());
      breaks.add(trace, pen.em());
      ends.add(end(panel));
    }
    if (probes.exists(TRAIN_LOSS) || probes.exists(TEST_LOSS)) {
      endX = paintProbes(pen, panel, shown, TRAIN_LOSS, TEST_LOSS, ends);
    }

    lossLabels.paint(pen, frame, endX, array(ends));
  }

  /// Draws the lines of training and test set; returns where they end.
  private double paintProbes(
      Pen pen, ValuePanel panel, StepAxis shown, int train, int test, List<Double> ends) {
    double endX = panel.frame().right();
    double width = pen.palette().lineWidth();
    Color ink = pen.palette().ink();
    for (int which : new int[] {test, train}) {
      if (probes.exists(which)) {
        panel.read(trace, probes, which, shown);
        if (which == test) {
          pen.dashes(5, 3);
        }
        pen.line(trace, ink, 0.85 * width);
        pen.solid();
        breaks.add(trace, pen.em());
        if (trace.count() > 0) {
          endX = trace.x(trace.count() - 1);
        }
      }
    }
    for (int which : new int[] {train, test}) {
      if (probes.exists(which)) {
        ends.add(probes.broken(which) ? panel.frame().top() : panel.y(probes.now(which)));
      }
    }
    return probes.stands() ? probes.nowX(panel.frame(), shown) : endX;
  }

  /// Where the line of the batches ends, or is where the run stands.
  private double end(ValuePanel panel) {
    if (batch.stands()) {
      return panel.y(batch.now(BATCH));
    }
    return batch.broken(BATCH) || trace.count() == 0
        ? panel.frame().top()
        : trace.y(trace.count() - 1);
  }

  private static void paintName(Plot plot, ValuePanel panel) {
    String key = panel.scale() instanceof Scale.Log ? "chart.loss.loss.log" : "chart.loss.loss";
    double x = panel.frame().left() + 0.4 * plot.em();
    double y = panel.frame().top() - 0.7 * plot.em();
    Color muted = plot.pen().palette().muted();
    plot.pen().text(plot.texts().text(key), x, y, TextAlignment.LEFT, muted);
  }

  @Override
  public ReadOut readOut(long step, Palette palette, Texts texts) {
    List<ReadOut.Line> lines = new ArrayList<>();
    if (!batch.isEmpty()) {
      lines.add(
          line(
              palette.muted(),
              texts.text("chart.loss.batch.loss"),
              batch.at(step, BATCH, NumberText::value)));
    }
    Color ink = palette.ink();
    addLine(lines, TRAIN_LOSS, "chart.loss.train.loss", step, NumberText::value, ink, texts);
    addLine(lines, TEST_LOSS, "chart.loss.test.loss", step, NumberText::value, ink, texts);
    addLine(
        lines, TRAIN_ACCURACY, "chart.loss.train.accuracy", step, NumberText::percent, ink, texts);
    addLine(
        lines, TEST_ACCURACY, "chart.loss.test.accuracy", step, NumberText::percent, ink, texts);
    return new ReadOut(step, lines);
  }

  private void addLine(
      List<ReadOut.Line> lines,
      int which,
      String key,
      long step,
      DoubleFunction<String> words,
      Color color,
      Texts texts) {
    if (probes.exists(which)) {
      lines.add(line(color, texts.text(key), probes.at(step, which, words)));
    }
  }

  private static ReadOut.Line line(Color color, String name, String value) {
    boolean alarm = value.contains("NaN") || value.contains("∞");
    return new ReadOut.Line(color, name, value, alarm);
  }

  @Override
  public String caption(StepAxis shown, Texts texts) {
    long now = here.orElse(log.length());
    List<String> items =
        readOut(now, ThemeTokens.LIGHT, texts).lines().stream()
            .map(
                line ->
                    texts.text("chart.caption.item", "name", line.name(), "value", line.value()))
            .toList();
    return texts.text(
        "chart.loss.caption",
        "items",
        CaptionItems.of(items, here, texts),
        "from",
        NumberText.whole(shown.from()),
        "to",
        NumberText.whole(log.length()));
  }

  /// Linear from 0, unless the loss has risen to a hundred times what it was at the beginning: then
  /// logarithmic, or the rest of the run would be a flat line.
  private ValueRange range() {
    double max =
        Math.max(max(batch, BATCH), Math.max(max(probes, TRAIN_LOSS), max(probes, TEST_LOSS)));
    if (!(max > 0)) {
      return ValueRange.NONE;
    }
    double min = Math.min(leastPositive(batch, BATCH, max), leastPositive(probes, TRAIN_LOSS, max));
    double least = Math.min(min, leastPositive(probes, TEST_LOSS, max));
    return new ValueRange(least, max, max > LOG_FROM * first(), zeros());
  }

  private static Scale scale(ValueRange range) {
    if (!(range.high() > 0)) {
      return Scale.linear(0, 1, 4);
    }
    return range.logarithmic()
        ? Scale.log(range.low(), range.high())
        : Scale.linear(0, range.high(), 4);
  }

  private double first() {
    LogSeries series = probes.exists(TRAIN_LOSS) ? probes : batch;
    Decimated data = series.data();
    double first = data.count() == 0 ? Double.NaN : data.min(TRAIN_LOSS, 0);
    return Double.isFinite(first) && first > 0 ? first : 1;
  }

  private static double max(LogSeries series, int which) {
    double max = 0;
    for (int bucket = 0; bucket < series.data().count(); bucket++) {
      max = Math.max(max, series.data().max(which, bucket));
    }
    return max;
  }

  private static double leastPositive(LogSeries series, int which, double otherwise) {
    double min = otherwise;
    for (int bucket = 0; bucket < series.data().count(); bucket++) {
      double low = series.data().min(which, bucket);
      min = low > 0 ? Math.min(min, low) : min;
    }
    return min;
  }

  private boolean zeros() {
    for (int bucket = 0; bucket < batch.data().count(); bucket++) {
      if (batch.data().min(BATCH, bucket) == 0) {
        return true;
      }
    }
    return false;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public List<CsvTable.Column> columns(RunLog source, Texts texts) {
    return List.of(
        CsvTable.Column.of(source, Quantity.LOSS, texts.text("chart.loss.batch.loss")),
        CsvTable.Column.of(source, Quantity.TRAIN_LOSS, texts.text("chart.loss.train.loss")),
        CsvTable.Column.of(source, Quantity.TEST_LOSS, texts.text("chart.loss.test.loss")),
        CsvTable.Column.of(
            source, Quantity.TRAIN_ACCURACY, texts.text("chart.loss.train.accuracy")),
        CsvTable.Column.of(source, Quantity.TEST_ACCURACY, texts.text("chart.loss.test.accuracy")));
  }
}
