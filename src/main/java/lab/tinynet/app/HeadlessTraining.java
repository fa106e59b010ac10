package lab.tinynet.app;

import java.util.Optional;
import java.util.function.LongConsumer;
import lab.tinynet.engine.Trainer;
import lab.tinynet.spec.Experiment;

/// Trains without a window, as far as it is asked to or until it breaks.
final class HeadlessTraining {
  /// Progress is told after so many steps.
  private static final long TELL_EVERY = 256;

  private HeadlessTraining() {}

  static FinishedRun run(Tasks.Training training, LongConsumer stepsDone) {
    Trainer.Options options =
        Trainer.Options.USUAL
            .withExactSteps(Math.max(1, training.steps()))
            .withSchedule(training.probes());
    if (training.start().isPresent()) {
      options = options.withWeights(training.start().get());
    }
    try (Trainer trainer = Trainer.of(training.experiment(), options)) {
      Optional<FinishedRun.Outcome> ended = Optional.empty();
      int nextEdit = 0;
      while (trainer.stepsDone() < training.steps() && ended.isEmpty()) {
        while (nextEdit < training.edits().size()
            && training.edits().get(nextEdit).step() <= trainer.stepsDone()) {
          trainer.change(training.edits().get(nextEdit).experiment());
          nextEdit++;
        }
        if (!trainer.step()) {
          ended = Optional.of(FinishedRun.Outcome.DIVERGED);
        }
        if (trainer.stepsDone() % TELL_EVERY == 0) {
          stepsDone.accept(trainer.stepsDone());
        }
      }
      stepsDone.accept(trainer.stepsDone());
      trainer.measureNow();
      return finished(training, trainer, ended.orElse(FinishedRun.Outcome.FINISHED), nextEdit);
    }
  }

  private static FinishedRun finished(
      Tasks.Training training, Trainer trainer, FinishedRun.Outcome outcome, int edits) {
    Experiment experiment = training.experiment();
    return new FinishedRun(
        experiment,
        training.edits().subList(0, edits),
        trainer.log(),
        outcome,
        trainer.divergence(),
        trainer.weights(),
        trainer.data().task().hasAccuracy(),
        trainer.data().testCount() > 0);
  }
}
