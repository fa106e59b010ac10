package lab.tinynet.ui.view;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A panel with a drawing: title left, definition right, both words of the drawing's own area. It
/// is ringed while the tutor speaks of it.
public final class Card extends VBox {
  public Card(Node drawing) {
    getStyleClass().addAll("panel", "card");
    VBox.setVgrow(drawing, Priority.ALWAYS);
    setMinSize(0, 0);
    getChildren().add(drawing);
  }
}
