package lab.tinynet.ui.view;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Says something in passing at the lower edge of the window; takes no focus and no room.
public final class Toast extends StackPane {
  private static final Duration EASE = Duration.millis(160);
  private static final Duration STAYS = Duration.seconds(6);

  private final Label words = new Label();
  private SequentialTransition showing = new SequentialTransition();

  public Toast() {
    getStyleClass().add("toast-layer");
    setMouseTransparent(true);
    setAlignment(Pos.BOTTOM_CENTER);
    words.getStyleClass().add("toast");
    words.setId("toast");
    words.setWrapText(true);
    words.setOpacity(0);
    getChildren().add(words);
  }

  /// @param alarm whether it tells of a failure
  public void say(ObservableValue<String> text, boolean alarm) {
    showing.stop();
    words.textProperty().bind(text);
    words.getStyleClass().removeAll("alarm");
    if (alarm) {
      words.getStyleClass().add("alarm");
    }
    FadeTransition in = new FadeTransition(EASE, words);
    in.setToValue(1);
    FadeTransition out = new FadeTransition(EASE, words);
    out.setToValue(0);
    showing = new SequentialTransition(in, new PauseTransition(STAYS), out);
    showing.play();
  }
}
