package lab.tinynet.ui.view;

import java.util.Locale;
import lab.tinynet.telemetry.Divergence;
import lab.tinynet.ui.i18n.I18n;

/// Why a run diverged, in a sentence.
public final class DivergenceWords {
  private DivergenceWords() {}

  public static String of(I18n i18n, Divergence cause) {
    String step = String.format(Locale.ROOT, "%,d", cause.step());
    if (cause.quantity() == Divergence.Quantity.LOSS) {
      return i18n.text(
          "ui.diverged.cause.loss", "step", step, "layer", LayerWords.of(i18n, cause.layer()));
    }
    return i18n.text(
        "ui.diverged.cause",
        "step",
        step,
        "layer",
        LayerWords.of(i18n, cause.layer()),
        "quantity",
        i18n.text("ui.quantity." + cause.quantity().json()));
  }
}
