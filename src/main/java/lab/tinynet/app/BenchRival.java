package lab.tinynet.app;

import java.util.Optional;
import lab.tinynet.spec.Experiment;
import lab.tinynet.spec.Matrix;

/// Another library at the same task, for `bench` to measure beside ours.
///
/// The library is a dependency of the tests alone, and so its adapter stands among them and is
/// found by name; a packaged program has neither.
public interface BenchRival {
  /// One step of the library's training, on a batch made beforehand.
  interface Step {
    void fit();
  }

  /// Builds the network of an experiment.
  ///
  /// @param x inputs of the batch, (examples × inputs)
  /// @param y targets of the batch, (examples × outputs)
  Step of(Experiment experiment, Matrix x, Matrix y);

  /// The rival on this class path.
  static Optional<BenchRival> find() {
    try {
      Class<?> rival = Class.forName("lab.tinynet.bench.Dl4jRival");
      return Optional.of((BenchRival) rival.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }
}
