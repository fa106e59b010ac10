package lab.tinynet.chart;

import java.util.Comparator;
import java.util.List;

/// What every chart is painted with.
///
/// @param pen the canvas and the theme
/// @param axis the steps shown
/// @param markers lines through all charts
/// @param texts the words
/// @param shared ranges of the value axes of other runs, that this one has to agree with; empty
///     when it stands by itself
/// @param marked whether a chart beside this one has marker lines
record Plot(
    Pen pen,
    StepAxis axis,
    List<StepMarker> markers,
    Texts texts,
    List<ValueRange> shared,
    boolean marked) {
  Plot {
    markers = List.copyOf(markers);
    shared = List.copyOf(shared);
  }

  /// The markers on the axis, the gravest first.
  List<StepMarker> gravestFirst() {
    return markers.stream()
        .filter(marker -> marker.step() >= axis.from() && marker.step() <= axis.to())
        .sorted(Comparator.comparing(StepMarker::kind))
        .toList();
  }

  /// What the value axis of a panel has to hold, with the other runs.
  ///
  /// @param panel number of the panel, as in [ChartPainter#ranges]
  /// @param own what this run needs
  ValueRange range(int panel, ValueRange own) {
    return panel < shared.size() ? own.joined(shared.get(panel)) : own;
  }

  double em() {
    return pen.em();
  }

  /// Room that the labels of the markers take above the frame.
  double markerRow() {
    return (markers.isEmpty() && !marked ? 0.7 : 1.6) * em();
  }
}
