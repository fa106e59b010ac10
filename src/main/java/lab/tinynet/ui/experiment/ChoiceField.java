package lab.tinynet.ui.experiment;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Problem;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.ExperimentEditor;
import lab.tinynet.ui.view.TextCell;
import lab.tinynet.ui.view.Tips;

/// A choice among the experiment's alternatives.
final class ChoiceField<T> extends ComboBox<T> {
  private boolean showing;

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
    setButtonCell(new TextCell<>(item -> i18n.bound(key.apply(item))));
    model
        .experimentProperty()
        .subscribe(
            experiment -> {
              showing = true;
              setValue(read.apply(experiment));
              showing = false;
            });
    valueProperty()
        .subscribe(
            chosen -> {
              boolean other = chosen != null && !chosen.equals(read.apply(model.experiment()));
              if (!showing && other) {
                model
                    .edit(experiment -> write.apply(experiment, chosen))
                    .ifPresent(problem -> refuse(i18n, problem));
                showing = true;
                setValue(read.apply(model.experiment()));
                showing = false;
              }
            });
  }

  /// What cannot be chosen falls back to what was, and says why beside the field.
  private void refuse(I18n i18n, Problem problem) {
    Tips.say(this, i18n.sentence(problem));
  }
}
