package lab.tinynet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import lab.tinynet.engine.oracle.Draws;
import lab.tinynet.telemetry.HistogramLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistogramsTest {
  @BeforeAll
  static void load() {
    NumericLibrary.load();
  }

  @Test
  void numbersAreSummarised() {
    double[] values = new Draws(4).uniforms(501, 2);
    float[] row = summary(values);
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / 501;
    double min = Arrays.stream(values).min().orElseThrow();
    double max = Arrays.stream(values).max().orElseThrow();
    assertThat(row[HistogramLog.MIN]).isEqualTo((float) min);
    assertThat(row[HistogramLog.MAX]).isEqualTo((float) max);
    assertThat(row[HistogramLog.MEAN]).isCloseTo((float) mean, within(1e-6f));
    assertThat(row[HistogramLog.STD]).isCloseTo((float) Math.sqrt(variance), within(1e-6f));
    float[] expected = new float[HistogramLog.BINS];
    for (double value : values) {
      int bin = (int) ((value - min) / (max - min) * HistogramLog.BINS);
      expected[Math.min(bin, HistogramLog.BINS - 1)]++;
    }
    assertThat(counts(row)).containsExactly(expected);
  }

  @Test
  void aSampleOfRowsIsSummarisedLikeAMatrixOfThoseRows() {
    int rows = 9;
    int columns = 5;
    int[] sample = {0, 4, 8};
    double[] all = new Draws(6).uniforms(rows * columns, 2);
    double[] chosen = new double[sample.length * columns];
    for (int column = 0; column < columns; column++) {
      for (int i = 0; i < sample.length; i++) {
        chosen[column * sample.length + i] = all[column * rows + sample[i]];
      }
    }
    float[] row = new float[HistogramLog.WIDTH];
    try (FlatBuffer buffer = new FlatBuffer(all.length)) {
      for (int i = 0; i < all.length; i++) {
        buffer.set(i, all[i]);
      }
      Histograms.summarise(
          buffer.memory(), rows, columns, sample, new Histograms.Workspace(all.length), row, 0);
    }
    assertThat(row).containsExactly(summary(chosen));
  }

  @Test
  void equalNumbersFallIntoTheFirstBin() {
    float[] row = summary(0.3, 0.3, 0.3);
    assertThat(row[HistogramLog.STD]).isCloseTo(0, within(1e-7f));
    assertThat(counts(row)[0]).isEqualTo(3);
  }

  @Test
  void whatIsNotFiniteIsLeftOut() {
    float[] row = summary(Double.NaN, 1, Double.POSITIVE_INFINITY, 3, Double.NEGATIVE_INFINITY);
    assertThat(row[HistogramLog.MIN]).isEqualTo(1);
    assertThat(row[HistogramLog.MAX]).isEqualTo(3);
    assertThat(row[HistogramLog.MEAN]).isEqualTo(2);
    assertThat(row[HistogramLog.STD]).isEqualTo(1);
    assertThat(counts(row)[0]).isEqualTo(1);
    assertThat(counts(row)[HistogramLog.BINS - 1]).isEqualTo(1);
    float[] none = summary(Double.NaN);
    assertThat(none[HistogramLog.MIN]).isNaN();
    assertThat(none[HistogramLog.MEAN]).isNaN();
    assertThat(counts(none)).containsOnly(0);
  }

  @Test
  void numbersWhoseSquaresOverflowAreSummarised() {
    float[] row = summary(-1e30, 1e30, 1e200, -1e200);
    assertThat(row[HistogramLog.MAX]).isInfinite();
    assertThat(sum(counts(row))).isEqualTo(4);
  }

  /// What a saturated sigmoid puts out: e⁻⁷³⁰ is below the normal numbers.
  @Test
  void numbersThatHardlyDifferFromZeroAreSummarised() {
    float[] row = summary(0, 1e-318, 2e-318, 3e-318);
    assertThat(sum(counts(row))).isEqualTo(4);
    assertThat(sum(counts(summary(0, Double.MIN_VALUE)))).isEqualTo(2);
  }

  private static float[] counts(float[] row) {
    return Arrays.copyOfRange(row, HistogramLog.COUNTS, HistogramLog.WIDTH);
  }

  private static float sum(float[] counts) {
    float sum = 0;
    for (float count : counts) {
      sum += count;
    }
    return sum;
  }

  private static float[] summary(double... values) {
    float[] row = new float[HistogramLog.WIDTH];
    try (var buffer = new FlatBuffer(values.length)) {
      for (int i = 0; i < values.length; i++) {
        buffer.set(i, values[i]);
      }
      var work = new Histograms.Workspace(values.length);
      Histograms.summarise(buffer.memory(), values.length, work, row, 0);
    }
    return row;
  }
}
