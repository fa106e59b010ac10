package lab.tinynet.ui.experiment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;

/// A part of the experiment panel: a title, a word on when its changes take effect, and rows.
class Section extends VBox {
  final I18n i18n;

  /// @param effect key of the word on when changes take effect; empty for none
  Section(I18n i18n, String titleKey, String effect) {
    this.i18n = i18n;
    getStyleClass().add("section");
    Label title = Actions.label(i18n.bound(titleKey), "section-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap);
    head.getStyleClass().add("section-head");
    if (!effect.isEmpty()) {
      Label word = Actions.label(i18n.bound(effect), "section-effect");
      Tips.explain(word, i18n, effect + ".tip");
      head.getChildren().add(word);
    }
    getChildren().add(head);
  }

  /// A named field, with what is wrong with it below; the tooltip under `<key>.tip` defines it.
  final VBox row(String key, Node field) {
    Label name = Actions.label(i18n.bound(key), "field-name");
    Tips.explain(name, i18n, key + ".tip");
    VBox row = new VBox(name, field);
    if (field instanceof ChoiceField<?> choice) {
      row.getChildren().add(choice.complaint());
    }
    row.getStyleClass().add("field");
    HBox.setHgrow(row, Priority.ALWAYS);
    row.setMinWidth(0);
    return row;
  }

  final HBox pair(Node left, Node right) {
    HBox both = new HBox(left, right);
    both.getStyleClass().add("field-pair");
    if (left instanceof Region one && right instanceof Region two) {
      one.setPrefWidth(100);
      two.setPrefWidth(100);
    }
    return both;
  }
}
