package lab.tinynet.ui.lanes;

import java.util.List;
import java.util.Locale;
import lab.tinynet.chart.ChartBoard;
import lab.tinynet.chart.ChartView;

/// The charts of a lane, the most telling first: where there is no room for all, the first ones
/// stand.
enum LaneChart {
  LOSS,
  GRADIENTS,
  DEAD,
  ACTIVATIONS;

  static final List<LaneChart> ALL = List.of(values());

  /// The last word of its key and of its button's id.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  ChartView of(ChartBoard board) {
    return switch (this) {
      case LOSS -> board.loss();
      case GRADIENTS -> board.gradientNorms();
      case DEAD -> board.deadUnits();
      case ACTIVATIONS -> board.activations();
    };
  }
}
