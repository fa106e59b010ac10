package lab.tinynet.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lab.tinynet.spec.Experiment;
import lab.tinynet.ui.text.Language;

/// The parts of the program put together.
final class Wiring implements Tasks {

  @Override
  public void open(Optional<Experiment> start, Language language, Theme theme) {
    throw new NotBuiltYet();
  }

  @Override
  public FinishedRun train(Training training, LongConsumer stepsDone) {
    return HeadlessTraining.run(training, stepsDone);
  }

  @Override
  public byte[] render(Rendering rendering) {
    throw new NotBuiltYet();
  }

  @Override
  public List<BenchCase> bench(Consumer<BenchCase> finished) {
    return StepBench.run(finished);
  }
}
