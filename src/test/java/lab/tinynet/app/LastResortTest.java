package lab.tinynet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastResortTest {
  private final List<Throwable> told = new ArrayList<>();
  private final LastResort lastResort = new LastResort(told::add);

  private void fail(String message) {
    lastResort.uncaughtException(Thread.currentThread(), new IllegalStateException(message));
  }

  @Test
  void aFailureThatRepeatsIsToldOnce() {
    fail("the same in every frame");
    fail("the same in every frame");
    fail("another");
    assertThat(told)
        .extracting(Throwable::getMessage)
        .containsExactly("the same in every frame", "another");
  }

  @Test
  void nothingIsToldWhileTheProgramEnds() {
    lastResort.end();
    fail("rejected");
    assertThat(told).isEmpty();
  }
}
