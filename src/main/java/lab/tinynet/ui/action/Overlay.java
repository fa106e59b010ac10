package lab.tinynet.ui.action;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Something that stands in front of the whole lab until it is left: a click beside it leaves it.
public final class Overlay extends StackPane implements FocusTrap.InFront {
  private final FocusTrap trap = new FocusTrap(this, () -> this.first);
  private Node before;
  private Node first = this;

  /// @param id of the layer
  /// @param sheet what stands on it
  public Overlay(String id, Region sheet) {
    setId(id);
    sheet.getStyleClass().add("sheet");
    getChildren().setAll(sheet);
    getStyleClass().add("overlay");
    setAlignment(Pos.TOP_CENTER);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget().equals(this)) {
            leave();
          }
        });
  }

  /// Shows it.
  ///
  /// @param first what gets the focus
  public void show(Node first) {
    if (getScene() != null && !isVisible()) {
      before = getScene().getFocusOwner();
    }
    this.first = first;
    setVisible(true);
    toFront();
    first.requestFocus();
    trap.close();
  }

  /// Hides it and gives the focus back.
  ///
  /// @return whether it was showing
  public boolean leave() {
    boolean showing = isVisible();
    trap.open();
    setVisible(false);
    if (showing && before != null) {
      before.requestFocus();
    }
    return showing;
  }
}
