package lab.tinynet.ui.tutoring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Preset;
import lab.tinynet.tutor.Conversation;
import lab.tinynet.tutor.Words;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import org.kordamp.ikonli.material2.Material2AL;

/// The tutor beside the charts: the question, why it is asked, what was said, and where to answer.
public final class TutorPane extends VBox {
  private final LabModel lab;
  private final TutorModel model;
  private final I18n i18n;
  private final Words words;
  private final Label head = new Label();
  private final Waiting waiting;
  private final VBox question = new VBox();
  private final TurnList turns;
  private final ScrollPane scroll;
  private final AnswerBox answer;
  private final Button away;
  private int said;

  public TutorPane(
      LabModel lab,
      TutorModel model,
      I18n i18n,
      List<Preset> presets,
      java.util.function.Consumer<Preset> open) {
    this.lab = lab;
    this.model = model;
    this.i18n = i18n;
    this.words = new TutorWords(i18n);
    getStyleClass().addAll("panel", "tutor");
    setId("tutor");
    head.getStyleClass().add("section-title");
    waiting = new Waiting(i18n, presets, open);
    question.getStyleClass().add("question-card");
    question.setId("question");
    turns = new TurnList(words, model::attempt);
    answer = new AnswerBox(model, i18n);
    VBox content = new VBox(question, turns);
    content.getStyleClass().add("tutor-content");
    scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    content
        .heightProperty()
        .subscribe(
            height -> {
              scroll.setPrefViewportHeight(height.doubleValue());
              follow();
            });
    away = Actions.icon(Material2AL.CLOSE, i18n.bound("ui.tutor.away"), model::putAway);
    away.setId("put-away");
    away.getStyleClass().add("flat");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox top = new HBox(head, space, away);
    top.getStyleClass().add("tutor-head");
    getChildren().addAll(top, waiting, scroll, answer);
    model.conversationProperty().subscribe(now -> show());
    i18n.languageProperty().subscribe(language -> show());
    lab.experimentProperty().subscribe(experiment -> show());
  }

  /// Shows the conversation as it stands.
  private void show() {
    Optional<Conversation> conversation = model.conversationProperty().get();
    boolean asked = conversation.isPresent();
    only(waiting, !asked);
    only(scroll, asked);
    only(answer, asked);
    only(away, asked);
    if (conversation.isEmpty()) {
      head.setText(i18n.text("ui.tutor.title"));
      said = 0;
      answer.clear();
      return;
    }
    Conversation now = conversation.get();
    head.setText(
        i18n.text("ui.tutor.pinned", "step", String.format(Locale.ROOT, "%,d", now.step())));
    question
        .getChildren()
        .setAll(new Flow(now.stem(), words, "question"), new Flow(now.why(), words, "why"));
    turns.show(now, lab.experiment());
    answer.show(now);
    if (now.turns().size() != said) {
      said = now.turns().size();
      scroll.applyCss();
      scroll.layout();
      follow();
    }
  }

  /// Keeps the newest words in sight, once there are any.
  private void follow() {
    scroll.setVvalue(said == 0 ? 0 : 1);
  }

  private static void only(javafx.scene.Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
