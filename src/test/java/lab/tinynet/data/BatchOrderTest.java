package lab.tinynet.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.tinynet.spec.BatchSize;
import org.junit.jupiter.api.Test;

class BatchOrderTest {

  @Test
  void everyEpochVisitsEveryExampleOnceAndKeepsTheSmallerLastBatch() {
    var order = new BatchOrder(5, 10, 4);
    for (int epoch = 0; epoch < 5; epoch++) {
      int[] seen = new int[0];
      int[] sizes = new int[3];
      for (int i = 0; i < 3; i++) {
        sizes[i] = order.prepare(3L * epoch + i);
        int from = order.offset();
        int[] batch = Arrays.copyOfRange(order.indices(), from, from + sizes[i]);
        seen = IntStream.concat(Arrays.stream(seen), Arrays.stream(batch)).toArray();
      }
      assertThat(sizes).containsExactly(4, 4, 2);
      assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
  }

  @Test
  void epochsDifferFromOneAnotherAndSeedsToo() {
    assertThat(batch(new BatchOrder(5, 100, 50), 0))
        .isNotEqualTo(batch(new BatchOrder(5, 100, 50), 2))
        .isNotEqualTo(batch(new BatchOrder(6, 100, 50), 0));
  }

  @Test
  void aStepsBatchDoesNotDependOnWhatWasPreparedBefore() {
    var straight = new BatchOrder(9, 37, 8);
    int[][] batches = new int[40][];
    for (int step = 0; step < 40; step++) {
      batches[step] = batch(straight, step);
    }
    var jumping = new BatchOrder(9, 37, 8);
    for (int step : new int[] {39, 0, 17, 16, 5, 38, 4, 0}) {
      assertThat(batch(jumping, step)).isEqualTo(batches[step]);
    }
  }

  @Test
  void aFullBatchTakesTheExamplesInTheirNaturalOrder() {
    for (BatchOrder order :
        new BatchOrder[] {
          new BatchOrder(1, 6, BatchSize.FULL), new BatchOrder(1, 6, new BatchSize(100))
        }) {
      assertThat(order.prepare(7)).isEqualTo(6);
      assertThat(order.offset()).isZero();
      assertThat(order.indices()).containsExactly(0, 1, 2, 3, 4, 5);
    }
  }

  @Test
  void everyExampleIsAsLikelyAsAnyOtherToComeFirst() {
    int[] first = new int[5];
    for (int epoch = 0; epoch < 10_000; epoch++) {
      var order = new BatchOrder(epoch, 5, 1);
      order.prepare(0);
      first[order.indices()[0]]++;
    }
    for (int count : first) {
      assertThat(count).isBetween(1_850, 2_150);
    }
  }

  private static int[] batch(BatchOrder order, long step) {
    int rows = order.prepare(step);
    return Arrays.copyOfRange(order.indices(), order.offset(), order.offset() + rows);
  }
}
