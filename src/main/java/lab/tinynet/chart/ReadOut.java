package lab.tinynet.chart;

import java.util.List;
import javafx.scene.paint.Color;

/// What a chart says of one step: its series' values there.
///
/// @param step the step the values belong to
/// @param lines one a series
public record ReadOut(long step, List<Line> lines) {
  public ReadOut {
    lines = List.copyOf(lines);
  }

  /// One series.
  ///
  /// @param color the series' colour
  /// @param name its name
  /// @param value the value: exact while the log still has it, else from … to
  /// @param alarm whether the value is not finite
  public record Line(Color color, String name, String value, boolean alarm) {}
}
