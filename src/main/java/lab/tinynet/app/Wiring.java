package lab.tinynet.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lab.tinynet.engine.EngineSessions;
import lab.tinynet.session.KeptSessions;
import lab.tinynet.session.SessionStore;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Limits;
import lab.tinynet.spec.Presets;
import lab.tinynet.tutor.Tutor;
import lab.tinynet.ui.LabSetup;
import lab.tinynet.ui.LabWindow;
import lab.tinynet.ui.capture.CaptureTarget;
import lab.tinynet.ui.file.FilePlaces;
import lab.tinynet.ui.settings.FileSettings;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// The parts of the program put together.
final class Wiring implements Tasks {

  @Override
  public void open(Optional<Experiment> start, Optional<Language> language, Optional<Theme> theme) {
    KeptSessions sessions = new KeptSessions(new EngineSessions(), SessionStore.ofUser());
    // Who asks for an experiment gets it; what was interrupted waits for another start.
    Optional<SessionStore.Recovered> recovered =
        start.isEmpty() ? sessions.recover() : Optional.empty();
    LabSetup setup =
        new LabSetup(
            sessions,
            new EngineSessions(),
            Presets.all(),
            recovered,
            start,
            language,
            theme,
            FileSettings.ofUser(),
            SessionStore.dataOfUser().resolve("results.json"),
            Tutor::withBuiltInQuestions,
            i18n -> CaptureTarget.dialogue(i18n.bound("ui.capture.dialog")),
            FilePlaces::dialogues,
            Wiring::nextSeed,
            true);
    Toolkit.runWindow(stage -> LabWindow.open(stage, setup));
  }

  private static long nextSeed(long seed) {
    return seed >= Limits.SEED.max() ? 0 : seed + 1;
  }

  @Override
  public FinishedRun train(Training training, LongConsumer stepsDone) {
    return HeadlessTraining.run(training, stepsDone);
  }

  @Override
  public byte[] render(Rendering rendering) {
    return OffScreen.render(rendering);
  }

  @Override
  public List<BenchCase> bench(Consumer<BenchCase> finished) {
    return StepBench.run(finished);
  }
}
