package lab.tinynet.ui.view;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the window. None of them fires while an input method composes a word.
public final class KeyMap {
  private final Scene scene;
  private final Keys keys;
  private boolean composing;

  /// What keys do.
  public interface Keys {
    void trainOrPause();

    void reset();

    void capture();

    void showKeys();

    /// Leaves the innermost state, such as an open drawer.
    ///
    /// @return whether there was one
    boolean leave();
  }

  public KeyMap(Scene scene, Keys keys) {
    this.scene = scene;
    this.keys = keys;
    scene.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        event -> composing = !event.getComposed().isEmpty());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (!composing && fires(event)) {
      event.consume();
    }
  }

  private boolean fires(KeyEvent event) {
    boolean shortcut = event.isShortcutDown();
    if (event.getCode() == KeyCode.F12) {
      keys.capture();
      return true;
    }
    if (event.getCode() == KeyCode.F1) {
      keys.showKeys();
      return true;
    }
    if (event.getCode() == KeyCode.R && shortcut) {
      keys.reset();
      return true;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      return keys.leave();
    }
    if (speaksForItself(scene.getFocusOwner()) || shortcut || event.isAltDown()) {
      return false;
    }
    if (event.getCode() == KeyCode.SPACE) {
      keys.trainOrPause();
      return true;
    }
    return false;
  }

  /// Whether a plain key belongs to what has the focus.
  private static boolean speaksForItself(Node focused) {
    return focused instanceof TextInputControl
        || focused instanceof ButtonBase
        || focused instanceof ComboBoxBase<?>;
  }
}
