package lab.tinynet.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Weights;
import lab.tinynet.telemetry.ProbeSchedule;
import lab.tinynet.ui.text.Language;
import lab.tinynet.ui.theme.Theme;

/// What the commands have done for them by the rest of the program. All methods throw {@link
/// lab.tinynet.spec.InvalidInput} for what cannot be built from their input.
interface Tasks {

  /// Opens the window and returns when it is closed.
  ///
  /// @param start what to show first; the lab chooses if empty
  /// @param language the remembered one if empty
  /// @param theme the remembered one if empty
  void open(Optional<Experiment> start, Optional<Language> language, Optional<Theme> theme);

  /// Trains without a window.
  ///
  /// @param stepsDone may be told now and then how many steps are done; cheap to call
  FinishedRun train(Training training, LongConsumer stepsDone);

  /// Draws what the window would show.
  ///
  /// @return the bytes of a PNG file
  byte[] render(Rendering rendering) throws IOException;

  /// Measures the time of a training step, beside DL4J's where that is on the class path.
  ///
  /// @param finished is told every case when it has been measured
  List<BenchCase> bench(java.util.function.Consumer<BenchCase> finished);

  /// @param experiment as it stands before the first edit
  /// @param start initial weights, instead of those drawn from the seed
  /// @param edits in the order of their steps
  /// @param steps how many steps to do, ≥ 0
  record Training(
      Experiment experiment,
      Optional<Weights> start,
      List<Edit> edits,
      long steps,
      ProbeSchedule probes) {}

  /// @param step how many updates the state to be drawn has had
  /// @param width in pixels
  /// @param height in pixels
  /// @param view `lab`, `stage`, or `chart:` and a chart's name
  record Rendering(
      Experiment experiment,
      long step,
      int width,
      int height,
      Language language,
      Theme theme,
      String view) {}

  /// Medians of the time of one step.
  ///
  /// @param dl4jMicros empty where DL4J is not on the class path
  /// @param spread half the distance of the quartiles over the median, of the most restless of the
  ///     three
  record BenchCase(
      String name,
      double bareMicros,
      double telemetryMicros,
      OptionalDouble dl4jMicros,
      double spread) {}
}
