package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lab.tinynet.telemetry.RunLog;

/// The live charts of one run in four cards, tied together: one step axis, the same marker lines,
/// one pointer. The window places the views and calls [#pulse]. JavaFX application thread.
public final class ChartBoard {
  private final ChartView activations;
  private final ChartView gradientNorms;
  private final ChartView deadUnits;
  private final ChartView loss;
  private final RunMarkers runMarkers = new RunMarkers();
  private final Texts texts;
  private int language;
  private OptionalLong pointer = OptionalLong.empty();
  private OptionalLong pinned = OptionalLong.empty();
  private Optional<StepAxis> zoomed = Optional.empty();
  private long seen;
  private List<StepMarker> ofRun = List.of();
  private List<StepMarker> ofOthers = List.of();
  private List<StepMarker> markers = List.of();

  /// A board whose charts can ask for nothing.
  public ChartBoard(Texts texts) {
    this(texts, ChartServices.NONE);
  }

  public ChartBoard(Texts texts, ChartServices services) {
    this.texts = texts;
    Gestures gestures = new Gestures(services);
    activations =
        new ChartView(
            gestures,
            new ActivationsChart(new RidgeLane()),
            new ActivationsChart(new HistogramLane()),
            new ActivationsChart(new SpreadLane()));
    gradientNorms =
        new ChartView(
            gestures,
            new LayerLinesChart(LayerLines.GRADIENTS),
            new LayerLinesChart(LayerLines.SIGNAL),
            new LayerLinesChart(LayerLines.RATIOS));
    deadUnits =
        new ChartView(
            gestures,
            new DeadUnitsChart(),
            new StackedDeadChart(),
            new LayerLinesChart(LayerLines.SATURATED));
    loss = new ChartView(gestures, new LossChart(), new LayerLinesChart(LayerLines.RATE));
  }

  /// The card in which a chart can be seen, with that chart in it.
  ///
  /// @param key such as `chart.ratio`
  public Optional<ChartView> shown(String key) {
    Optional<ChartView> card = card(key);
    card.ifPresent(view -> view.show(key));
    return card;
  }

  /// The card in which a chart can be seen, whatever it shows at the moment.
  public Optional<ChartView> card(String key) {
    return views().stream().filter(view -> view.faces().contains(key)).findFirst();
  }

  public ChartView activations() {
    return activations;
  }

  public ChartView gradientNorms() {
    return gradientNorms;
  }

  public ChartView deadUnits() {
    return deadUnits;
  }

  public ChartView loss() {
    return loss;
  }

  /// All four, in the order in which they stand in the window.
  public List<ChartView> views() {
    return List.of(activations, gradientNorms, deadUnits, loss);
  }

  /// To be called when the language has changed: all words are asked for again.
  public void languageChanged() {
    language++;
  }

  /// Marker lines beside those of the run's own events (first death, divergence, edits), such as
  /// the step of the tutor's question.
  public void setMarkers(List<StepMarker> others) {
    ofOthers = List.copyOf(others);
    joinMarkers();
  }

  /// Puts the pointer's line on a step in all charts, or takes it away.
  public void point(OptionalLong step) {
    pointer = step;
  }

  /// The step under the pointer, for other views that want to show it.
  public OptionalLong pointer() {
    return pointer;
  }

  /// Reads what is new and paints what has changed and is showing. Once a pulse, following the end
  /// of the log.
  ///
  /// @param palette the theme of the moment, see [ThemeTokens#palette()]
  /// @return number of charts that were painted
  public int pulse(RunLog log, Palette palette) {
    return pulse(log, palette, 0, 1);
  }

  /// The same for every so many-th chart: painting all at once makes one pulse long and the next
  /// short.
  ///
  /// @param part from 0
  /// @param parts into how many the charts are divided
  public int pulse(RunLog log, Palette palette, int part, int parts) {
    if (log.length() < seen) {
      zoomed = Optional.empty();
      pinned = OptionalLong.empty();
    }
    seen = log.length();
    StepAxis axis = zoomed.orElseGet(() -> StepAxis.following(log.length()));
    return pulse(now(log, palette, axis, SharedRanges.NONE), part, parts);
  }

  /// The same for a part of the run.
  public int pulse(RunLog log, Palette palette, StepAxis axis) {
    return pulse(log, palette, axis, SharedRanges.NONE);
  }

  /// The same beside other runs.
  ///
  /// @param shared what the value axes have to hold beside this run's values
  public int pulse(RunLog log, Palette palette, StepAxis axis, SharedRanges shared) {
    return pulse(now(log, palette, axis, shared), 0, 1);
  }

  private ChartView.Moment now(RunLog log, Palette palette, StepAxis axis, SharedRanges shared) {
    List<StepMarker> found = runMarkers.of(log);
    if (!found.equals(ofRun)) {
      ofRun = found;
      joinMarkers();
    }
    return new ChartView.Moment(
        log, axis, pointer, markers, palette, texts, language, shared, pinned);
  }

  private int pulse(ChartView.Moment now, int part, int parts) {
    int paintings = 0;
    for (int i = part; i < views().size(); i += parts) {
      paintings += views().get(i).pulse(now) ? 1 : 0;
    }
    return paintings;
  }

  /// What the value axes hold of this run by itself, as of the last pulse.
  public SharedRanges ranges() {
    return new SharedRanges(
        views().stream()
            .map(ChartView::ranges)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        !markers.isEmpty());
  }

  /// The part of the run that is shown, where it is not the whole.
  public Optional<StepAxis> zoomed() {
    return zoomed;
  }

  /// The step whose values stay in view.
  public OptionalLong pinned() {
    return pinned;
  }

  private final class Gestures implements ChartGestures {
    private final ChartServices services;

    Gestures(ChartServices services) {
      this.services = services;
    }

    @Override
    public void point(OptionalLong step) {
      ChartBoard.this.point(step);
    }

    @Override
    public void pin(long step) {
      pinned = pinned.equals(OptionalLong.of(step)) ? OptionalLong.empty() : OptionalLong.of(step);
      joinMarkers();
    }

    @Override
    public void zoom(long step, double factor) {
      StepAxis now = zoomed.orElseGet(() -> StepAxis.following(seen));
      zoomed = now.zoomed(step, factor, seen);
    }

    @Override
    public void pan(long steps) {
      zoomed = zoomed.flatMap(now -> now.moved(steps, seen));
    }

    @Override
    public StepAxis shown(RunLog log) {
      return zoomed.orElseGet(() -> StepAxis.following(log.length()));
    }

    @Override
    public void showAll() {
      zoomed = Optional.empty();
    }

    @Override
    public void goTo(long step) {
      services.goTo(step);
    }

    @Override
    public void enlarge(ChartView chart) {
      services.enlarge(chart);
    }

    @Override
    public void copyPicture(ChartView chart) {
      services.copyPicture(chart);
    }

    @Override
    public void copyText(String text) {
      services.copyText(text);
    }

    @Override
    public void exportTable(String name, String csv) {
      services.exportTable(name, csv);
    }
  }

  private void joinMarkers() {
    List<StepMarker> all = new ArrayList<>(ofRun);
    all.addAll(ofOthers);
    pinned.ifPresent(
        step ->
            all.add(
                new StepMarker(
                    step,
                    StepMarker.Kind.PIN,
                    texts.text("chart.readout.step", "step", NumberText.whole(step)))));
    all.sort(Comparator.comparingLong(StepMarker::step));
    markers = List.copyOf(all);
  }
}
