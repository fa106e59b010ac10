package lab.tinynet.engine;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import lab.tinynet.telemetry.KillingUpdate;
import lab.tinynet.telemetry.LayerInfo;

/// Why units died: asked by anybody, answered by the trainer thread between two steps.
final class DeathQuestions {
  private final Queue<Question> asked = new ConcurrentLinkedQueue<>();

  private record Question(
      int layer, int unit, long found, CompletableFuture<Optional<KillingUpdate>> answer) {}

  CompletableFuture<Optional<KillingUpdate>> ask(int layer, int unit, long found) {
    Question question = new Question(layer, unit, found, new CompletableFuture<>());
    asked.add(question);
    return question.answer();
  }

  void answer(TimelineRun run) {
    for (Question next = asked.poll(); next != null; next = asked.poll()) {
      List<LayerInfo> layers = run.log().layers();
      boolean there =
          next.layer() < layers.size() && next.unit() < layers.get(next.layer()).units();
      next.answer()
          .complete(there ? run.death(next.layer(), next.unit(), next.found()) : Optional.empty());
    }
  }
}
