package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.Ledger;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// Everything that a log holds up to a step, as bits that can be compared.
///
/// @param steps the bits of every column of every step
/// @param probes likewise of every probe up to the step
/// @param histogramSteps the steps of the histograms
/// @param histograms their bits
/// @param events all events up to the step
record LogPrint(
    List<Long> steps,
    List<Long> probes,
    List<Long> histogramSteps,
    List<Integer> histograms,
    List<Event> events) {

  /// @param upTo how many steps count
  static LogPrint of(RunLog log, long upTo) {
    int probeColumn = log.column(Quantity.PROBE_STEP);
    long probes = 0;
    while (probes < log.probes().length() && log.probes().get(probes, probeColumn) <= upTo) {
      probes++;
    }
    int most = 1024;
    long[] rows = new long[most];
    float[] values = new float[most * log.histograms().rowWidth()];
    int found = log.histograms().read(0, upTo, 1, rows, values);
    List<Integer> histograms = new ArrayList<>();
    for (int i = 0; i < found * log.histograms().rowWidth(); i++) {
      histograms.add(Float.floatToRawIntBits(values[i]));
    }
    return new LogPrint(
        bits(log.steps(), upTo),
        bits(log.probes(), probes),
        Arrays.stream(rows).limit(found).boxed().toList(),
        histograms,
        log.events().since(0).stream().filter(event -> event.step() <= upTo).toList());
  }

  private static List<Long> bits(Ledger ledger, long rows) {
    if (ledger.exactFrom() > 0) {
      throw new IllegalArgumentException("the log is too long to be compared whole");
    }
    List<Long> bits = new ArrayList<>();
    double[] column = new double[Math.toIntExact(rows)];
    for (int c = 0; c < ledger.columns(); c++) {
      ledger.copy(c, 0, column.length, column);
      for (double value : column) {
        bits.add(Double.doubleToRawLongBits(value));
      }
    }
    return bits;
  }
}
