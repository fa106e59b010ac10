package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lab.tinynet.telemetry.HistogramLog;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// How each layer's outputs are spread over the probe set, as time goes on: a lane a layer, a shape
/// a probe, its width the square root of the share of outputs at that height.
final class ActivationsChart implements ChartPainter {
  private static final double FILL = 0.55;
  private static final double LEAST_LANE = 1.9;
  private static final double LANE_GAP = 1.1;
  private static final double WIDEST = 1.9;
  private static final double FULL = 0.92;

  private final RidgeRows rows = new RidgeRows();
  private final BreakMarks breaks = new BreakMarks();
  private final double[] xs = new double[HistogramLog.BINS + 2];
  private final double[] ys = new double[HistogramLog.BINS + 2];
  private final long[] oneStep = new long[2];
  private RunLog log = LogSeries.NO_LOG;
  private StepAxis axis = StepAxis.following(0);
  private float[] oneRow = {};

  @Override
  public String key() {
    return "chart.activations";
  }

  @Override
  public boolean update(RunLog source, StepAxis shown, double width) {
    boolean moved = source != log || !shown.equals(axis);
    if (source != log) {
      log = source;
      oneRow = new float[oneStep.length * source.histograms().rowWidth()];
    }
    axis = shown;
    boolean fresh = rows.update(source, shown, width);
    return fresh || moved;
  }

  @Override
  public Optional<String> emptyKey() {
    return rows.count() == 0 ? Optional.of("chart.empty") : Optional.empty();
  }

  @Override
  public List<ValueRange> ranges() {
    return IntStream.range(0, log.layers().size()).mapToObj(this::range).toList();
  }

  @Override
  public PlotFrame paint(Plot plot, PlotFrame area) {
    Pen pen = plot.pen();
    double em = plot.em();
    double top = area.top() + plot.markerRow();
    double left = area.left() + 3.2 * em;
    double height = area.bottom() - StepLine.height(em) - top;
    double gutter = labelWidth(pen, plot.texts());
    PlotFrame all = new PlotFrame(left, top, area.right() - left - WIDEST * em - gutter, height);
    int layers = log.layers().size();
    int lanes = Math.clamp((int) (height / (LEAST_LANE * em)), 1, layers);
    double lane = height / lanes;
    StepLine.paintMarkers(plot, all);
    double gap = Math.min(LANE_GAP * em, 0.2 * lane);
    for (int i = 0; i < lanes; i++) {
      paintLane(plot, all.rows(top + i * lane, lane - (i < lanes - 1 ? gap : 0)), i, gap);
    }
    if (lanes < layers) {
      String more = plot.texts().text("chart.activations.more", "count", layers - lanes);
      double y = all.bottom() + 1.25 * em;
      pen.text(more, area.right(), y, TextAlignment.RIGHT, pen.palette().muted());
    }
    StepLine.paintAxis(plot, all);
    return all;
  }

  private double labelWidth(Pen pen, Texts texts) {
    double widest = pen.width("0.00±0.00");
    for (int layer = 0; layer < log.layers().size(); layer++) {
      widest = Math.max(widest, pen.boldWidth(name(layer, texts)));
      widest = Math.max(widest, pen.width(newest(layer)));
    }
    return Math.ceil((widest + 0.3 * pen.em()) / pen.em()) * pen.em();
  }

  private void paintLane(Plot plot, PlotFrame frame, int layer, double gap) {
    Pen pen = plot.pen();
    double em = plot.em();
    ValueRange range = plot.range(layer, range(layer));
    Scale scale = Scale.linear(range.low(), range.high(), 9);
    ValuePanel panel = ValuePanel.of(frame, scale, false, em);
    double inward = gap < LANE_GAP * em ? 0.45 * em : 0;
    panel.paintGrid(
        pen, ticks(scale, frame.height() - 2 * inward, em), ActivationsChart::bound, inward);
    double zero = panel.y(0);
    pen.line(frame.left(), zero, frame.right(), zero, pen.palette().hairline(), 1);
    Color hue = pen.palette().layer(layer);
    double spacing = rows.spacing() * frame.width() / (plot.axis().to() - plot.axis().from());
    double widest = Math.min(FULL * spacing, WIDEST * em);
    double scaleOfWidth = widest / Math.sqrt(Math.max(1e-9, rows.largestShare(layer)));
    breaks.clear();
    pen.canvas().setFill(hue.deriveColor(0, 1, 1, FILL));
    for (int row = 0; row < rows.count(); row++) {
      double x = frame.x(plot.axis(), (double) rows.step(row));
      if (!(rows.total(row, layer) > 0) || !Double.isFinite(rows.mean(row, layer))) {
        breaks.add(x, NumberText.value(Double.NaN), 2 * em);
      } else if (rows.drawn(row)) {
        paintRidge(pen, panel, x, row, layer, scaleOfWidth);
      }
    }
    paintLabel(plot, frame, layer, hue);
    breaks.paint(pen, frame);
  }

  /// Name and newest numbers of a layer, right of its lane.
  private void paintLabel(Plot plot, PlotFrame frame, int layer, Color hue) {
    Pen pen = plot.pen();
    double em = plot.em();
    double x = frame.right() + (WIDEST + 0.3) * em;
    double middle = (frame.top() + frame.bottom()) / 2;
    boolean both = frame.height() > 2.05 * em;
    double shift = both ? 0.65 * em : 0;
    pen.boldText(name(layer, plot.texts()), x, middle - shift, TextAlignment.LEFT, hue);
    if (both) {
      pen.text(newest(layer), x, middle + shift, TextAlignment.LEFT, pen.palette().ink());
    }
  }

  private String newest(int layer) {
    int row = rows.count() - 1;
    return spread(rows.mean(row, layer), rows.deviation(row, layer));
  }

  private String name(int layer, Texts texts) {
    return LayerNames.of(log.layers().get(layer), texts);
  }

  private void paintRidge(
      Pen pen, ValuePanel panel, double x, int row, int layer, double scaleOfWidth) {
    double low = panel.y(rows.min(row, layer));
    double high = panel.y(rows.max(row, layer));
    double total = rows.total(row, layer);
    if (low - high < 1.5) {
      double middle = (low + high) / 2;
      pen.canvas().fillRect(x, middle - 1, scaleOfWidth, 2);
      return;
    }
    int n = 0;
    xs[n] = x;
    ys[n++] = low;
    for (int bin = 0; bin < HistogramLog.BINS; bin++) {
      double place = (bin + 0.5) / HistogramLog.BINS;
      xs[n] = x + 1 + scaleOfWidth * Math.sqrt(rows.size(row, layer, bin) / total);
      ys[n++] = low + (high - low) * place;
    }
    // The outermost bins reach to the very ends: zeros of a rectifier lie on the line of zero.
    ys[1] = low;
    ys[n - 1] = high;
    xs[n] = x;
    ys[n++] = high;
    pen.canvas().fillPolygon(xs, ys, n);
  }

  private ValueRange range(int layer) {
    double min = 0;
    double max = 0;
    for (int row = 0; row < rows.count(); row++) {
      double low = rows.min(row, layer);
      double high = rows.max(row, layer);
      min = Double.isFinite(low) ? Math.min(min, low) : min;
      max = Double.isFinite(high) ? Math.max(max, high) : max;
    }
    return ValueRange.of(min, max);
  }

  /// The ends and 0 where there is room between them.
  private static double[] ticks(Scale scale, double height, double em) {
    if (height < 1.1 * em) {
      return new double[] {scale.high()};
    }
    double zero = scale.position(0) * height;
    if (scale.low() == 0 || scale.high() == 0 || zero < 1.1 * em || height - zero < 1.1 * em) {
      return new double[] {scale.low(), scale.high()};
    }
    return new double[] {scale.low(), 0, scale.high()};
  }

  private static String bound(double value) {
    return NumberText.tick(value, Ticks.niceAbove(Math.abs(value) / 10));
  }

  /// Mean ± standard deviation, both with the decimals that the deviation calls for.
  private static String spread(double mean, double deviation) {
    return Double.isFinite(mean)
        ? NumberText.alike(mean, deviation) + "±" + NumberText.brief(deviation)
        : NumberText.value(mean);
  }

  @Override
  public ReadOut readOut(long step, Palette palette, Texts texts) {
    int read = log.histograms().read(0, step, Math.max(1, step + 1), oneStep, oneRow);
    List<ReadOut.Line> lines = new ArrayList<>();
    List<LayerInfo> layers = log.layers();
    for (int layer = 0; layer < layers.size(); layer++) {
      int at = (read - 1) * log.histograms().rowWidth() + layer * HistogramLog.WIDTH;
      String value =
          read == 0 ? "–" : spread(oneRow[at + HistogramLog.MEAN], oneRow[at + HistogramLog.STD]);
      lines.add(
          new ReadOut.Line(palette.layer(layer), name(layer, texts), value, value.contains("NaN")));
    }
    return new ReadOut(read == 0 ? step : oneStep[read - 1], lines);
  }

  @Override
  public String caption(StepAxis shown, Texts texts) {
    String items =
        readOut(log.length(), ThemeTokens.LIGHT, texts).lines().stream()
            .map(
                line ->
                    texts.text("chart.caption.item", "name", line.name(), "value", line.value()))
            .collect(Collectors.joining(texts.text("chart.caption.separator")));
    return texts.text(
        "chart.activations.caption",
        "items",
        items,
        "from",
        NumberText.whole(shown.from()),
        "to",
        NumberText.whole(log.length()));
  }

  /// The moments of what goes into the activations; of what comes out the shapes say all.
  @Override
  public List<CsvTable.Column> columns(RunLog source, Texts texts) {
    List<CsvTable.Column> columns = new ArrayList<>();
    for (int layer = 0; layer < source.layers().size(); layer++) {
      String name = LayerNames.of(source.layers().get(layer), texts);
      columns.add(
          CsvTable.Column.of(
              source,
              Quantity.PRE_ACTIVATION_MEAN,
              layer,
              name + " " + texts.text("chart.csv.mean")));
      columns.add(
          CsvTable.Column.of(
              source,
              Quantity.PRE_ACTIVATION_STD,
              layer,
              name + " " + texts.text("chart.csv.deviation")));
    }
    return columns;
  }
}
