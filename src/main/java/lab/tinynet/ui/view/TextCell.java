package lab.tinynet.ui.view;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import javafx.util.Subscription;

/// A cell whose text follows the language. Its text is never bound: a combo box writes its prompt
/// into the very same cell.
public final class TextCell<T> extends ListCell<T> {
  private final Function<T, ObservableValue<String>> text;
  private final ObservableValue<String> none;
  private Subscription following = Subscription.EMPTY;

  public TextCell(Function<T, ObservableValue<String>> text) {
    this(text, new ReadOnlyStringWrapper(""));
  }

  /// @param none is written where there is nothing: a chooser's own cell leaves that to us
  public TextCell(Function<T, ObservableValue<String>> text, ObservableValue<String> none) {
    this.text = text;
    this.none = none;
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    following.unsubscribe();
    following = (empty || item == null ? none : text.apply(item)).subscribe(this::setText);
  }
}
