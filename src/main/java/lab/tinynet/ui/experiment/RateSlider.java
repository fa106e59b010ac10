package lab.tinynet.ui.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.scene.control.Slider;
import lab.tinynet.ui.i18n.I18n;
import lab.tinynet.ui.model.LabModel;
import lab.tinynet.ui.view.Tips;

/// The learning rate on a logarithmic slider from 10⁻⁵ to 10. The run goes on with the new rate
/// when the slider is let go; one undo takes the whole drag back.
final class RateSlider extends Slider {
  private static final double LEAST = -5;
  private static final double MOST = 1;

  /// Two digits are as many as a slider can tell apart.
  private static final int DIGITS = 2;

  private boolean showing;

  RateSlider(LabModel model, I18n i18n) {
    super(LEAST, MOST, LEAST);
    setId("rate-slider");
    setBlockIncrement(0.1);
    Tips.explain(this, i18n, "ui.rate.slider.tip");
    accessibleTextProperty().bind(i18n.bound("ui.field.rate"));
    model
        .experimentProperty()
        .subscribe(
            experiment -> {
              double rate = experiment.optimizer().rate();
              if (!isValueChanging()) {
                showing = true;
                setValue(rate > 0 ? Math.clamp(Math.log10(rate), LEAST, MOST) : LEAST);
                showing = false;
              }
            });
    valueProperty()
        .subscribe(
            at -> {
              if (!showing && !isValueChanging()) {
                apply(model);
              }
            });
    valueChangingProperty()
        .subscribe(
            changing -> {
              if (!changing && !showing) {
                apply(model);
              }
            });
  }

  private void apply(LabModel model) {
    double rate = rounded(Math.pow(10, getValue()));
    double shown = model.experiment().optimizer().rate();
    if (rate != rounded(Math.clamp(shown, Math.pow(10, LEAST), Math.pow(10, MOST)))) {
      model.edit(experiment -> experiment.withOptimizer(experiment.optimizer().withRate(rate)));
    }
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
  }
}
