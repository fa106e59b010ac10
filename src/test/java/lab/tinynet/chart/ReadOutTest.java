package lab.tinynet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import lab.tinynet.telemetry.LayerInfo;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;
import org.junit.jupiter.api.Test;

class ReadOutTest {
  private static final List<LayerInfo> LAYERS =
      List.of(new LayerInfo("dense 1", "dense", "relu", 2, 8, true, true));

  @Test
  void aStepReadsTheRowMeasuredOnItsBatch() {
    RunLog log = filled(500);
    LogSeries series = read(log, 500);

    assertThat(series.at(1, 0, NumberText::value)).isEqualTo("1.00");
    assertThat(series.at(437, 0, NumberText::value)).isEqualTo("437");
    assertThat(series.at(0, 0, NumberText::value)).isEqualTo("–");
    assertThat(series.at(501, 0, NumberText::value)).isEqualTo("–");
  }

  @Test
  void anOldStepReadsFromSmallestToLargest() {
    RunLog log = filled(120_000);
    LogSeries series = read(log, 120_000);

    assertThat(series.at(10, 0, NumberText::value)).matches("1\\.00 … [\\d,]+");
    assertThat(series.at(119_999, 0, NumberText::value)).isEqualTo("1.20×10⁵");
  }

  @Test
  void aProbeHoldsUntilTheNext() {
    RunLog log = filled(1);
    double[] row = new double[log.probes().columns()];
    for (int step : new int[] {0, 10, 20}) {
      row[log.column(Quantity.PROBE_STEP)] = step;
      row[log.column(Quantity.DEAD_UNITS, 0)] = step / 10 + 1;
      log.probes().append(row);
    }
    LogSeries series = LogSeries.ofProbes(log, log.column(Quantity.DEAD_UNITS, 0));
    series.update(new StepAxis(0, 25), 200);

    assertThat(series.at(0, 0, NumberText::brief)).isEqualTo("1.0");
    assertThat(series.at(9, 0, NumberText::brief)).isEqualTo("1.0");
    assertThat(series.at(10, 0, NumberText::brief)).isEqualTo("2.0");
    assertThat(series.at(25, 0, NumberText::brief)).isEqualTo("3.0");
  }

  @Test
  void aRunThatHasGoneBackTellsTheValuesOfTheStepAtWhichItStands() {
    RunLog log = filled(500);
    LogSeries series = read(log, 500);
    assertThat(series.now(0, NumberText::value)).isEqualTo("500");

    series.stand(OptionalLong.of(150));
    assertThat(series.now(0, NumberText::value)).isEqualTo("150");
    series.stand(OptionalLong.of(0));
    assertThat(series.now(0, NumberText::value)).as("before the first step").isEqualTo("–");
    assertThat(series.broken(0)).as("not measured is not broken").isFalse();
    series.stand(OptionalLong.empty());
    assertThat(series.now(0, NumberText::value)).isEqualTo("500");
  }

  private static LogSeries read(RunLog log, long to) {
    LogSeries series = LogSeries.ofSteps(log, log.column(Quantity.LOSS));
    series.update(new StepAxis(0, to), 200);
    return series;
  }

  /// A log whose loss is the number of the step.
  private static RunLog filled(int steps) {
    RunLog log = new RunLog(LAYERS, 100_000, 1_000);
    double[] row = new double[log.steps().columns()];
    for (int step = 1; step <= steps; step++) {
      row[log.column(Quantity.LOSS)] = step;
      log.steps().append(row);
    }
    return log;
  }
}
