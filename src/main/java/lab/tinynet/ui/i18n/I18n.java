package lab.tinynet.ui.i18n;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import lab.tinynet.chart.Texts;
import lab.tinynet.spec.Problem;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;

/// The words of the window in the language of the moment. Whatever is bound here changes at once
/// when the language does.
public final class I18n implements Texts {
  private final ObjectProperty<Language> language;

  public I18n(Language language) {
    this.language = new SimpleObjectProperty<>(this, "language", language);
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  public Language language() {
    return language.get();
  }

  @Override
  public String text(String key, Object... namesAndValues) {
    return messages().text(key, namesAndValues);
  }

  /// One plain sentence for a problem.
  public String sentence(Problem problem) {
    return messages().sentence(problem);
  }

  /// What is wrong, without the path: for a message that stands at the field itself.
  public String complaint(Problem problem) {
    return messages().sentence(new Problem("", problem.code(), problem.arguments()));
  }

  public Messages messages() {
    return Messages.of(language.get());
  }

  /// A text that follows the language and those of its values that are observable.
  public StringBinding bound(String key, Object... namesAndValues) {
    List<Observable> sources = new ArrayList<>();
    sources.add(language);
    for (Object value : namesAndValues) {
      if (value instanceof Observable observable) {
        sources.add(observable);
      }
    }
    return Bindings.createStringBinding(
        () -> text(key, current(namesAndValues)), sources.toArray(Observable[]::new));
  }

  public void bind(StringProperty target, String key, Object... namesAndValues) {
    target.bind(bound(key, namesAndValues));
  }

  private static Object[] current(Object[] namesAndValues) {
    Object[] values = namesAndValues.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof ObservableValue<?> observable) {
        values[i] = observable.getValue();
      }
    }
    return values;
  }
}
