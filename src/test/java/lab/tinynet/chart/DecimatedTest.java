package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import lab.tinynet.telemetry.Ledger;
import org.junit.jupiter.api.Test;

class DecimatedTest {
  private final double[] row = new double[2];

  @Test
  void everyRowIsABucketWhileThereIsRoom() {
    Ledger ledger = filled(50, 10_000);
    Decimated data = new Decimated(0, 1);

    assertThat(data.update(ledger, 0, 50, 64)).isTrue();

    assertThat(data.count()).isEqualTo(50);
    assertThat(data.rowsPerBucket()).isOne();
    assertThat(data.last(0, 49)).isEqualTo(49);
    assertThat(data.last(1, 49)).isEqualTo(-49);
    assertThat(data.update(ledger, 0, 50, 64)).isFalse();
  }

  @Test
  void bucketsStayWhereTheyAreWhileTheLogGrows() {
    Ledger ledger = filled(100, 10_000);
    Decimated data = new Decimated(0);
    data.update(ledger, 0, 100, 64);
    double before = data.max(0, 20);
    long width = data.rowsPerBucket();

    append(ledger, 20);
    data.update(ledger, 0, 120, 64);

    assertThat(data.rowsPerBucket()).isEqualTo(width).isEqualTo(2);
    assertThat(data.max(0, 20)).isEqualTo(before).isEqualTo(41);
    assertThat(data.lastRow(59)).isEqualTo(119);
  }

  @Test
  void readingPieceByPieceGivesWhatReadingAtOnceGives() {
    Ledger ledger = filled(0, 200_000);
    Decimated growing = new Decimated(0, 1);
    for (int i = 0; i < 300; i++) {
      append(ledger, 1 + 37 * i % 500);
      growing.update(ledger, 0, ledger.length(), 128);
    }
    Decimated atOnce = new Decimated(0, 1);
    atOnce.update(ledger, 0, ledger.length(), 128);

    assertThat(growing.count()).isEqualTo(atOnce.count()).isBetween(64, 128);
    for (int bucket = 0; bucket < growing.count(); bucket++) {
      for (int series = 0; series < 2; series++) {
        assertThat(growing.min(series, bucket)).isEqualTo(atOnce.min(series, bucket));
        assertThat(growing.max(series, bucket)).isEqualTo(atOnce.max(series, bucket));
        assertThat(growing.last(series, bucket)).isEqualTo(atOnce.last(series, bucket));
      }
    }
  }

  @Test
  void aSpikeSurvivesHoweverMuchIsJoined() {
    Ledger ledger = filled(1_000, 200_000);
    Decimated data = new Decimated(0);
    data.update(ledger, 0, ledger.length(), 64);
    row[0] = 1e9;
    ledger.append(row);
    for (int i = 0; i < 200; i++) {
      append(ledger, 1_000);
      data.update(ledger, 0, ledger.length(), 64);
    }

    assertThat(data.max(0, data.bucketOf(1_000))).isEqualTo(1e9);
  }

  @Test
  void aReaderThatFellBehindTheExactRowsCatchesUp() {
    Ledger ledger = filled(1_000, 1_000);
    Decimated data = new Decimated(0);
    data.update(ledger, 0, ledger.length(), 64);

    append(ledger, 300_000);
    data.update(ledger, 0, ledger.length(), 64);

    for (int bucket = 0; bucket < data.count(); bucket++) {
      assertThat(data.min(0, bucket)).isLessThanOrEqualTo(bucket * (double) data.rowsPerBucket());
      assertThat(data.max(0, bucket)).isGreaterThanOrEqualTo((double) data.lastRow(bucket));
    }
  }

  @Test
  void aPartBeginsWithinItsFirstBucket() {
    Ledger ledger = filled(10_000, 20_000);
    Decimated data = new Decimated(0);

    data.update(ledger, 5_003, 6_000, 128);

    assertThat(data.bucketOf(5_003)).isZero();
    assertThat(data.lastRow(data.count() - 1)).isEqualTo(5_999);
    assertThat(data.count()).isLessThanOrEqualTo(128);
  }

  @Test
  void aValueThatIsNotFiniteBreaksItsBucketOnly() {
    Ledger ledger = filled(10, 1_000);
    row[0] = Double.NaN;
    ledger.append(row);
    append(ledger, 100);
    Decimated data = new Decimated(0);

    data.update(ledger, 0, ledger.length(), 32);

    int broken = data.bucketOf(10);
    assertThat(data.broken(0, broken)).isTrue();
    assertThat(data.broken(0, broken - 1)).isFalse();
    assertThat(data.broken(0, broken + 1)).isFalse();
    assertThat(data.max(0, broken)).isFinite();
  }

  private Ledger filled(int rows, long exact) {
    Ledger ledger = new Ledger(2, exact);
    append(ledger, rows);
    return ledger;
  }

  private void append(Ledger ledger, int rows) {
    for (int i = 0; i < rows; i++) {
      row[0] = ledger.length();
      row[1] = -row[0];
      ledger.append(row);
    }
  }
}
