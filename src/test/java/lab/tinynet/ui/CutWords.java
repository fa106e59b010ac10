package lab.tinynet.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds words of a window that are not shown whole: ended by dots, or outside of the window.
public final class CutWords {
  private CutWords() {}

  public static List<String> in(Parent root) {
    List<String> cut = new ArrayList<>();
    look(root, root.getBoundsInLocal(), cut);
    return cut;
  }

  private static void look(Node node, Bounds window, List<String> cut) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isBlank()) {
      labeled.getChildrenUnmodifiable().stream()
          .filter(
              child -> child instanceof Text && !(child instanceof FontIcon) && child.isVisible())
          .map(Text.class::cast)
          .filter(text -> !text.getText().isEmpty() && !shows(text, labeled))
          .forEach(
              text ->
                  cut.add(
                      (labeled.getId() == null ? labeled.getStyleClass() : labeled.getId())
                          + ": "
                          + labeled.getText()
                          + " | "
                          + text.getText()));
    }
    if (node instanceof Parent parent) {
      Bounds inner = node instanceof ScrollPane ? null : window;
      parent.getChildrenUnmodifiable().forEach(child -> look(child, inner, cut));
    }
  }

  private static boolean shows(Text text, Labeled labeled) {
    return text.getText().replaceAll("\\s", "").equals(labeled.getText().replaceAll("\\s", ""));
  }
}
