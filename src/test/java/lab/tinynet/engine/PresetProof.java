package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Preset;
import lab.tinynet.spec.Presets;
import lab.tinynet.spec.Promise;
import lab.tinynet.telemetry.PromiseCheck;

/// Runs what presets promise. As a program it prints a line for each promise: on the preset's own
/// seed alone, or with `seeds` on twenty others too.
final class PresetProof {
  /// How many other seeds a promise is tried on.
  static final int OTHER_SEEDS = 20;

  /// A promise with whose it is.
  ///
  /// @param whose the preset's name, and the remedy's after a slash
  record Case(String whose, Experiment experiment, Promise promise) {
    @Override
    public String toString() {
      return whose;
    }
  }

  private PresetProof() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (Preset preset : Presets.all()) {
      preset
          .promise()
          .ifPresent(promise -> cases.add(new Case(preset.name(), preset.experiment(), promise)));
      preset
          .remedies()
          .forEach(
              remedy ->
                  cases.add(
                      new Case(
                          preset.name() + " / " + remedy.title().en(),
                          remedy.experiment(),
                          remedy.promise())));
    }
    return cases;
  }

  static boolean kept(Experiment experiment, Promise promise) {
    try (Trainer trainer = trained(experiment, promise)) {
      return PromiseCheck.kept(promise, trainer.log());
    }
  }

  /// On how many other seeds, the ones after the preset's own, it is kept.
  ///
  /// @param seeds how many are tried
  static int keptOnOthers(Case one, int seeds) {
    int kept = 0;
    for (int i = 1; i <= seeds; i++) {
      if (kept(one.experiment().withSeed(one.experiment().seed() + i), one.promise())) {
        kept++;
      }
    }
    return kept;
  }

  /// What was measured, for a message.
  static String measured(Case one) {
    try (Trainer trainer = trained(one.experiment(), one.promise())) {
      StringBuilder line = new StringBuilder();
      for (Promise.Claim claim : one.promise().claims()) {
        line.append(
            String.format(
                Locale.ROOT,
                " %s %.4g",
                claim.measure().json(),
                PromiseCheck.measured(claim, trainer.log())));
      }
      return line.toString();
    }
  }

  private static Trainer trained(Experiment experiment, Promise promise) {
    Trainer trainer = Trainer.of(experiment);
    boolean going = true;
    while (going && trainer.stepsDone() < promise.by()) {
      going = trainer.step();
    }
    trainer.measureNow();
    return trainer;
  }

  public static void main(String[] arguments) {
    boolean seeds = List.of(arguments).contains("seeds");
    for (Case one : all()) {
      boolean own = kept(one.experiment(), one.promise());
      String others = seeds ? " others " + keptOnOthers(one, OTHER_SEEDS) + "/" + OTHER_SEEDS : "";
      System.out.println((own ? "kept   " : "BROKEN ") + one + others + measured(one));
    }
    System.exit(0);
  }
}
