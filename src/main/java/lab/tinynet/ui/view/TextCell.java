package lab.tinynet.ui.view;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import javafx.util.Subscription;

/// A cell whose text follows the language. Its text is never bound: a combo box writes its prompt
/// into the very same cell.
public final class TextCell<T> extends ListCell<T> {
  private final Function<T, ObservableValue<String>> text;
  private Subscription following = Subscription.EMPTY;

  public TextCell(Function<T, ObservableValue<String>> text) {
    this.text = text;
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    following.unsubscribe();
    following = Subscription.EMPTY;
    if (empty || item == null) {
      setText("");
    } else {
      following = text.apply(item).subscribe(this::setText);
    }
  }
}
