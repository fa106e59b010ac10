package lab.tinynet.ui.unit;

import java.util.ArrayList;
import java.util.List;
import lab.tinynet.chart.Texts;
import lab.tinynet.chart.stage.LayerNames;
import lab.tinynet.telemetry.Frame;

/// What a unit has learnt, as a list: the bias first, then its weights; of a normalisation γ and β.
///
/// @param rows the parameters
/// @param reach the largest size among them, for the bars; above 0
record UnitParameters(List<Row> rows, double reach) {
  UnitParameters {
    rows = List.copyOf(rows);
  }

  /// @param row as [OnWeightTyped#typed] has it
  /// @param name what it weighs
  record Row(int row, String name, double value) {}

  static UnitParameters of(UnitInputs inputs, Texts texts) {
    Frame.LayerFrame layer = inputs.layerFrame();
    LayerNames names = LayerNames.of(texts, inputs.frame());
    int unit = inputs.place().unit();
    int units = layer.info().units();
    List<Row> rows = new ArrayList<>();
    if (layer.biases().length > 0) {
      rows.add(new Row(layer.fanIn(), "b", layer.biases()[unit]));
    }
    for (int i = 0; i < layer.fanIn(); i++) {
      rows.add(new Row(i, inputs.rowName(i, names, texts), layer.weights()[i * units + unit]));
    }
    layer
        .scaling()
        .filter(scaling -> scaling.gamma().length == units)
        .ifPresent(
            scaling -> {
              rows.add(new Row(0, "γ", scaling.gamma()[unit]));
              rows.add(new Row(1, "β", scaling.beta()[unit]));
            });
    double reach = 0;
    for (Row row : rows) {
      if (Double.isFinite(row.value)) {
        reach = Math.max(reach, Math.abs(row.value));
      }
    }
    return new UnitParameters(rows, reach > 0 ? reach : 1);
  }
}
