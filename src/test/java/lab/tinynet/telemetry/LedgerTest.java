package lab.tinynet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final double[] row = new double[2];

  @Test
  void givesBackEveryRowThatWasAppended() {
    Ledger ledger = counting(10_000, 10_000);

    double[] copied = new double[9_000];
    assertThat(ledger.length()).isEqualTo(10_000);
    assertThat(ledger.exactFrom()).isZero();
    assertThat(ledger.copy(1, 500, 9_000, copied)).isTrue();
    for (int i = 0; i < copied.length; i++) {
      assertThat(copied[i]).isEqualTo(-(500.0 + i));
    }
    assertThat(ledger.get(9_999, 0)).isEqualTo(9_999);
  }

  @Test
  void refusesRowsThatAreNotPublished() {
    Ledger ledger = counting(10, 10);

    assertThatThrownBy(() -> ledger.get(10, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ledger.copy(0, 5, 6, new double[6]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void keepsAtLeastThePromisedRowsExactAndSaysWhichAreNot() {
    for (int length : new int[] {20_000, 20_480, 20_481, 32_768, 40_001}) {
      Ledger ledger = counting(length, 10_000);

      long exact = ledger.exactFrom();
      assertThat(length - exact).isGreaterThanOrEqualTo(10_000);
      assertThat(exact).isPositive();
      assertThat(ledger.get(exact, 0)).isEqualTo((double) exact);
      assertThat(ledger.copy(0, exact - 1, 2, new double[2])).isFalse();
      assertThatThrownBy(() -> ledger.get(exact - 1, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aSpikeSurvivesInTheEnvelopeHoweverOldItIs() {
    Ledger ledger = new Ledger(2, 1_000);
    for (int i = 0; i < 400_000; i++) {
      row[0] = i == 77 ? 500 : 1;
      row[1] = i == 200_001 ? -500 : 1;
      ledger.append(row);
    }

    Envelope envelope = new Envelope(100);
    ledger.envelope(0, 0, 400_000, envelope);
    assertThat(envelope.max(0)).isEqualTo(500);
    assertThat(envelope.max(1)).isEqualTo(1);
    ledger.envelope(1, 0, 400_000, envelope);
    assertThat(envelope.min(50)).isEqualTo(-500);
    assertThat(envelope.min(52)).isEqualTo(1);
  }

  @Test
  void aSpikeSurvivesInBlocksWiderThanTheExactRows() {
    Ledger ledger = new Ledger(1, 100);
    double[] one = new double[1];
    long spike = 33_554_432L + 3 * 16_384 + 5;
    for (long i = 0; i < 34_000_000L; i++) {
      one[0] = i == spike ? 500 : 1;
      ledger.append(one);
    }

    Envelope envelope = new Envelope(16);
    ledger.envelope(0, 0, 34_000_000L, envelope);
    assertThat(envelope.max((int) (spike / (34_000_000L / 16)))).isEqualTo(500);
  }

  @Test
  void aValueThatIsNotFiniteMarksItsBucketAndTouchesNeitherMinimumNorMaximum() {
    for (int length : new int[] {1_000, 100_000}) {
      Ledger ledger = new Ledger(1, 1_000);
      double[] one = new double[1];
      for (int i = 0; i < length; i++) {
        one[0] = i == 10 ? Double.NaN : i == length - 1 ? Double.POSITIVE_INFINITY : 3;
        ledger.append(one);
      }

      Envelope envelope = new Envelope(10);
      ledger.envelope(0, 0, length, envelope);
      assertThat(envelope.broken(0)).isTrue();
      assertThat(envelope.broken(5)).isFalse();
      assertThat(envelope.broken(9)).isTrue();
      assertThat(envelope.min(0)).isEqualTo(3);
      assertThat(envelope.max(9)).isEqualTo(3);
      assertThat(envelope.last(9)).isEqualTo(Double.POSITIVE_INFINITY);
    }
  }

  @Test
  void bucketsBeyondThePublishedRowsAreEmpty() {
    Ledger ledger = counting(500, 1_000);

    Envelope envelope = new Envelope(10);
    ledger.envelope(0, 0, 1_000, envelope);

    assertThat(envelope.filled(4)).isTrue();
    assertThat(envelope.last(4)).isEqualTo(499);
    assertThat(envelope.filled(5)).isFalse();
    assertThat(envelope.last(5)).isNaN();
  }

  @Test
  void anEnvelopeOfAPartIsExactThere() {
    Ledger ledger = counting(50_000, 50_000);

    Envelope envelope = new Envelope(4);
    ledger.envelope(0, 1_000, 1_400, envelope);

    for (int bucket = 0; bucket < 4; bucket++) {
      assertThat(envelope.min(bucket)).isEqualTo(1_000 + 100.0 * bucket);
      assertThat(envelope.max(bucket)).isEqualTo(1_099 + 100.0 * bucket);
    }
  }

  @Test
  void aReaderBesideTheWriterSeesOnlyWholeRowsAndNoGaps() throws Exception {
    Ledger ledger = new Ledger(2, 5_000);
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<String> fault = new AtomicReference<>("");
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get() && fault.get().isEmpty()) {
                    fault.set(faultOf(ledger));
                  }
                });
    for (long i = 0; i < 6_000_000 && reader.isAlive(); i++) {
      row[0] = i;
      row[1] = -i;
      ledger.append(row);
    }
    done.set(true);
    reader.join();

    assertThat(fault.get()).isEmpty();
    assertThat(faultOf(ledger)).isEmpty();
  }

  /// What is wrong with a log of 0, 1, 2, … as a reader sees it now; nothing if all is well.
  private static String faultOf(Ledger ledger) {
    long length = ledger.length();
    double[] copied = new double[3_000];
    long from = Math.max(0, length - 4_000);
    int count = (int) Math.min(3_000, length - from);
    if (ledger.copy(1, from, count, copied)) {
      for (int i = 0; i < count; i++) {
        if (copied[i] != -(double) (from + i)) {
          return "row " + (from + i) + " reads " + copied[i];
        }
      }
    }
    if (length < 200) {
      return "";
    }
    Envelope envelope = new Envelope(64);
    ledger.envelope(0, 0, length, envelope);
    double width = length / 64.0;
    for (int bucket = 0; bucket < 64; bucket++) {
      boolean well =
          envelope.filled(bucket)
              && envelope.min(bucket) <= Math.ceil(bucket * width)
              && envelope.max(bucket) >= Math.ceil((bucket + 1) * width) - 1
              && envelope.max(bucket) <= (bucket + 2) * width + 64;
      if (!well) {
        return "bucket %d of %d rows: %s … %s"
            .formatted(bucket, length, envelope.min(bucket), envelope.max(bucket));
      }
    }
    return "";
  }

  private Ledger counting(int length, long exactRows) {
    Ledger ledger = new Ledger(2, exactRows);
    for (int i = 0; i < length; i++) {
      row[0] = i;
      row[1] = -i;
      ledger.append(row);
    }
    return ledger;
  }
}
