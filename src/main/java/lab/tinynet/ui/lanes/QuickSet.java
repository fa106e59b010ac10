package lab.tinynet.ui.lanes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.tinynet.spec.Experiment;

/// Lanes that are often wanted. The first lane is always the present experiment; what it is already
/// is not offered again.
enum QuickSet {
  ACTIVATIONS(Aspect.ACTIVATION),
  RATES(Aspect.RATE),
  CLIPPING(Aspect.CLIP),
  INITIALIZATIONS(Aspect.INITIALIZATION);

  private final Aspect aspect;

  QuickSet(Aspect aspect) {
    this.aspect = aspect;
  }

  /// The last word of its keys.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether its name is what its lanes have, one after the other.
  boolean named() {
    return this == ACTIVATIONS || this == INITIALIZATIONS;
  }

  /// The lanes; empty where the experiment has nothing that could differ so.
  Optional<LaneDraft> draft(Experiment experiment) {
    if (!aspect.applies(experiment)) {
      return Optional.empty();
    }
    String now = aspect.present(experiment).orElse("");
    List<String> others =
        set(experiment, now).stream().filter(value -> !value.equals(now)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LaneDraft(
                experiment, 1 + others.size(), List.of(new LaneDraft.Row(aspect, others))));
  }

  private List<String> set(Experiment experiment, String now) {
    return switch (this) {
      case ACTIVATIONS -> List.of("sigmoid", "tanh", "relu");
      case RATES -> rates(experiment.optimizer().rate());
      case CLIPPING -> List.of(now.equals(Aspect.NONE) ? "1" : Aspect.NONE);
      case INITIALIZATIONS -> List.of("he-normal", "xavier-normal", "normal");
    };
  }

  private static List<String> rates(double now) {
    BigDecimal rate = BigDecimal.valueOf(now);
    return rate.signum() == 0
        ? List.of()
        : List.of(
            rate.movePointLeft(1).stripTrailingZeros().toPlainString(),
            rate.movePointRight(1).stripTrailingZeros().toPlainString());
  }
}
