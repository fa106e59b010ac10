package lab.tinynet.ui.experiment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEditor;

/// A number of the experiment. What is typed is checked at every key and, if it is wrong, said
/// below the field; it is applied by Enter or by leaving the field. A wrong number is never
/// applied: the experiment goes on with the last valid one.
final class NumberField extends VBox {
  static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final ExperimentEditor model;
  private final ToDoubleFunction<Experiment> read;
  private final BiFunction<Experiment, Double, Experiment> write;
  private final boolean whole;
  private final TextField field = new TextField();
  private final Label message = new Label();
  private final ObjectProperty<Optional<Complaint>> complaint =
      new SimpleObjectProperty<>(Optional.empty());

  /// What is wrong with the text.
  private sealed interface Complaint {
    record NoNumber() implements Complaint {}

    record NotWhole() implements Complaint {}

    record Refused(Problem problem) implements Complaint {}
  }

  /// @param whole whether only whole numbers make sense
  NumberField(
      ExperimentEditor model,
      I18n i18n,
      String id,
      boolean whole,
      ToDoubleFunction<Experiment> read,
      BiFunction<Experiment, Double, Experiment> write) {
    this.model = model;
    this.read = read;
    this.write = write;
    this.whole = whole;
    getStyleClass().add("number-field");
    field.setId(id);
    field.setPrefColumnCount(5);
    message.getStyleClass().add("complaint");
    message.setWrapText(true);
    message.visibleProperty().bind(complaint.map(Optional::isPresent));
    message.managedProperty().bind(message.visibleProperty());
    message
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> complaint.get().map(wrong -> words(i18n, wrong)).orElse(""),
                complaint,
                i18n.languageProperty()));
    getChildren().addAll(field, message);
    complaint.subscribe(now -> field.pseudoClassStateChanged(WRONG, now.isPresent()));
    field.textProperty().subscribe(text -> check());
    field.setOnAction(event -> apply());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                apply();
              }
            });
    model.experimentProperty().subscribe(experiment -> show());
  }

  TextField field() {
    return field;
  }

  /// Shows the experiment's number, unless the person is typing another one.
  private void show() {
    double value = read.applyAsDouble(model.experiment());
    OptionalDouble typed = typed();
    boolean typing = field.isFocused() && !field.getText().isBlank();
    boolean same = typed.isPresent() && typed.getAsDouble() == value;
    if (!same && !typing) {
      field.setText(written(value));
    }
  }

  private void check() {
    complaint.set(wrong());
  }

  private Optional<Complaint> wrong() {
    OptionalDouble value = typed();
    if (value.isEmpty()) {
      return field.getText().isEmpty() && !field.isFocused()
          ? Optional.empty()
          : Optional.of(new Complaint.NoNumber());
    }
    double number = value.getAsDouble();
    if (whole && number != Math.rint(number)) {
      return Optional.of(new Complaint.NotWhole());
    }
    if (number == read.applyAsDouble(model.experiment())) {
      return Optional.empty();
    }
    return model.check(experiment -> write.apply(experiment, number)).map(Complaint.Refused::new);
  }

  private void apply() {
    check();
    OptionalDouble value = typed();
    if (value.isPresent() && complaint.get().isEmpty()) {
      model
          .edit(experiment -> write.apply(experiment, value.getAsDouble()))
          .ifPresent(problem -> complaint.set(Optional.of(new Complaint.Refused(problem))));
    }
  }

  private OptionalDouble typed() {
    try {
      double value = Double.parseDouble(field.getText().strip());
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  private static String words(I18n i18n, Complaint complaint) {
    return switch (complaint) {
      case Complaint.NoNumber() -> i18n.text("ui.complaint.number");
      case Complaint.NotWhole() -> i18n.text("ui.complaint.whole");
      case Complaint.Refused(Problem problem) -> i18n.complaint(problem);
    };
  }

  /// The shortest way to write the number without an exponent.
  static String written(double value) {
    if (Math.abs(value) >= 1e12 || (value != 0 && Math.abs(value) < 1e-9)) {
      return Double.toString(value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
