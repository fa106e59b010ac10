package lab.tinynet.ui.view;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import lab.tinynet.ui.i18n.I18n;

/// Says on hover what a control means, and why it is disabled.
public final class Tips {
  private static final Duration DELAY = Duration.millis(450);
  private static final Duration STAYS = Duration.seconds(30);

  private static final Duration SAID = Duration.seconds(6);

  private Tips() {}

  /// A tooltip in the language of the moment.
  public static void explain(Node node, I18n i18n, String key, Object... namesAndValues) {
    explain(node, i18n.bound(key, namesAndValues));
  }

  public static void explain(Node node, ObservableValue<String> text) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(text);
    tip.setWrapText(true);
    tip.setMaxWidth(420);
    tip.setShowDelay(DELAY);
    tip.setShowDuration(STAYS);
    Tooltip.install(node, tip);
    node.setAccessibleHelp(text.getValue());
  }

  /// A wrapping that speaks for a control while that is disabled: a disabled control gets no mouse.
  public static StackPane explained(Node control, ObservableValue<String> text) {
    StackPane wrapping = new StackPane(control);
    wrapping.getStyleClass().add("explained");
    explain(wrapping, text);
    return wrapping;
  }

  /// Says something beside a control at once, for as long as it takes to read it.
  public static void say(Node node, String text) {
    Bounds place = node.localToScreen(node.getBoundsInLocal());
    if (place == null) {
      return;
    }
    Tooltip tip = new Tooltip(text);
    tip.getStyleClass().add("refusal");
    tip.setWrapText(true);
    tip.setMaxWidth(420);
    tip.setAutoHide(true);
    tip.show(node, place.getMinX(), place.getMaxY() + 4);
    PauseTransition read = new PauseTransition(SAID);
    read.setOnFinished(_ -> tip.hide());
    read.play();
  }
}
