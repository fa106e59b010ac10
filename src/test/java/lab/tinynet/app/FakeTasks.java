package lab.tinynet.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.RunLog;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// Does nothing, and remembers what it was asked for.
class FakeTasks implements Tasks {
  final List<Object> asked = new ArrayList<>();

  record Opened(Optional<Experiment> start, Optional<Language> language, Optional<Theme> theme) {}

  @Override
  public void open(Optional<Experiment> start, Optional<Language> language, Optional<Theme> theme) {
    asked.add(new Opened(start, language, theme));
  }

  @Override
  public FinishedRun train(Training training, LongConsumer stepsDone) {
    asked.add(training);
    return new FinishedRun(
        training.experiment(),
        training.edits(),
        new RunLog(List.of()),
        FinishedRun.Outcome.FINISHED,
        Optional.empty(),
        new Weights(List.of()),
        true,
        true);
  }

  @Override
  public byte[] render(Rendering rendering) {
    asked.add(rendering);
    return new byte[] {1, 2, 3};
  }

  @Override
  public List<BenchCase> bench(Consumer<BenchCase> finished) {
    List<BenchCase> cases =
        List.of(
            new BenchCase("2-4-2-1 b10", 2, 2.5, OptionalDouble.of(1000), 0.03),
            new BenchCase("2-8-8-1 b10", 4, 5, OptionalDouble.empty(), 0.1));
    cases.forEach(finished);
    return cases;
  }
}
