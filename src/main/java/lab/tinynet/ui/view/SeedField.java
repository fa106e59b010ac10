package lab.tinynet.ui.view;

import java.util.Optional;
import java.util.function.LongUnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import org.kordamp.ikonli.material2.Material2AL;

/// The source of all randomness of the run, to be read, typed, or drawn anew.
final class SeedField extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final LabModel model;
  private final TextField field = new TextField();

  /// @param next gives another seed from the present one
  SeedField(LabModel model, I18n i18n, LongUnaryOperator next) {
    this.model = model;
    getStyleClass().add("seed");
    setAlignment(Pos.CENTER_LEFT);
    Label name = Actions.label(i18n.bound("ui.seed"), "caption");
    name.setMinWidth(USE_PREF_SIZE);
    field.setMinWidth(USE_PREF_SIZE);
    field.setId("seed");
    field.setPrefColumnCount(5);
    Tips.explain(field, i18n, "ui.seed.tip");
    Button fresh =
        Actions.icon(
            Material2AL.CASINO,
            i18n.bound("ui.seed.new"),
            () ->
                model.edit(experiment -> experiment.withSeed(next.applyAsLong(experiment.seed()))));
    fresh.setId("new-seed");
    getChildren().addAll(name, field, fresh);
    model.experimentProperty().subscribe(experiment -> show(experiment.seed()));
    field.textProperty().subscribe(text -> field.pseudoClassStateChanged(WRONG, typed().isEmpty()));
    field.setOnAction(event -> apply());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                apply();
              }
            });
  }

  private void show(long seed) {
    if (!field.isFocused() || typed().equals(Optional.of(seed))) {
      field.setText(Long.toString(seed));
    }
  }

  private void apply() {
    typed()
        .ifPresentOrElse(
            seed -> model.edit(experiment -> experiment.withSeed(seed)),
            () -> field.setText(Long.toString(model.experiment().seed())));
  }

  private Optional<Long> typed() {
    try {
      return Optional.of(Long.parseLong(field.getText().strip()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
