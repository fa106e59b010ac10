package lab.tinynet.ui.action;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Subscription;

/// Keeps the keys in what stands in front of the lab: where Tab would leave it, it begins anew, and
/// nothing that lies behind is typed into unseen.
public final class FocusTrap {

  /// Something that stands in front of the whole lab while it is visible.
  public interface InFront {}

  private final Parent front;
  private final Supplier<Node> first;
  private Subscription watching = Subscription.EMPTY;

  /// @param front is an [InFront]
  /// @param first gets the focus where it would be lost
  public FocusTrap(Parent front, Supplier<Node> first) {
    this.front = front;
    this.first = first;
  }

  public void close() {
    if (front.getScene() != null) {
      watching.unsubscribe();
      watching = front.getScene().focusOwnerProperty().subscribe(this::moved);
    }
  }

  public void open() {
    watching.unsubscribe();
    watching = Subscription.EMPTY;
  }

  /// Whether a node lies in something that stands in front.
  static boolean inFront(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof InFront) {
        return true;
      }
    }
    return false;
  }

  private void moved(Node owner) {
    if (owner != null && !within(owner) && !covered()) {
      first.get().requestFocus();
    }
  }

  private boolean within(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(front)) {
        return true;
      }
    }
    return false;
  }

  /// Whether something else stands before it.
  private boolean covered() {
    var siblings = front.getParent().getChildrenUnmodifiable();
    return siblings.subList(siblings.indexOf(front) + 1, siblings.size()).stream()
        .anyMatch(sibling -> sibling instanceof InFront && sibling.isVisible());
  }
}
