package lab.tinynet.ui.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import lab.tinynet.ui.i18n.I18n;
import org.controlsfx.control.PopOver;

/// The short list of keys.
public final class KeyList {
  private record Key(String keys, String meaning) {}

  private static final List<Key> KEYS =
      List.of(
          new Key("Space", "ui.keys.space"),
          new Key("Ctrl R", "ui.keys.reset"),
          new Key("F12", "ui.keys.capture"),
          new Key("Ctrl Enter", "ui.keys.submit"),
          new Key("Esc", "ui.keys.escape"),
          new Key("F1", "ui.keys.help"));

  private final PopOver popOver = new PopOver();

  public KeyList(I18n i18n) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    grid.setId("key-list");
    grid.add(Actions.label(i18n.bound("ui.keys.title"), "card-title"), 0, 0, 2, 1);
    for (int i = 0; i < KEYS.size(); i++) {
      Label key = new Label(KEYS.get(i).keys());
      key.getStyleClass().add("key");
      grid.add(key, 0, i + 1);
      grid.add(Actions.label(i18n.bound(KEYS.get(i).meaning())), 1, i + 1);
    }
    popOver.setContentNode(grid);
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
  }

  /// Shows the list below its button, or hides it.
  public void show(Scene scene) {
    Node button = scene.lookup("#keys");
    if (popOver.isShowing()) {
      popOver.hide();
    } else if (button != null) {
      popOver.show(button);
    }
  }

  public boolean leave() {
    boolean open = popOver.isShowing();
    popOver.hide();
    return open;
  }
}
