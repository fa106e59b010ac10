package lab.tinynet.ui.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEditor;
import lab.tinynet.ui.view.TextCell;

/// A choice among the experiment's alternatives. One that cannot be had is not made: the field goes
/// back to what is, and [#complaint] says why.
final class ChoiceField<T> extends ComboBox<T> {
  private final ObjectProperty<Optional<Refusal>> refusal =
      new SimpleObjectProperty<>(Optional.empty());
  private final Label complaint = new Label();
  private boolean showing;

  /// @param choice key of the name of what was chosen
  private record Refusal(String choice, Problem problem) {}

  /// @param key the key of an alternative's name
  ChoiceField(
      ExperimentEditor model,
      I18n i18n,
      String id,
      List<T> alternatives,
      Function<T, String> key,
      Function<Experiment, T> read,
      BiFunction<Experiment, T, Experiment> write) {
    setId(id);
    setMaxWidth(Double.MAX_VALUE);
    getItems().setAll(alternatives);
    setCellFactory(list -> new TextCell<>(item -> i18n.bound(key.apply(item))));
    setButtonCell(new TextCell<>(item -> i18n.bound(key.apply(item)), promptTextProperty()));
    complaint.setId(id + "-complaint");
    complaint.getStyleClass().add("complaint");
    complaint.setWrapText(true);
    complaint.setMinHeight(USE_PREF_SIZE);
    complaint
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> refusal.get().map(wrong -> words(i18n, wrong)).orElse(""),
                refusal,
                i18n.languageProperty()));
    complaint.visibleProperty().bind(refusal.map(Optional::isPresent));
    complaint.managedProperty().bind(complaint.visibleProperty());
    model
        .experimentProperty()
        .subscribe(
            experiment -> {
              refusal.set(Optional.empty());
              show(read.apply(experiment));
            });
    valueProperty()
        .subscribe(
            chosen -> {
              boolean other = chosen != null && !chosen.equals(read.apply(model.experiment()));
              if (!showing && other) {
                Optional<Problem> problem = model.edit(before -> write.apply(before, chosen));
                refusal.set(problem.map(why -> new Refusal(key.apply(chosen), why)));
                show(read.apply(model.experiment()));
              }
            });
  }

  /// Says why what was chosen cannot be had; takes no room otherwise.
  Label complaint() {
    return complaint;
  }

  private void show(T value) {
    showing = true;
    setValue(value);
    showing = false;
  }

  private static String words(I18n i18n, Refusal refusal) {
    return i18n.text(
        "ui.choice.refused",
        "choice",
        i18n.text(refusal.choice()),
        "problem",
        i18n.sentence(refusal.problem()));
  }
}
