package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.Test;

/// What a repaint of a large network costs: on the JavaFX thread, and on the thread that paints.
final class StageSpeedTest {
  private static final int ROUNDS = 120;

  @Test
  void aRepaintOfALargeNetworkIsCheap() throws Exception {
    PointCloud cloud = TinyNetwork.spiral(1, 400, 1);
    TinyNetwork network = new TinyNetwork(2, "relu", "tanh", 2, 32, 32, 32, 32, 1);
    Frame frame = network.frame(0, 1);
    StagePlan plan = new StagePlan(1100, 520, 1, Palettes.LIGHT, StageScales.NONE);
    StageImage[] image = {plan.paint(frame, cloud, new int[0])};
    double paint = median(() -> image[0] = plan.paint(frame, cloud, image[0].pixels()));
    double show =
        Screen.onFxThread(
            () -> {
              StageView view = Screen.stage(Palettes.LIGHT, StageTexts.EN, 1100, 520);
              return median(() -> view.show(image[0]));
            });
    System.out.printf("stage, 2-32x4-1 at 1100×520: show %.2f ms, paint %.2f ms%n", show, paint);
    assertThat(show).as("milliseconds on the JavaFX thread").isLessThan(4);
    assertThat(paint).as("milliseconds on the painter's thread").isLessThan(60);
  }

  private static double median(Runnable work) {
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      work.run();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times, ROUNDS / 2, ROUNDS);
    return times[ROUNDS * 3 / 4];
  }
}
