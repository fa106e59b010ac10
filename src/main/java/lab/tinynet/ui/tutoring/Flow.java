package lab.tinynet.ui.tutoring;

import java.util.Locale;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lab.tinynet.tutor.Phrase;
import lab.tinynet.tutor.Span;
import lab.tinynet.tutor.Words;

/// A phrase of the tutor as flowing text: emphasis, quoted words and values each in their look.
final class Flow extends TextFlow {
  Flow(Phrase phrase, Words words, String... styleClasses) {
    getStyleClass().add("flow");
    getStyleClass().addAll(styleClasses);
    for (Span span : phrase.render(words)) {
      Text text = new Text(span.text());
      text.getStyleClass().addAll("span", "span-" + span.style().name().toLowerCase(Locale.ROOT));
      getChildren().add(text);
    }
    setAccessibleText(phrase.plain(words));
  }

  /// Plain words, as a person typed them.
  Flow(String plain, String... styleClasses) {
    getStyleClass().add("flow");
    getStyleClass().addAll(styleClasses);
    Text text = new Text(plain);
    text.getStyleClass().add("span");
    getChildren().add(text);
  }
}
