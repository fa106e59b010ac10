package lab.tinynet.ui.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.ui.text.I18n;

/// A panel with a drawing: title left, definition right, both words of the drawing's own area. It
/// is ringed while the tutor speaks of it.
public final class Card extends VBox {
  private static final PseudoClass SPOKEN_OF = PseudoClass.getPseudoClass("spoken-of");

  /// @param titleKey key of the title
  /// @param captionKey key of the short definition; `<titleKey>.tip` may hold the long one
  public Card(I18n i18n, String titleKey, String captionKey, String tipKey, Node drawing) {
    this(drawing);
    Label title = Actions.label(i18n.bound(titleKey), "card-title");
    Label caption = Actions.label(i18n.bound(captionKey), "caption");
    title.setMinWidth(USE_PREF_SIZE);
    caption.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, caption);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.getStyleClass().add("card-head");
    Tips.explain(head, i18n, tipKey);
    getChildren().add(0, head);
  }

  /// A panel whose drawing brings its own title.
  public Card(Node drawing) {
    getStyleClass().addAll("panel", "card");
    VBox.setVgrow(drawing, Priority.ALWAYS);
    setMinSize(0, 0);
    getChildren().add(drawing);
  }

  public void ring(boolean on) {
    pseudoClassStateChanged(SPOKEN_OF, on);
  }
}
