package lab.tinynet.ui.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import lab.tinynet.session.Pace;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.text.Messages;

/// How fast training goes: a slider from one step a second to as fast as the machine can.
public final class PaceChoice extends HBox {
  /// From slow to as fast as it goes.
  public static final List<Pace> PACES =
      List.of(
          new Pace(1),
          new Pace(3),
          new Pace(10),
          new Pace(30),
          new Pace(100),
          new Pace(300),
          new Pace(1000),
          Pace.UNLIMITED);

  private boolean showing;

  /// @param pace as it is
  /// @param set changes it
  /// @param id of the slider
  public PaceChoice(ObservableValue<Pace> pace, Consumer<Pace> set, I18n i18n, String id) {
    getStyleClass().add("pace");
    setAlignment(Pos.CENTER_LEFT);
    Slider slider = new Slider(0, PACES.size() - 1.0, nearest(pace.getValue()));
    slider.setId(id);
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    Label name = Actions.label(i18n.bound("ui.pace"), "caption");
    name.setMinWidth(USE_PREF_SIZE);
    Label value = new Label();
    value.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("pace-value");
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(i18n.language(), PACES.get(index(slider.getValue()))),
                slider.valueProperty(),
                i18n.languageProperty()));
    getChildren().addAll(name, slider, value);
    Tips.explain(this, i18n, "ui.pace.tip");
    slider
        .valueProperty()
        .map(at -> index(at.doubleValue()))
        .subscribe(
            at -> {
              boolean other = at != nearest(pace.getValue());
              if (!showing && other) {
                set.accept(PACES.get(at));
              }
            });
    pace.subscribe(
        now -> {
          if (!slider.isValueChanging() && !slider.isPressed()) {
            showing = true;
            slider.setValue(nearest(now));
            showing = false;
          }
        });
  }

  private static int index(double value) {
    return (int) Math.rint(value);
  }

  private static int nearest(Pace pace) {
    for (int i = 0; i < PACES.size(); i++) {
      if (pace.stepsPerSecond() <= PACES.get(i).stepsPerSecond()) {
        return i;
      }
    }
    return PACES.size() - 1;
  }

  /// How a pace is called.
  public static String words(Language language, Pace pace) {
    Messages messages = Messages.of(language);
    return pace.unlimited()
        ? messages.text("ui.pace.unlimited")
        : messages.text(
            pace.stepsPerSecond() == 1 ? "ui.pace.one" : "ui.pace.value",
            "steps",
            Math.round(pace.stepsPerSecond()));
  }
}
