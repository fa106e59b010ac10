package lab.tinynet.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lab.tinynet.telemetry.RunLog;

/// The four live charts of one run, tied together: one step axis, the same marker lines, one
/// pointer. The window places the views and calls [#pulse]. JavaFX application thread.
public final class ChartBoard {
  private final ChartView activations = new ChartView(new ActivationsChart(), this::point);
  private final ChartView gradientNorms = new ChartView(new GradientNormsChart(), this::point);
  private final ChartView deadUnits = new ChartView(new DeadUnitsChart(), this::point);
  private final ChartView loss = new ChartView(new LossChart(), this::point);
  private final RunMarkers runMarkers = new RunMarkers();
  private final Texts texts;
  private int language;
  private OptionalLong pointer = OptionalLong.empty();
  private List<StepMarker> ofRun = List.of();
  private List<StepMarker> ofOthers = List.of();
  private List<StepMarker> markers = List.of();

  public ChartBoard(Texts texts) {
    this.texts = texts;
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
    return pulse(log, palette, StepAxis.following(log.length()));
  }

  /// The same for a part of the run.
  public int pulse(RunLog log, Palette palette, StepAxis axis) {
    return pulse(log, palette, axis, SharedRanges.NONE);
  }

  /// The same beside other runs.
  ///
  /// @param shared what the value axes have to hold beside this run's values
  public int pulse(RunLog log, Palette palette, StepAxis axis, SharedRanges shared) {
    List<StepMarker> found = runMarkers.of(log);
    if (!found.equals(ofRun)) {
      ofRun = found;
      joinMarkers();
    }
    ChartView.Moment now =
        new ChartView.Moment(log, axis, pointer, markers, palette, texts, language, shared);
    int paintings = 0;
    for (ChartView view : views()) {
      paintings += view.pulse(now) ? 1 : 0;
    }
    return paintings;
  }

  /// What the value axes hold of this run by itself, as of the last pulse.
  public SharedRanges ranges() {
    return new SharedRanges(
        views().stream()
            .map(ChartView::ranges)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private void joinMarkers() {
    List<StepMarker> all = new ArrayList<>(ofRun);
    all.addAll(ofOthers);
    all.sort(Comparator.comparingLong(StepMarker::step));
    markers = List.copyOf(all);
  }
}
