package lab.tinynet.app;

import java.util.Optional;
import lab.tinynet.engine.Trainer;
import lab.tinynet.session.Deeds;
import lab.tinynet.session.Pace;
import lab.tinynet.session.RunState;
import lab.tinynet.session.StopRule;
import lab.tinynet.session.Timeline;
import lab.tinynet.spec.Presets;
import lab.tinynet.telemetry.Frame;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.LabPicture;

/// Draws what the window would show of a run at a step, without a window.
final class OffScreen {
  private OffScreen() {}

  /// A run that breaks before the step is drawn where it broke, as the window would show it.
  ///
  /// @return the bytes of a PNG file
  static byte[] render(Tasks.Rendering rendering) {
    try (Trainer trainer = Trainer.of(rendering.experiment())) {
      boolean updated = true;
      while (updated && trainer.stepsDone() < rendering.step()) {
        updated = trainer.step();
      }
      Frame frame = trainer.frame(LabPicture.mapCells());
      return LabPicture.render(
              stateOf(trainer),
              frame,
              Tutor.withBuiltInQuestions(),
              Presets.all(),
              new LabPicture.Request(
                  rendering.width(),
                  rendering.height(),
                  rendering.language(),
                  rendering.theme(),
                  rendering.view()))
          .png();
    }
  }

  private static RunState stateOf(Trainer trainer) {
    boolean broken = trainer.divergence().isPresent();
    return new RunState(
        trainer.experiment(),
        broken ? RunState.Phase.DIVERGED : RunState.Phase.PAUSED,
        trainer.stepsDone(),
        trainer.log(),
        trainer.examples(),
        Pace.UNLIMITED,
        trainer.divergence(),
        Timeline.straight(trainer.experiment(), trainer.stepsDone()),
        Deeds.NONE,
        StopRule.NONE,
        Optional.empty(),
        Optional.empty(),
        0);
  }
}
