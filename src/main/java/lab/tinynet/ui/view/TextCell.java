package lab.tinynet.ui.view;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;

/// A cell whose text follows the language.
public final class TextCell<T> extends ListCell<T> {
  private final Function<T, ObservableValue<String>> text;

  public TextCell(Function<T, ObservableValue<String>> text) {
    this.text = text;
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    textProperty().unbind();
    if (empty || item == null) {
      setText("");
    } else {
      textProperty().bind(text.apply(item));
    }
  }
}
