package lab.tinynet.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.tinynet.telemetry.Event;
import lab.tinynet.telemetry.Ledger;
import lab.tinynet.telemetry.Quantity;
import lab.tinynet.telemetry.RunLog;

/// Everything that a log holds up to a step, as bits that can be compared. Which of its many forms
/// a NaN has is chance: the processor takes over that of one operand, and the compiler swaps
/// operands.
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
    return between(log, -1, upTo);
  }

  /// What was logged after a step: its row and its probe do not count, a change made at it does.
  ///
  /// @param after the step; −1 for everything
  /// @param upTo the last step that counts
  static LogPrint between(RunLog log, long after, long upTo) {
    int most = 1024;
    long[] rows = new long[most];
    float[] values = new float[most * log.histograms().rowWidth()];
    int found = log.histograms().read(after + 1, upTo, 1, rows, values);
    List<Integer> histograms = new ArrayList<>();
    for (int i = 0; i < found * log.histograms().rowWidth(); i++) {
      histograms.add(Float.floatToRawIntBits(values[i]));
    }
    int again = log.preActivations().read(after + 1, upTo, 1, rows, values);
    for (int i = 0; i < again * log.preActivations().rowWidth(); i++) {
      histograms.add(Float.floatToIntBits(values[i]));
    }
    return new LogPrint(
        bits(log.steps(), Math.max(0, after), upTo),
        bits(log.probes(), probes(log, after), probes(log, upTo)),
        Arrays.stream(rows).limit(found).boxed().toList(),
        histograms,
        log.events().since(0).stream()
            .filter(event -> event.step() <= upTo && isAfter(event, after))
            .toList());
  }

  private static boolean isAfter(Event event, long step) {
    return event.step() > step || (event.step() == step && event instanceof Event.Edited);
  }

  /// How many probes there were up to a step.
  private static long probes(RunLog log, long upTo) {
    int column = log.column(Quantity.PROBE_STEP);
    long probes = log.probes().exactFrom();
    while (probes < log.probes().length() && log.probes().get(probes, column) <= upTo) {
      probes++;
    }
    return probes;
  }

  private static List<Long> bits(Ledger ledger, long from, long to) {
    if (ledger.exactFrom() > from) {
      throw new IllegalArgumentException("the log does not have everything that is compared");
    }
    List<Long> bits = new ArrayList<>();
    double[] column = new double[Math.toIntExact(to - from)];
    for (int c = 0; c < ledger.columns(); c++) {
      ledger.copy(c, from, column.length, column);
      for (double value : column) {
        bits.add(Double.doubleToLongBits(value));
      }
    }
    return bits;
  }
}
