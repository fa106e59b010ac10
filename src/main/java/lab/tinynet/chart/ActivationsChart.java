package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lab.tinynet.telemetry.HistogramLog;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// What the layers put out for the probe set, a lane a layer, with one of several drawings in it.
final class ActivationsChart implements ChartPainter {
  private static final double LANE_GAP = 1.5;
  private static final double INWARD = 0.45;
  private static final double WIDEST = RidgeLane.WIDEST;

  private final LaneDrawing drawing;
  private final RidgeRows rows;
  private final long[] oneStep = new long[2];
  private RunLog log = LogSeries.NO_LOG;
  private StepAxis axis = StepAxis.following(0);
  private OptionalLong here = OptionalLong.empty();
  private float[] oneRow = {};

  ActivationsChart(LaneDrawing drawing) {
    this.drawing = drawing;
    this.rows = new RidgeRows(drawing.places());
  }

  @Override
  public String key() {
    return drawing.key();
  }

  @Override
  public boolean overSteps() {
    return drawing.overSteps();
  }

  @Override
  public boolean update(RunLog source, StepAxis shown, double width) {
    boolean moved = source != log || !shown.equals(axis);
    if (source != log) {
      log = source;
      oneRow = new float[oneStep.length * source.histograms().rowWidth()];
    }
    axis = shown;
    // A picture of one moment is of the moment at which the run stands.
    boolean back = here.isPresent() && !drawing.overSteps();
    boolean fresh =
        back
            ? rows.update(source, 0, here.getAsLong(), width)
            : rows.update(source, shown.from(), shown.to(), width);
    return fresh || moved;
  }

  @Override
  public void stand(OptionalLong step) {
    here = step;
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
    double left = area.left() + axisRoom(plot);
    double height = area.bottom() - StepLine.height(em) - top;
    double gutter = labelWidth(pen, plot.texts());
    PlotFrame all = new PlotFrame(left, top, area.right() - left - WIDEST * em - gutter, height);
    int layers = log.layers().size();
    int lanes = Math.clamp((int) (height / (drawing.leastLane() * em)), 1, layers);
    double lane = height / lanes;
    if (drawing.overSteps()) {
      StepLine.paintMarkers(plot, all);
    }
    double gap = drawing.overSteps() ? Math.min(LANE_GAP * em, 0.22 * lane) : 1.7 * em;
    for (int i = 0; i < lanes; i++) {
      paintLane(plot, all.rows(top + i * lane, lane - (i < lanes - 1 ? gap : 0)), i, gap);
    }
    if (lanes < layers) {
      String more = plot.texts().text("chart.activations.more", "count", layers - lanes);
      double y = all.bottom() + 1.25 * em;
      pen.text(more, area.right(), y, TextAlignment.RIGHT, pen.palette().muted());
    }
    if (drawing.overSteps()) {
      StepLine.paintAxis(plot, all);
    } else {
      String word = plot.texts().text("chart.activations.value");
      double x = all.right() + 1.4 * em;
      pen.text(word, x, all.bottom() + 0.85 * em, TextAlignment.LEFT, pen.palette().muted());
    }
    return all;
  }

  private double axisRoom(Plot plot) {
    double room = 0;
    for (int layer = 0; layer < log.layers().size(); layer++) {
      Scale scale = LaneAxis.scale(plot.range(layer, range(layer)));
      double[] ends =
          drawing.overSteps() ? new double[] {scale.low(), scale.high()} : new double[0];
      room = Math.max(room, AxisRoom.of(plot.pen(), ends, LaneAxis::word));
    }
    return room;
  }

  private double labelWidth(Pen pen, Texts texts) {
    double widest = pen.width(spread(0.111, 0.111));
    for (int layer = 0; layer < log.layers().size(); layer++) {
      widest = Math.max(widest, pen.boldWidth(name(layer, texts)));
      widest = Math.max(widest, pen.width(newest(layer)));
    }
    return Math.ceil((widest + 0.3 * pen.em()) / pen.em()) * pen.em();
  }

  private void paintLane(Plot plot, PlotFrame frame, int layer, double gap) {
    double em = plot.em();
    double inward = drawing.overSteps() && gap < LANE_GAP * em ? INWARD * em : 0;
    drawing.paint(plot, frame, rows, layer, plot.range(layer, range(layer)), inward);
    paintLabel(plot, frame, layer, plot.pen().palette().layer(layer));
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

  /// The numbers of the newest probe, or of the last one before the step at which the run stands.
  private String newest(int layer) {
    if (here.isPresent()) {
      return spreadOf(read(here.getAsLong()), layer);
    }
    int row = rows.count() - 1;
    return spread(rows.mean(row, layer), rows.deviation(row, layer));
  }

  /// Reads the last probe up to a step.
  ///
  /// @return the number of rows read, of which the last one counts
  private int read(long step) {
    return log.histograms().read(0, step, Math.max(1, step + 1), oneStep, oneRow);
  }

  private String spreadOf(int read, int layer) {
    int at = (read - 1) * log.histograms().rowWidth() + layer * HistogramLog.WIDTH;
    return read == 0 ? "–" : spread(oneRow[at + HistogramLog.MEAN], oneRow[at + HistogramLog.STD]);
  }

  private String name(int layer, Texts texts) {
    return LayerNames.of(log.layers().get(layer), texts);
  }

  private ValueRange range(int layer) {
    return drawing.range(rows, layer);
  }

  /// Mean ± standard deviation, both with the decimals that the deviation calls for; ± a multiple
  /// of it where the picture shows that.
  private String spread(double mean, double deviation) {
    if (!Double.isFinite(mean)) {
      return NumberText.value(mean);
    }
    String times = drawing.deviations() == 1 ? "" : drawing.deviations() + "·";
    return NumberText.alike(mean, deviation) + "±" + times + NumberText.brief(deviation);
  }

  @Override
  public ReadOut readOut(long step, Palette palette, Texts texts) {
    int read = read(step);
    List<ReadOut.Line> lines = new ArrayList<>();
    List<LayerInfo> layers = log.layers();
    for (int layer = 0; layer < layers.size(); layer++) {
      String value = spreadOf(read, layer);
      lines.add(
          new ReadOut.Line(palette.layer(layer), name(layer, texts), value, value.contains("NaN")));
    }
    return new ReadOut(read == 0 ? step : oneStep[read - 1], lines);
  }

  @Override
  public String caption(StepAxis shown, Texts texts) {
    List<String> items =
        readOut(here.orElse(log.length()), ThemeTokens.LIGHT, texts).lines().stream()
            .map(
                line ->
                    texts.text("chart.caption.item", "name", line.name(), "value", line.value()))
            .toList();
    return texts.text(
        key() + ".caption",
        "items",
        CaptionItems.of(items, here, texts),
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
