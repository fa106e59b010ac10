package lab.tinynet.ui.tutoring;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lab.tinynet.tutor.Conversation;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;

/// Where the person answers, or asks for help.
final class AnswerBox extends VBox {
  private final TutorModel model;
  private final TextArea answer = new TextArea();
  private final Button hint;
  private final Button dontKnow;
  private final Button show;
  private boolean composing;

  AnswerBox(TutorModel model, I18n i18n) {
    this.model = model;
    getStyleClass().add("answer-box");
    answer.setId("answer");
    answer.getStyleClass().add("answer");
    answer.setWrapText(true);
    answer.setPrefRowCount(4);
    answer.promptTextProperty().bind(i18n.bound("ui.tutor.prompt"));
    answer.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        event -> composing = !event.getComposed().isEmpty());
    answer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Button submit = Actions.plain(i18n.bound("ui.tutor.submit"), this::submit);
    submit.setId("submit");
    submit.getStyleClass().add("accent");
    submit
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(() -> answer.getText().isBlank(), answer.textProperty()));
    hint = Actions.plain(i18n.bound("ui.tutor.hint"), model::hint);
    hint.setId("hint");
    dontKnow = Actions.plain(i18n.bound("ui.tutor.unknown"), model::dontKnow);
    dontKnow.setId("dont-know");
    show = Actions.plain(i18n.bound("ui.tutor.show"), model::showModelAnswer);
    show.setId("model-answer");
    FlowPane actions =
        new FlowPane(
            Tips.explained(
                submit,
                Bindings.createStringBinding(
                    () ->
                        i18n.text(
                            submit.isDisabled() ? "ui.tutor.submit.empty" : "ui.tutor.submit.tip"),
                    submit.disabledProperty(),
                    i18n.languageProperty())),
            hint,
            dontKnow,
            show);
    actions.getStyleClass().add("tutor-actions");
    getChildren().addAll(answer, actions);
  }

  /// Offers what can be done now, and nothing else.
  void show(Conversation conversation) {
    offer(hint, conversation.canHint());
    offer(dontKnow, conversation.phase() == Conversation.Phase.ASKING);
    offer(show, conversation.canShowModelAnswer());
    answer.setDisable(!conversation.canAnswer());
  }

  void clear() {
    answer.clear();
  }

  private static void offer(Button button, boolean on) {
    button.setVisible(on);
    button.setManaged(on);
  }

  private void pressed(KeyEvent event) {
    boolean sends = event.getCode() == KeyCode.ENTER && event.isShortcutDown();
    if (sends && !composing) {
      event.consume();
      submit();
    }
  }

  private void submit() {
    if (!answer.getText().isBlank()) {
      String text = answer.getText();
      answer.clear();
      model.answer(text);
    }
  }
}
