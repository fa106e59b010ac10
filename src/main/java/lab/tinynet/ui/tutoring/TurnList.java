package lab.tinynet.ui.tutoring;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Experiment;
import lab.tinynet.tutor.Chip;
import lab.tinynet.tutor.Conversation;
import lab.tinynet.tutor.Turn;
import lab.tinynet.tutor.Words;
import lab.tinynet.ui.view.Actions;

/// What has been said since the question, and under the last of it what can be tried.
final class TurnList extends VBox {
  private final Words words;
  private final Consumer<Chip> attempt;

  TurnList(Words words, Consumer<Chip> attempt) {
    this.words = words;
    this.attempt = attempt;
    getStyleClass().add("turns");
    setId("turns");
  }

  void show(Conversation conversation, Experiment running) {
    getChildren().clear();
    List<Turn> turns = conversation.turns();
    for (int i = 0; i < turns.size(); i++) {
      boolean last = i == turns.size() - 1;
      getChildren()
          .add(
              switch (turns.get(i)) {
                case Turn.StudentSays(String text, _) -> new Flow(text, "turn-person");
                case Turn.StudentChooses(var text) -> new Flow(text, words, "turn-chose");
                case Turn.TutorSays(List<Turn.Line> lines) -> said(lines, last);
              });
    }
    List<Chip> chips = conversation.chips(running);
    if (!chips.isEmpty()) {
      last().getChildren().add(chips(chips));
    }
  }

  /// Where the chips go: into the tutor's last words.
  private VBox last() {
    return !getChildren().isEmpty() && getChildren().getLast() instanceof VBox card ? card : this;
  }

  private Node said(List<Turn.Line> lines, boolean last) {
    VBox card = new VBox();
    card.getStyleClass().add(last ? "feedback" : "turn-tutor");
    for (Turn.Line line : lines) {
      card.getChildren()
          .add(
              new Flow(
                  line.text(),
                  words,
                  "line",
                  "line-" + line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
    return card;
  }

  private FlowPane chips(List<Chip> chips) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("chips");
    for (Chip chip : chips) {
      Button button =
          Actions.chip(
              new ReadOnlyStringWrapper(chip.label().plain(words)), () -> attempt.accept(chip));
      button.setId("remedy-" + chip.remedy());
      row.getChildren().add(button);
    }
    return row;
  }
}
