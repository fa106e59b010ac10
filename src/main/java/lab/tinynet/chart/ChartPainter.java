package lab.tinynet.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lab.tinynet.telemetry.RunLog;

/// One live chart: reads what is new in a log and paints it. JavaFX application thread.
interface ChartPainter {
  /// First part of the keys of the chart's texts: `chart.loss`.
  String key();

  /// Key of the few words beside the title that say what is drawn.
  default String summaryKey() {
    return key() + ".summary";
  }

  /// Reads what is new. Cheap when there is nothing.
  ///
  /// @param width about how many places in a row are told apart
  /// @return whether the picture has changed
  boolean update(RunLog log, StepAxis axis, double width);

  /// Says where the run stands before its last known step; empty for its end. The labels tell the
  /// values there, as the stage does.
  void stand(OptionalLong step);

  /// What the value axes have to hold, a range a panel: what [Plot#range] joins with those of other
  /// runs.
  List<ValueRange> ranges();

  /// Key of the text to be shown instead of a picture while there is nothing to draw.
  Optional<String> emptyKey();

  /// Paints the chart.
  ///
  /// @param area where there is room
  /// @return where the steps stand: the pointer's line is drawn over it
  PlotFrame paint(Plot plot, PlotFrame area);

  /// The values of all series at a step.
  ReadOut readOut(long step, Palette palette, Texts texts);

  /// The chart in words, for who can't see it.
  String caption(StepAxis axis, Texts texts);

  /// The series behind the picture, to be written into a table.
  List<CsvTable.Column> columns(RunLog log, Texts texts);

  /// Whether it stands over the steps, so that one can point at a step in it.
  default boolean overSteps() {
    return true;
  }

  /// Whether what it counts can also be drawn as a fraction of all.
  default boolean countable() {
    return false;
  }

  /// Whether fractions are drawn; of meaning where it is [#countable].
  default boolean fractions() {
    return false;
  }

  default void setFractions(boolean fractions) {}

  /// Whether its value axis can be logarithmic or linear.
  default boolean scalable() {
    return false;
  }

  /// Whether the value axis is linear; of meaning where it is [#scalable].
  default boolean linear() {
    return true;
  }

  default void setLinear(boolean linear) {}
}
