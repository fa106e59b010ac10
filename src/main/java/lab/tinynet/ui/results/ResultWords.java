package lab.tinynet.ui.results;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lab.tinynet.spec.DataSpec;
import lab.tinynet.spec.Preset;
import lab.tinynet.ui.i18n.I18n;

/// Says what stands in a row, in the language of the moment.
final class ResultWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final String NOTHING = "–";

  private final I18n i18n;
  private final List<Preset> presets;

  ResultWords(I18n i18n, List<Preset> presets) {
    this.i18n = i18n;
    this.presets = List.copyOf(presets);
  }

  String name(RunResult result) {
    return result
        .preset()
        .flatMap(name -> presets.stream().filter(preset -> preset.name().equals(name)).findFirst())
        .map(
            preset ->
                switch (i18n.language()) {
                  case ZH -> preset.title().zh();
                  case EN -> preset.title().en();
                })
        .orElseGet(() -> result.name().isBlank() ? i18n.text("ui.strip.unnamed") : result.name());
  }

  /// `2-8-8-1 ReLU`.
  String network(RunResult result) {
    String activations =
        result.activations().stream()
            .map(kind -> known("ui.activation.", kind))
            .collect(Collectors.joining("/"));
    return (result.units() + " " + activations).strip();
  }

  String data(RunResult result) {
    boolean generated = DataSpec.Shape.named(result.data()).isPresent();
    return generated
        ? i18n.text("ui.data." + result.data())
        : known("ui.results.data.", result.data());
  }

  String optimizer(RunResult result) {
    return known("ui.optimizer.", result.optimizer());
  }

  /// A word of a file that a newer version may have written.
  private String known(String prefix, String word) {
    return i18n.messages().has(prefix + word) ? i18n.text(prefix + word) : word;
  }

  String outcome(RunResult result) {
    return result.diverged().isPresent()
        ? i18n.text("ui.results.diverged", "step", grouped(result.diverged().getAsLong()))
        : i18n.text("ui.results.finished");
  }

  static String dead(RunResult result) {
    return result.mortal() == 0 ? NOTHING : result.dead() + " / " + result.mortal();
  }

  static String loss(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.3g", value.getAsDouble()) : NOTHING;
  }

  static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f%%", 100 * share.getAsDouble())
        : NOTHING;
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String when(RunResult result) {
    return TIME.format(result.when().atZone(ZoneId.systemDefault()));
  }
}
