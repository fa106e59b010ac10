package lab.tinynet.ui.lanes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Tips;
import org.controlsfx.control.SegmentedButton;

/// Which charts the lanes show. Until somebody chooses, as many as have room.
final class ChartChoice extends SegmentedButton {
  private final Map<LaneChart, ToggleButton> buttons = new EnumMap<>(LaneChart.class);
  private boolean chosen;

  ChartChoice(I18n i18n) {
    getStyleClass().add("segments");
    setToggleGroup(null);
    for (LaneChart chart : LaneChart.ALL) {
      ToggleButton button = new ToggleButton();
      button.setId("lanes-chart-" + chart.code());
      button.textProperty().bind(i18n.bound("ui.lanes.chart." + chart.code()));
      button.setMinWidth(USE_PREF_SIZE);
      button.setSelected(true);
      button.setOnAction(_ -> chosen = true);
      Tips.explain(button, i18n, "ui.lanes.chart.tip");
      buttons.put(chart, button);
      getButtons().add(button);
    }
    setMinWidth(USE_PREF_SIZE);
  }

  /// What is to be shown.
  ///
  /// @param fitting how many have room
  List<LaneChart> shown(int fitting) {
    if (!chosen) {
      LaneChart.ALL.forEach(
          chart -> buttons.get(chart).setSelected(LaneChart.ALL.indexOf(chart) < fitting));
    }
    return LaneChart.ALL.stream().filter(chart -> buttons.get(chart).isSelected()).toList();
  }
}
