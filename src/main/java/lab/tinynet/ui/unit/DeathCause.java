package lab.tinynet.ui.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import lab.tinynet.chart.Texts;
import lab.tinynet.chart.stage.Figure;
import lab.tinynet.chart.stage.LayerNames;
import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.telemetry.KillingUpdate;

/// Why a unit died, in words. Asks once a death, and says so while there is no answer yet.
final class DeathCause {
  private final Question question;
  private final UnitPlace place;
  private OptionalLong asked = OptionalLong.empty();
  private CompletableFuture<Optional<KillingUpdate>> answer =
      CompletableFuture.completedFuture(Optional.empty());

  /// Finds the killing update, see [lab.tinynet.session.Session#killingUpdate].
  interface Question {
    CompletableFuture<Optional<KillingUpdate>> ask(int layer, int unit, long found);
  }

  DeathCause(Question question, UnitPlace place) {
    this.question = question;
    this.place = place;
  }

  /// @param spans when it was dead, the last one last
  /// @return empty if it never died
  Optional<String> words(List<UnitHistory.Span> spans, UnitInputs inputs, Texts texts) {
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong found = OptionalLong.of(spans.getLast().from());
    if (!found.equals(asked)) {
      asked = found;
      answer = question.ask(place.layer(), place.unit(), found.getAsLong());
    }
    if (found.getAsLong() == 0) {
      return Optional.of(texts.text("ui.unit.death.start"));
    }
    String step = Figure.count(found.getAsLong());
    if (!answer.isDone()) {
      return Optional.of(texts.text("ui.unit.death.looking", "step", step));
    }
    Optional<KillingUpdate> update =
        answer.isCompletedExceptionally() ? Optional.empty() : answer.join();
    List<String> words = new ArrayList<>();
    boolean again = spans.size() > 1;
    if (again) {
      words.add(before(spans, texts));
    }
    update.ifPresentOrElse(
        killer -> tell(killer, again, words, inputs, texts),
        () -> words.add(texts.text("ui.unit.death.unknown", "step", step)));
    return Optional.of(joined(words));
  }

  /// That it was dead before and came back, without which the history would contradict the rest.
  private static String before(List<UnitHistory.Span> spans, Texts texts) {
    int revivals = spans.size() - 1;
    String from = Figure.count(spans.getFirst().from());
    OptionalLong back = spans.get(spans.size() - 2).to();
    String to = back.isPresent() ? Figure.count(back.getAsLong()) : "–";
    return revivals == 1
        ? texts.text("ui.unit.death.before", "from", from, "to", to)
        : texts.text(
            "ui.unit.death.before.often", "from", from, "count", Figure.count(revivals), "to", to);
  }

  private static void tell(
      KillingUpdate update, boolean again, List<String> words, UnitInputs inputs, Texts texts) {
    words.add(
        texts.text(
            again ? "ui.unit.death.again" : "ui.unit.death.update",
            "step",
            Figure.count(update.step()),
            "before",
            Figure.of(update.highestBefore()),
            "after",
            Figure.of(update.highestAfter())));
    double[] before = update.before().weights();
    double[] after = update.after().weights();
    if (before.length == 0) {
      words.add(texts.text("ui.unit.death.above"));
      return;
    }
    int most = 0;
    for (int i = 1; i < before.length; i++) {
      most = Math.abs(after[i] - before[i]) > Math.abs(after[most] - before[most]) ? i : most;
    }
    if (after[most] != before[most]) {
      words.add(
          texts.text(
              "ui.unit.death.weight",
              "name",
              inputs.rowName(most, LayerNames.of(texts, inputs.frame()), texts),
              "before",
              Figure.of(before[most]),
              "after",
              Figure.of(after[most])));
    }
    if (update.before().bias().isPresent() && update.after().bias().isPresent()) {
      words.add(
          texts.text(
              "ui.unit.death.bias",
              "before",
              Figure.of(update.before().bias().getAsDouble()),
              "after",
              Figure.of(update.after().bias().getAsDouble())));
    }
  }

  /// One sentence after the other; Chinese has no space between them.
  private static String joined(List<String> words) {
    return String.join(words.getFirst().endsWith("。") ? "" : " ", words);
  }
}
