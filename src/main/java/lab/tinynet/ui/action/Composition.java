package lab.tinynet.ui.action;

import javafx.event.EventTarget;
import javafx.scene.input.InputMethodEvent;

/// Whether an input method composes a word: its keys are letters then, and no commands.
final class Composition {
  private boolean going;

  /// @param place where it is looked for: a scene, or a field
  Composition(EventTarget place) {
    place.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        event -> going = !event.getComposed().isEmpty());
  }

  boolean going() {
    return going;
  }
}
