package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
  @Test
  void theyThinWithAgeAndStayWithinTheirBound() {
    Checkpoints checkpoints = new Checkpoints(at(0, 10));
    long head = 0;
    for (int i = 1; i <= 200_000; i++) {
      head += Checkpoints.SPACING;
      assertThat(checkpoints.due(head)).isTrue();
      assertThat(checkpoints.due(head - 1)).isFalse();
      checkpoints.add(at(head, 10));
      if (i % 20_000 == 0) {
        assertThat(checkpoints.size()).isEqualTo(Checkpoints.MOST);
        assertThat(checkpoints.before(0).step()).isZero();
        assertThat(checkpoints.before(head).step()).isEqualTo(head);
        for (long age = 1; age <= head; age += 1 + age / 7) {
          long way = head - age - checkpoints.before(head - age).step();
          assertThat((double) way)
              .as("way to the step %d before %d", age, head)
              .isLessThanOrEqualTo(Math.max(2 * Checkpoints.SPACING, 0.25 * age));
        }
      }
    }
  }

  @Test
  void largeOnesAreFewerButNeverNone() {
    int numbers = (int) (Checkpoints.MOST_BYTES / 8 / 10);
    Checkpoints checkpoints = new Checkpoints(at(0, numbers));
    Snapshot large = at(0, numbers);
    for (int i = 1; i <= 100; i++) {
      checkpoints.add(
          new Snapshot(
              i * 256L, 0, 1, large.now(), Optional.empty(), 0, 0, Optional.empty(), large.dead()));
    }
    assertThat(checkpoints.bytes()).isBetween(1L, Checkpoints.MOST_BYTES);
    assertThat(checkpoints.size()).isEqualTo(10);
    assertThat(checkpoints.before(100 * 256).step()).isEqualTo(100 * 256);
  }

  @Test
  void aBranchTakesThoseBeforeIt() {
    Checkpoints checkpoints = new Checkpoints(at(0, 1));
    for (int i = 1; i <= 10; i++) {
      checkpoints.add(at(i * 256L, 1));
    }
    Checkpoints branch = checkpoints.continuedFrom(1_500);
    assertThat(branch.size()).isEqualTo(6);
    assertThat(branch.before(10_000).step()).isEqualTo(1_280);
    branch.add(at(1_536, 1));
    assertThat(checkpoints.size()).isEqualTo(11);
  }

  private static Snapshot at(long step, int numbers) {
    double[] none = {};
    Snapshot.State state =
        new Snapshot.State(new double[numbers], none, new Snapshot.Memory("sgd", 0, none, none));
    return new Snapshot(
        step, 0, 1, state, Optional.empty(), 0, 0, Optional.empty(), new boolean[0][]);
  }
}
