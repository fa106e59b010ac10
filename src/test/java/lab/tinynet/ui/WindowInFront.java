package lab.tinynet.ui;

import static lab.tinynet.ui.OpenLab.until;

import javafx.stage.Window;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets a journey begin when the window manager has given its window the keyboard: keys pressed
/// before that go nowhere. To be named after the extension that opens the window.
final class WindowInFront implements BeforeEachCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    until(() -> Window.getWindows().stream().anyMatch(Window::isFocused));
  }
}
