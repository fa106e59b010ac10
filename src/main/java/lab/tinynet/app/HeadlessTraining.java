package lab.tinynet.app;

import java.util.List;
import java.util.function.LongConsumer;
import lab.tinynet.engine.Replay;
import lab.tinynet.engine.Trainer;
import lab.tinynet.session.StampedEdit;
import lab.tinynet.spec.Experiment;

/// Trains without a window, as far as it is asked to or until it breaks. As long as edits are still
/// to come a step that breaks is not the end: in the run from which they were taken it was not
/// either.
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
    List<StampedEdit> edits = training.edits().stream().map(Edit::stamped).toList();
    try (Replay replay = Replay.of(training.experiment(), edits, options)) {
      Trainer trainer = replay.trainer();
      boolean goesOn = true;
      while (trainer.stepsDone() < training.steps() && goesOn) {
        boolean updated = replay.step();
        goesOn = updated || replay.editsMade() < edits.size();
        if (trainer.stepsDone() % TELL_EVERY == 0) {
          stepsDone.accept(trainer.stepsDone());
        }
      }
      stepsDone.accept(trainer.stepsDone());
      trainer.measureNow();
      return finished(training, trainer, replay.editsMade());
    }
  }

  private static FinishedRun finished(Tasks.Training training, Trainer trainer, int edits) {
    Experiment experiment = training.experiment();
    return new FinishedRun(
        experiment,
        training.edits().subList(0, edits),
        trainer.log(),
        trainer.divergence().isPresent()
            ? FinishedRun.Outcome.DIVERGED
            : FinishedRun.Outcome.FINISHED,
        trainer.divergence(),
        trainer.weights(),
        trainer.data().task().hasAccuracy(),
        trainer.data().testCount() > 0);
  }
}
