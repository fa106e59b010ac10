package lab.tinynet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HistogramLogTest {
  private static final int LAYERS = 2;
  private final long[] steps = new long[2_000];
  private final float[] rows = new float[2_000 * LAYERS * HistogramLog.WIDTH];

  @Test
  void givesBackEveryRowWhileTheyAreFew() {
    HistogramLog log = filled(100, 10);

    int copied = log.read(0, Long.MAX_VALUE, 1, steps, rows);

    assertThat(copied).isEqualTo(100);
    for (int i = 0; i < copied; i++) {
      assertThat(steps[i]).isEqualTo(10L * i);
      assertThat(rows[i * log.rowWidth()]).isEqualTo(10f * i);
      assertThat(rows[(i + 1) * log.rowWidth() - 1]).isEqualTo(10f * i);
    }
  }

  @Test
  void givesOneRowASpacingAndAlwaysTheNewest() {
    HistogramLog log = filled(100, 10);

    int copied = log.read(0, Long.MAX_VALUE, 250, steps, rows);

    assertThat(Arrays.copyOf(steps, copied)).containsExactly(0, 250, 500, 750, 990);
  }

  @Test
  void readsOnlyTheStepsAskedFor() {
    HistogramLog log = filled(100, 10);

    int copied = log.read(105, 333, 100, steps, rows);

    assertThat(Arrays.copyOf(steps, copied)).containsExactly(200, 300, 330);
  }

  @Test
  void copiesNoMoreThanThereIsRoomForAndKeepsTheNewest() {
    HistogramLog log = filled(100, 10);
    long[] few = new long[4];

    int copied = log.read(0, Long.MAX_VALUE, 10, few, rows);

    assertThat(copied).isEqualTo(4);
    assertThat(few).containsExactly(0, 10, 20, 990);
  }

  @Test
  void staysBoundedAndEvenHoweverManyProbesCome() {
    HistogramLog log = filled(10_000, 10);

    int copied = log.read(0, Long.MAX_VALUE, 1, steps, rows);

    assertThat(log.probes()).isEqualTo(10_000);
    assertThat(copied).isBetween(512, 1_024);
    assertThat(steps[0]).isZero();
    for (int i = 1; i < copied; i++) {
      assertThat(steps[i] - steps[i - 1]).isEqualTo(steps[1]);
    }
    assertThat(99_990 - steps[copied - 1]).isLessThan(steps[1]);
  }

  @Test
  void anEmptyLogGivesNothing() {
    assertThat(new HistogramLog(LAYERS).read(0, 100, 10, steps, rows)).isZero();
  }

  @Test
  void aReaderBesideTheWriterSeesOnlyWholeRows() throws Exception {
    HistogramLog log = new HistogramLog(LAYERS);
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<String> fault = new AtomicReference<>("");
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get() && fault.get().isEmpty()) {
                    fault.set(faultOf(log));
                  }
                });
    float[] row = new float[log.rowWidth()];
    for (int i = 0; i < 100_000 && reader.isAlive(); i++) {
      Arrays.fill(row, i);
      log.append(i, row);
      if (i % 16 == 0) {
        Thread.onSpinWait();
      }
    }
    done.set(true);
    reader.join();

    assertThat(fault.get()).isEmpty();
    assertThat(faultOf(log)).isEmpty();
  }

  private String faultOf(HistogramLog log) {
    int copied = log.read(0, Long.MAX_VALUE, 1_000, steps, rows);
    for (int i = 0; i < copied; i++) {
      for (int at = i * log.rowWidth(); at < (i + 1) * log.rowWidth(); at++) {
        if (rows[at] != (float) steps[i]) {
          return "row of step " + steps[i] + " holds " + rows[at];
        }
      }
    }
    return "";
  }

  private static HistogramLog filled(int probes, long every) {
    HistogramLog log = new HistogramLog(LAYERS);
    float[] row = new float[log.rowWidth()];
    for (int i = 0; i < probes; i++) {
      Arrays.fill(row, (float) (i * every));
      if (log.keepsNext()) {
        log.append(i * every, row);
      } else {
        log.skip();
      }
    }
    return log;
  }
}
