package lab.tinynet.chart;

import java.util.Comparator;
import java.util.List;

/// What every chart is painted with.
///
/// @param pen the canvas and the theme
/// @param axis the steps shown
/// @param markers lines through all charts
/// @param texts the words
record Plot(Pen pen, StepAxis axis, List<StepMarker> markers, Texts texts) {
  Plot {
    markers = List.copyOf(markers);
  }

  /// The markers on the axis, the gravest first.
  List<StepMarker> gravestFirst() {
    return markers.stream()
        .filter(marker -> marker.step() >= axis.from() && marker.step() <= axis.to())
        .sorted(Comparator.comparing(StepMarker::kind))
        .toList();
  }

  double em() {
    return pen.em();
  }

  /// Room that the labels of the markers take above the frame.
  double markerRow() {
    return (markers.isEmpty() ? 0.7 : 1.6) * em();
  }
}
