package lab.tinynet.chart;

import java.util.OptionalLong;
import lab.tinynet.telemetry.RunLog;

/// What a person does at a chart. The first five are for all charts of a board; the others are for
/// who placed the chart.
interface ChartGestures extends ChartServices {
  /// The pointer is at a step, or nowhere.
  void point(OptionalLong step);

  /// Keeps the values of a step in view, or no more where it is that step already.
  void pin(long step);

  /// Makes the part of the run that is shown smaller or larger, around a step.
  ///
  /// @param factor below 1 for less
  void zoom(long step, double factor);

  /// Moves the part that is shown.
  void pan(long steps);

  /// The steps that are shown of a run as long as it is now.
  StepAxis shown(RunLog log);

  /// Shows the whole run again.
  void showAll();
}
