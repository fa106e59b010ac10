package lab.tinynet.ui.tutoring;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Preset;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;

/// What the tutor's pane shows before there is a question: what it waits for, and a way to make
/// that happen.
final class Waiting extends VBox {
  private static final String QUESTION = "q5";

  Waiting(I18n i18n, List<Preset> presets, Consumer<Preset> wish) {
    getStyleClass().add("waiting");
    setId("tutor-waiting");
    getChildren()
        .addAll(
            Actions.wrapped(i18n.bound("ui.tutor.waiting.title"), "waiting-title"),
            Actions.wrapped(i18n.bound("ui.tutor.waiting.what"), "body-text"),
            Actions.wrapped(i18n.bound("ui.tutor.waiting.how"), "caption"));
    presets.stream()
        .filter(preset -> preset.question().filter(QUESTION::equals).isPresent())
        .findFirst()
        .ifPresent(
            preset -> {
              Button open =
                  Actions.chip(i18n.bound("ui.tutor.waiting.open"), () -> wish.accept(preset));
              open.setId("open-dying");
              getChildren().add(open);
            });
  }
}
