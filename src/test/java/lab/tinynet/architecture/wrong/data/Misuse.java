package lab.tinynet.architecture.wrong.data;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Everything that no class of `data` may do.
public final class Misuse {
  private Misuse() {}

  static double hiddenRandomness() {
    return Math.random()
        + StrictMath.random()
        + new Random().nextDouble()
        + new Random(1).nextDouble()
        + new SplittableRandom().nextDouble()
        + ThreadLocalRandom.current().nextDouble();
  }

  static void fromAnyThread(Runnable work) {
    Platform.runLater(work);
  }

  static Consumer<Runnable> byReference() {
    return Platform::runLater;
  }

  static double first(INDArray array) {
    return array.getDouble(0);
  }
}
