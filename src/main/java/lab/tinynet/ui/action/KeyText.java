package lab.tinynet.ui.action;

import javafx.scene.input.KeyCombination;

/// How a key is written on the sheet of keys, in tooltips and in the palette: `Ctrl Z`.
public final class KeyText {
  private KeyText() {}

  public static String of(KeyCombination key) {
    return key.getDisplayText().replace("+", " ").replace("_", " ").strip();
  }
}
