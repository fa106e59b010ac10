package lab.tinynet.chart.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import lab.tinynet.telemetry.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class StageWorkerTest {
  private final StagePlan plan = new StagePlan(600, 300, 1, Palettes.LIGHT, StageScales.NONE);
  private final Frame frame = new TinyNetwork(7, "relu", "tanh", 2, 4, 1).frame(5, 1);

  private static StageImage await(StageWorker worker) {
    Optional<StageImage> image = worker.poll();
    while (image.isEmpty()) {
      Thread.onSpinWait();
      image = worker.poll();
    }
    return image.get();
  }

  @Test
  void paintsWhatWasAskedForAndReusesThePixels() {
    try (StageWorker worker = new StageWorker()) {
      worker.offer(plan, frame, PointCloud.NONE);
      StageImage first = await(worker);
      int[] expected = plan.paint(frame, PointCloud.NONE, new int[0]).pixels();
      assertThat(Arrays.equals(first.pixels(), expected)).isTrue();
      worker.reuse(first);
      worker.offer(plan, frame, PointCloud.NONE);
      assertThat(await(worker).pixels()).isSameAs(first.pixels());
    }
  }

  @Test
  void aFailureIsHandedOverAndDoesNotEndTheWorker() {
    Frame impossible = new Frame(0, 64, frame.region(), java.util.List.of());
    try (StageWorker worker = new StageWorker()) {
      worker.offer(plan, impossible, PointCloud.NONE);
      assertThatThrownBy(() -> await(worker)).isInstanceOf(RuntimeException.class);
      worker.offer(plan, frame, PointCloud.NONE);
      assertThat(await(worker).frame().step()).isEqualTo(5);
    }
  }
}
