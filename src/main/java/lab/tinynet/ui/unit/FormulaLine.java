package lab.tinynet.ui.unit;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line of a formula. One that begins with the sign of equality hangs on it: what does not fit
/// goes on right of the sign.
final class FormulaLine extends HBox {
  private final Label sign = new Label();
  private final Label rest = new Label();

  FormulaLine() {
    sign.setMinWidth(Region.USE_PREF_SIZE);
    rest.setWrapText(true);
    rest.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(rest, Priority.ALWAYS);
    getChildren().addAll(sign, rest);
  }

  void show(String line) {
    boolean hangs = line.startsWith(UnitFormula.EQUALS);
    sign.setText(hangs ? UnitFormula.EQUALS : "");
    sign.setVisible(hangs);
    sign.setManaged(hangs);
    rest.setText(hangs ? line.substring(UnitFormula.EQUALS.length()) : line);
  }
}
