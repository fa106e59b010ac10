package lab.tinynet.ui.experiment;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lab.tinynet.session.Command;
import lab.tinynet.session.StopRule;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Actions;
import lab.tinynet.ui.view.Tips;

/// When training pauses by itself: at a step, at a loss, at an accuracy. A divergence always ends
/// it.
final class StopSection extends Section {
  private final LabModel model;

  StopSection(LabModel model, I18n i18n) {
    super(i18n, "ui.section.stop", "ui.effect.live");
    this.model = model;
    getChildren()
        .addAll(
            row(
                "step",
                "1000",
                rule ->
                    rule.step().isPresent()
                        ? OptionalDouble.of((double) rule.step().getAsLong())
                        : OptionalDouble.empty(),
                (rule, value) ->
                    rule.withStep(
                        value.isPresent()
                            ? OptionalLong.of((long) value.getAsDouble())
                            : OptionalLong.empty()),
                value -> value >= 1 && value <= 1e15 && value == Math.rint(value)),
            row(
                "loss",
                "0.01",
                StopRule::loss,
                StopRule::withLoss,
                value -> value >= 0 && Double.isFinite(value)),
            row(
                "accuracy",
                "0.95",
                StopRule::accuracy,
                StopRule::withAccuracy,
                value -> value > 0 && value <= 1),
            Actions.wrapped(i18n.bound("ui.stop.divergence"), "caption"));
  }

  private HBox row(
      String name,
      String usual,
      Function<StopRule, OptionalDouble> read,
      BiFunction<StopRule, OptionalDouble, StopRule> write,
      Function<Double, Boolean> allowed) {
    CheckBox on = new CheckBox();
    on.setId("stop-" + name);
    on.textProperty().bind(i18n.bound("ui.stop." + name));
    Tips.explain(on, i18n, "ui.stop." + name + ".tip");
    TextField field = new TextField(usual);
    field.setId("stop-" + name + "-value");
    field.setPrefColumnCount(5);
    field.accessibleTextProperty().bind(i18n.bound("ui.stop." + name));
    field.disableProperty().bind(on.selectedProperty().not());
    Runnable apply =
        () -> {
          OptionalDouble value = parsed(field.getText());
          boolean right = value.isPresent() && allowed.apply(value.getAsDouble());
          field.pseudoClassStateChanged(NumberField.WRONG, on.isSelected() && !right);
          StopRule now = model.state().stop();
          OptionalDouble wanted = on.isSelected() && right ? value : OptionalDouble.empty();
          if (!read.apply(now).equals(wanted)) {
            model.submit(new Command.SetStop(write.apply(now, wanted)));
          }
        };
    on.setOnAction(_ -> apply.run());
    field.setOnAction(_ -> apply.run());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                apply.run();
              }
            });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(on, gap, field);
    row.getStyleClass().add("stop-row");
    return row;
  }

  private static OptionalDouble parsed(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text.strip()));
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
