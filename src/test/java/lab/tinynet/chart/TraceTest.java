package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import lab.tinynet.telemetry.Ledger;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final Scale LINEAR = Scale.linear(0, 10, 5);
  private static final double NAN = Double.NaN;
  private final Trace trace = new Trace();

  @Test
  void finiteValuesAreOneLine() {
    read(LINEAR, 64, 0, 5, 10);

    assertThat(trace.runs()).isOne();
    assertThat(ys()).containsExactly(100, 50, 0);
    assertThat(trace.breaks()).isZero();
    assertThat(trace.banded()).isFalse();
  }

  @Test
  void aNaNBreaksTheLineAndIsMarkedWhereItStands() {
    read(LINEAR, 64, 1, 2, NAN, NAN, 3, 4);

    assertThat(trace.runs()).isEqualTo(2);
    assertThat(trace.runStart(1)).isEqualTo(2);
    assertThat(trace.runEnd(0)).isEqualTo(2);
    assertThat(trace.count()).isEqualTo(4);
    assertThat(trace.breaks()).isOne();
    assertThat(trace.breakX(0)).isEqualTo(2);
    assertThat(trace.breakWord(0)).isEqualTo("NaN");
  }

  @Test
  void anInfinityIsNamedAndNeverDrawnAtTheEdge() {
    read(LINEAR, 64, 1, Double.POSITIVE_INFINITY);

    assertThat(trace.count()).isOne();
    assertThat(trace.breakWord(0)).isEqualTo("∞");
  }

  @Test
  void aRunThatBeginsBrokenHasAMarkAndNoLine() {
    read(LINEAR, 64, NAN, NAN, NAN);

    assertThat(trace.runs()).isZero();
    assertThat(trace.breaks()).isOne();
    assertThat(trace.breakX(0)).isZero();
  }

  @Test
  void zerosOnALogarithmicAxisStandInTheirOwnLane() {
    read(Scale.log(0.01, 1), 64, 1, 0, 0.1);

    assertThat(ys()[0]).isCloseTo(0, within(1e-9));
    assertThat(ys()[1]).isEqualTo(130);
    assertThat(ys()[2]).isCloseTo(50, within(1e-9));
    assertThat(trace.runs()).isOne();
  }

  @Test
  void aSpikeBetweenThePointsStandsOut() {
    double[] values = new double[200];
    Arrays.fill(values, 1);
    values[101] = 9;

    read(LINEAR, 16, values);

    int spikes = 0;
    for (int i = 0; i < trace.count(); i++) {
      assertThat(trace.y(i)).isCloseTo(90, within(1e-9));
      spikes += trace.spike(i) ? 1 : 0;
    }
    assertThat(trace.banded()).isTrue();
    assertThat(spikes).isOne();
    assertThat(Arrays.stream(highs()).min().orElseThrow()).isCloseTo(10, within(1e-9));
  }

  @Test
  void whatWasFiniteBeforeABreakInTheSameBucketStillShows() {
    double[] values = new double[200];
    Arrays.fill(values, 1);
    values[198] = 9;
    values[199] = NAN;

    read(LINEAR, 16, values);

    assertThat(trace.breaks()).isOne();
    assertThat(trace.high(trace.count() - 1)).isCloseTo(10, within(1e-9));
    assertThat(trace.y(trace.count() - 1)).isCloseTo(10, within(1e-9));
  }

  private void read(Scale scale, double places, double... values) {
    Ledger ledger = new Ledger(1, 1_000);
    for (double value : values) {
      ledger.append(new double[] {value});
    }
    Decimated data = new Decimated(0);
    data.update(ledger, 0, values.length, places);
    trace.read(data, 0, bucket -> bucket, scale, 0, 100, 130);
  }

  private double[] ys() {
    double[] ys = new double[trace.count()];
    Arrays.setAll(ys, trace::y);
    return ys;
  }

  private double[] highs() {
    double[] highs = new double[trace.count()];
    Arrays.setAll(highs, trace::high);
    return highs;
  }
}
