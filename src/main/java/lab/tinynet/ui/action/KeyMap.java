package lab.tinynet.ui.action;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// The keys of the window, those of its actions. None of them fires while an input method composes
/// a word; one without Ctrl leaves text fields, buttons, choices and what stands in front of the
/// lab what is theirs, and Ctrl+Z and the like belong to the text while one types.
public final class KeyMap {
  /// What makes the run go: the next repetition would stop it again.
  private static final List<String> ONCE = List.of("train", "play", "reset");

  private final Scene scene;
  private final List<LabAction> actions;
  private final BooleanSupplier leave;
  private final Composition composition;
  private Optional<KeyCode> held = Optional.empty();

  /// @param leave leaves the innermost state, such as an open drawer, and says whether there was
  ///     one
  public KeyMap(Scene scene, List<LabAction> actions, BooleanSupplier leave) {
    this.scene = scene;
    this.actions = List.copyOf(actions);
    this.leave = leave;
    composition = new Composition(scene);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> held = Optional.empty());
    // A key that is let go in another window is never heard of here.
    // Asked through the scene, so that a window that shows another scene lets this one go.
    scene.windowProperty().flatMap(Window::focusedProperty).subscribe(_ -> held = Optional.empty());
  }

  private void pressed(KeyEvent event) {
    boolean repeated = held.equals(Optional.of(event.getCode()));
    held = Optional.of(event.getCode());
    if (!composition.going() && fires(event, repeated)) {
      event.consume();
    }
  }

  private boolean fires(KeyEvent event, boolean repeated) {
    if (event.getCode() == KeyCode.ESCAPE) {
      return leave.getAsBoolean();
    }
    for (LabAction action : actions) {
      Optional<KeyCombination> meant =
          action.keys().stream().filter(key -> key.match(event)).findFirst();
      if (meant.isPresent() && !taken(meant.get(), event)) {
        if (!repeated || repeats(action)) {
          action.fire();
        }
        return true;
      }
    }
    return false;
  }

  /// Whether a key that is held down does it again and again. What opens something or turns it on
  /// would be undone by the next repetition.
  private static boolean repeats(LabAction action) {
    boolean moves =
        action.group() == LabAction.Group.RUN || action.group() == LabAction.Group.TIMELINE;
    return moves && !ONCE.contains(action.id());
  }

  /// Whether the key belongs to what has the focus.
  private boolean taken(KeyCombination key, KeyEvent event) {
    Node focused = scene.getFocusOwner();
    boolean function = event.getCode().isFunctionKey();
    if (function) {
      return false;
    }
    if (event.isShortcutDown() || event.isAltDown()) {
      return focused instanceof TextInputControl && edits(key);
    }
    return focused instanceof TextInputControl
        || focused instanceof ButtonBase
        || focused instanceof ComboBoxBase<?>
        || focused instanceof Slider
        || focused instanceof TableView<?>
        || FocusTrap.inFront(focused);
  }

  /// Whether a text field does something of its own with it.
  private static boolean edits(KeyCombination key) {
    return key instanceof KeyCodeCombination code
        && List.of(KeyCode.Z, KeyCode.Y, KeyCode.LEFT, KeyCode.RIGHT).contains(code.getCode());
  }
}
