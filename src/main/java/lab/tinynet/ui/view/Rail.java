package lab.tinynet.ui.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lab.tinynet.ui.i18n.I18n;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The experiment panel folded to a strip; any of its icons opens it.
final class Rail extends VBox {
  Rail(I18n i18n, Runnable open) {
    getStyleClass().addAll("panel", "rail");
    setAlignment(Pos.TOP_CENTER);
    getChildren()
        .addAll(
            icon(i18n, Material2MZ.SCATTER_PLOT, "ui.section.data", "rail-data", open),
            icon(i18n, Material2AL.ACCOUNT_TREE, "ui.section.network", "rail-network", open),
            icon(i18n, Material2MZ.TUNE, "ui.section.training", "rail-training", open),
            icon(i18n, Material2AL.FAVORITE_BORDER, "ui.section.health", "rail-health", open));
  }

  private static Button icon(I18n i18n, Ikon icon, String key, String id, Runnable open) {
    Button button = Actions.icon(icon, i18n.bound(key), open);
    button.setId(id);
    return button;
  }
}
